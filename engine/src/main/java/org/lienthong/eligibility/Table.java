package org.lienthong.eligibility;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FactType;
import org.lienthong.columns.Compilation;

/**
 * A decision table as {@code eligibility} needs it: what it reads, and the compiled table itself.
 *
 * @param version counts the deployments of this decision
 * @param inputs the facts that it reads
 * @param keyDate the fact whose day chooses the law
 * @param columnar the same table for many people at once, or why it is not
 */
record Table(
    String key,
    int version,
    HitPolicy hitPolicy,
    List<Input> inputs,
    @Nullable String keyDate,
    List<Column> columns,
    List<Row> rows,
    List<String> outputs,
    DmnDecision compiled,
    Compilation columnar) {

  /**
   * A fact.
   *
   * @param type null where the file does not say
   * @param optional whether the table can answer without it
   * @param changeable whether a person may be told that another value would change the answer
   * @param request whether it only says that the person has asked
   * @param negative whether a number may be below zero
   * @param largest for counts, which are whole and not negative: the largest; null for others
   * @param allowed the values that the table allows, as FEEL; null for all
   * @param items of a list what each of its items is: one input without a name for a value, one for
   *     each property of a record; empty where the file does not say
   */
  record Input(
      String name,
      @Nullable FactType type,
      boolean optional,
      boolean changeable,
      boolean request,
      boolean negative,
      @Nullable Long largest,
      @Nullable String allowed,
      List<Input> items) {}

  /** A column: its expression, and the names that it reads. */
  record Column(String expression, Set<String> reads) {}

  /** A cell; one without a test passes everything. */
  record Cell(String test, Set<String> reads) {
    boolean passesAll() {
      return test.isEmpty();
    }
  }

  /**
   * A row.
   *
   * @param cells in the order of the columns
   * @param says its results as written, but for reason and legal basis: two rows that say the same
   *     have the same outcome
   * @param resultsRead the names that its results read
   */
  record Row(String id, List<Cell> cells, List<String> says, Set<String> resultsRead) {}

  Optional<Input> input(String name) {
    return inputs.stream().filter(i -> i.name().equals(name)).findFirst();
  }

  /** Whether the day asked about stands in for the key date's fact where that is unknown. */
  boolean keyDateOptional() {
    return keyDate != null && input(keyDate).filter(Input::optional).isPresent();
  }

  /** Every name that any expression of the table reads: facts and parameters. */
  Set<String> reads() {
    Set<String> names = new TreeSet<>();
    columns.forEach(c -> names.addAll(c.reads()));
    for (Row row : rows) {
      names.addAll(row.resultsRead());
      row.cells().forEach(c -> names.addAll(c.reads()));
    }
    return names;
  }

  /** Whether the first row that fits answers, so that later rows do not matter. */
  boolean firstAnswers() {
    return hitPolicy == HitPolicy.FIRST;
  }

  /** Whether at most one answer is possible, so that a row that fits makes the others idle. */
  boolean oneAnswers() {
    return hitPolicy == HitPolicy.UNIQUE || hitPolicy == HitPolicy.ANY;
  }
}
