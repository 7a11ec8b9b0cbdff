package org.lienthong.eligibility;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;

/**
 * Finds the smallest set of unknown facts whose answers settle the outcome, whatever they are.
 *
 * <p>It is unique: the facts on which the outcome still depends. Each column that reads an unknown
 * fact takes each of its {@link Samples}; a fact matters if changing its column alone, with the
 * others at any value, changes the outcome (status, amount, and every output but the reason). So a
 * fact that would only choose between two refusals is not asked. A cell that computes with unknown
 * facts may pass or not, whatever the others do: so a fact is never left out that matters, and one
 * may be asked too much where two such cells hang on each other. Where there are too many
 * combinations every open fact is asked.
 */
final class Questions {

  private static final int MOST_COMBINATIONS = 200_000;
  private static final String NO_ROW = "no row";
  private static final String CONTRADICTION = "rows contradict";

  private final Feel feel;
  private final Samples samples;

  Questions(Feel feel) {
    this.feel = feel;
    this.samples = new Samples(feel);
  }

  /** What is not known, and which rows each of its samples passes. */
  private record Unsure(Set<String> reads, List<BitSet> passed) {}

  /** What of an outcome matters. */
  private enum Aspect {
    EVERYTHING,
    ENTITLED_OR_NOT
  }

  /**
   * What matters.
   *
   * @param essential the facts on which the outcome depends
   * @param settled the status as the table writes it, where the outcome depends on nothing
   */
  record Found(Set<String> essential, @Nullable String settled) {}

  /** The names among {@code open} that matter. */
  Found of(Table table, Map<String, Object> known, Set<String> open) {
    return of(table, known, open, Aspect.EVERYTHING);
  }

  /** The names among {@code open} on which it hangs whether anything is due at all. */
  Set<String> entitling(Table table, Map<String, Object> known, Set<String> open) {
    return of(table, known, open, Aspect.ENTITLED_OR_NOT).essential();
  }

