package org.lienthong.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FactType;

/**
 * What a fact may be for a decision, as its tables tell it, so that a page can ask for it.
 *
 * @param codes of a text the values that the tables know, in their order
 * @param min the smallest number; null where there is none
 * @param max the largest number; null where there is none
 * @param whole whether a number is a count: whole and not negative
 */
public record FactRange(List<String> codes, @Nullable Long min, @Nullable Long max, boolean whole) {

  /** A text in quotation marks. */
  private static final Pattern CODE = Pattern.compile("\"([A-Za-z0-9_-]+)\"");

  /** Numbers from one to another, both allowed. */
  private static final Pattern INTERVAL = Pattern.compile("\\[(-?\\d{1,15})\\.\\.(-?\\d{1,15})]");

  public FactRange {
    codes = List.copyOf(codes);
  }

  /** A fact that may be anything of its type. */
  static FactRange anything() {
    return new FactRange(List.of(), null, null, false);
  }

  static FactRange of(Stream<Table> tables, String fact) {
    Set<String> codes = new LinkedHashSet<>();
    Long min = null;
    Long max = null;
    boolean whole = false;
    boolean negative = false;
    for (Table table : tables.filter(each -> each.input(fact).isPresent()).toList()) {
      Table.Input input = table.input(fact).orElseThrow();
      String allowed = input.allowed();
      codes.addAll(codes(allowed == null ? named(table, fact) : Stream.of(allowed)));
      Matcher interval = INTERVAL.matcher(allowed == null ? "" : allowed);
      if (interval.matches()) {
        min = Long.valueOf(interval.group(1));
        max = Long.valueOf(interval.group(2));
      }
      whole |= input.largest() != null;
      negative |= input.negative() || input.type() != FactType.NUMBER;
      max = max == null ? input.largest() : max;
    }
    return new FactRange(
        List.copyOf(codes), !negative && min == null ? Long.valueOf(0) : min, max, whole);
  }

  /** The cells of the columns that hold the fact as it is. */
  private static Stream<String> named(Table table, String fact) {
    return table.rows().stream()
        .flatMap(
            row ->
                Stream.iterate(0, i -> i < row.cells().size(), i -> i + 1)
                    .filter(i -> table.columns().get(i).expression().equals(fact))
                    .map(i -> row.cells().get(i).test()));
  }

  /** Every code that a table names where it reads a fact, be it within what it computes. */
  static List<String> codesOf(Table table, String fact) {
    List<String> texts = new ArrayList<>();
    table.input(fact).map(Table.Input::allowed).ifPresent(texts::add);
    for (int i = 0; i < table.columns().size(); i++) {
      Table.Column column = table.columns().get(i);
      texts.add(column.reads().contains(fact) ? column.expression() : "");
      for (Table.Row row : table.rows()) {
        Table.Cell cell = row.cells().get(i);
        boolean reads = column.reads().contains(fact) || cell.reads().contains(fact);
        texts.add(reads ? cell.test() : "");
      }
    }
    return codes(texts.stream());
  }

  private static List<String> codes(Stream<String> texts) {
    return texts
        .flatMap(text -> CODE.matcher(text).results())
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }
}
