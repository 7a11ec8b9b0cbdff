package org.lienthong.columns;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as its designer wrote it, for the compiler.
 *
 * @param keyDate the fact whose day chooses the law; null where the table names none
 * @param keyDateOptional whether the day that is asked about stands in for an unknown key date
 */
public record TableText(
    String key,
    HitPolicy hitPolicy,
    List<Fact> facts,
    @Nullable String keyDate,
    boolean keyDateOptional,
    List<Column> columns,
    List<Row> rows,
    List<Output> outputs) {

  /** Which of the rows that fit answer. */
  public enum HitPolicy {
    UNIQUE,
    FIRST,
    ANY,
    COLLECT,
    RULE_ORDER
  }

  /**
   * A fact that the table reads.
   *
   * @param kind {@link Kind#OTHER} for lists and where the file does not say
   * @param optional whether the table can answer without it
   * @param negative whether a number may be below zero
   * @param largest for counts, which are whole and not negative: the largest; null for others
   * @param allowed the values that the table allows, as FEEL; null for all
   * @param readable of a list whether the table can read it; null where it reads every value
   * @param age what it is derived from where nobody says it; null where it is not
   */
  public record Fact(
      String name,
      Kind kind,
      boolean optional,
      boolean negative,
      @Nullable Long largest,
      @Nullable String allowed,
      @Nullable Predicate<Object> readable,
      @Nullable Age age) {}

  /**
   * Full months, or years, on the key date.
   *
   * @param birthDate the fact since whose day they are counted
   * @param months how many make one: 1, or 12 for years
   */
  public record Age(String birthDate, int months) {}

  /**
   * A column of conditions.
   *
   * @param type DMN's {@code integer}, {@code string}, …; null where the file does not say
   */
  public record Column(String expression, @Nullable String type) {}

  /**
   * A row.
   *
   * @param cells FEEL by column; empty where everything passes
   * @param results FEEL by output; empty where there is none
   */
  public record Row(String id, List<String> cells, List<String> results) {}

  /** An output and its DMN type, as that of a column. */
  public record Output(String name, @Nullable String type) {}

  public TableText {
    facts = List.copyOf(facts);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    outputs = List.copyOf(outputs);
  }
}