  private Found of(Table table, Map<String, Object> known, Set<String> open, Aspect aspect) {
    List<Table.Row> rows =
        table.rows().stream().filter(r -> possible(table, r, known, open)).toList();
    List<Unsure> unsure = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      unsure.addAll(unsure(table, i, rows, known, open));
    }
    long combinations = 1;
    for (Unsure each : unsure) {
      combinations *= each.passed().size();
      if (combinations > MOST_COMBINATIONS) {
        return new Found(open, null);
      }
    }
    return new Outcomes(table, rows, unsure, open, aspect).found();
  }

  /** Whether no known fact rules the row out. */
  private boolean possible(
      Table table, Table.Row row, Map<String, Object> known, Set<String> open) {
    for (int i = 0; i < row.cells().size(); i++) {
      Table.Cell cell = row.cells().get(i);
      if (!cell.passesAll()
          && Collections.disjoint(table.columns().get(i).reads(), open)
          && Collections.disjoint(cell.reads(), open)
          && !feel.test(
              cell.test(), feel.evaluate(table.columns().get(i).expression(), known), known)) {
        return false;
      }
    }
    return true;
  }

  private List<Unsure> unsure(
      Table table, int column, List<Table.Row> rows, Map<String, Object> known, Set<String> open) {
    Set<String> reads = common(table.columns().get(column).reads(), open);
    Map<String, Table.Cell> computing = new LinkedHashMap<>();
    for (Table.Row row : rows) {
      Table.Cell cell = row.cells().get(column);
      if (!cell.passesAll()
          && (!Collections.disjoint(cell.reads(), open)
              || !reads.isEmpty() && feel.limits(cell.test(), known).isEmpty())) {
        computing.put(cell.test(), cell);
      }
    }
    List<Unsure> unsure = new ArrayList<>();
    for (Table.Cell cell : computing.values()) {
      Set<String> both = common(cell.reads(), open);
      both.addAll(reads);
      unsure.add(new Unsure(both, passedOrNot(rows, column, cell)));
    }
    List<Table.Row> plain =
        rows.stream().filter(r -> !computing.containsKey(r.cells().get(column).test())).toList();
    if (!reads.isEmpty()) {
      List<Object> values = samples.of(table, column, plain, known).orElseThrow();
      unsure.add(new Unsure(reads, passed(rows, column, values, known, computing.keySet())));
    }
    return unsure;
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    Set<String> both = new TreeSet<>(some);
    both.retainAll(others);
    return both;
  }

  private static List<BitSet> passedOrNot(List<Table.Row> rows, int column, Table.Cell cell) {
    BitSet all = new BitSet();
    all.set(0, rows.size());
    BitSet others = new BitSet();
    for (int row = 0; row < rows.size(); row++) {
      others.set(row, !rows.get(row).cells().get(column).test().equals(cell.test()));
    }
    return List.of(all, others);
  }

  /** Per sample the rows that it passes; samples that pass the same rows are one. */
  private List<BitSet> passed(
      List<Table.Row> rows,
      int column,
      List<Object> values,
      Map<String, Object> known,
      Set<String> elsewhere) {
    List<BitSet> passed = new ArrayList<>();
    for (Object value : values) {
      BitSet of = new BitSet();
      for (int row = 0; row < rows.size(); row++) {
        Table.Cell cell = rows.get(row).cells().get(column);
        of.set(
            row,
            cell.passesAll()
                || elsewhere.contains(cell.test())
                || feel.test(cell.test(), value, known));
      }
      if (!passed.contains(of)) {
        passed.add(of);
      }
    }
    if (passed.isEmpty()) {
      BitSet all = new BitSet();
      all.set(0, rows.size());
      passed.add(all);
    }
    return passed;
  }

  /** The outcome of every combination, and what it depends on. */
  private static final class Outcomes {

    private final Table table;
    private final List<Table.Row> rows;
    private final List<Unsure> unsure;
    private final Set<String> open;
    private final Aspect aspect;
    private final Map<Object, Integer> numbers = new HashMap<>();

    /** The outcome by the row that answers, or by all rows that fit where more may answer. */
    private final Map<Object, Integer> seen = new HashMap<>();

    private final Set<String> essential = new TreeSet<>();
    private Table.@Nullable Row settled;

    Outcomes(
        Table table, List<Table.Row> rows, List<Unsure> unsure, Set<String> open, Aspect aspect) {
      this.table = table;
      this.rows = rows;
      this.unsure = unsure;
      this.open = open;
      this.aspect = aspect;
    }

    Found found() {
      int combinations = 1;
      for (Unsure each : unsure) {
        combinations *= each.passed().size();
      }
      int[] outcome = new int[combinations];
      for (int i = 0; i < combinations; i++) {
        outcome[i] = outcome(i);
      }
      int stride = 1;
      for (Unsure each : unsure) {
        if (dependsOn(outcome, stride, each.passed().size())) {
          essential.addAll(each.reads());
        }
        stride *= each.passed().size();
      }
      int status = table.outputs().indexOf("status");
      return new Found(
          essential,
          essential.isEmpty() && status >= 0 && settled != null
              ? settled.says().get(status)
              : null);
    }

    /** Whether two combinations that differ in one column alone differ in their outcome. */
    private static boolean dependsOn(int[] outcome, int stride, int values) {
      for (int i = 0; i < outcome.length; i++) {
        if ((i / stride) % values != 0 && outcome[i] != outcome[i - stride]) {
          return true;
        }
      }
      return false;
    }

    private int outcome(int combination) {
      BitSet fit = new BitSet();
      fit.set(0, rows.size());
      int rest = combination;
      for (Unsure each : unsure) {
        fit.and(each.passed().get(rest % each.passed().size()));
        rest /= each.passed().size();
      }
      Object decisive = table.firstAnswers() ? (Object) fit.nextSetBit(0) : fit;
      Integer known = seen.get(decisive);
      if (known == null) {
        known = numbers.computeIfAbsent(outcomeOf(fit), outcome -> numbers.size());
        seen.put(decisive, known);
      }
      return known;
    }

    private Object outcomeOf(BitSet fit) {
      if (aspect == Aspect.ENTITLED_OR_NOT) {
        return table.firstAnswers()
            ? !fit.isEmpty() && entitles(rows.get(fit.nextSetBit(0)))
            : fit.stream().anyMatch(row -> entitles(rows.get(row)));
      }
      int first = fit.nextSetBit(0);
      if (first < 0) {
        return NO_ROW;
      }
      if (table.firstAnswers()) {
        return said(rows.get(first));
      }
      Set<Object> all = new HashSet<>();
      fit.stream().forEach(row -> all.add(said(rows.get(row))));
      return table.hitPolicy() == org.camunda.bpm.model.dmn.HitPolicy.UNIQUE
              && fit.cardinality() > 1
          ? CONTRADICTION
          : table.oneAnswers() ? all : List.of(fit.clone());
    }

    /** What a row says; what it computes from unknown facts depends on them. */
    private Object said(Table.Row row) {
      essential.addAll(common(row.resultsRead(), open));
      settled = row;
      return row.says();
    }

    private boolean entitles(Table.Row row) {
      int status = table.outputs().indexOf(Decider.STATUS);
      return status >= 0 && row.says().get(status).equals('"' + Status.ELIGIBLE.name() + '"');
    }
  }
}
