package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.NULL;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows hang on what is unknown. A set of unknown names is a bit set; what follows from one is
 * worked out once.
 */
final class Unknowns {

  static final int MOST = 62;

  /** Stands beside the names: the key date is unknown. */
  private static final long NO_DAY = 1L << 62;

  private static final int SLOTS = 256;
  private static final Plan[] NO_PLANS = {};

  private final List<Node> names;
  private final long amounts;
  private final Node day;
  private final boolean ownDay;
  private final List<ColumnPlan> columns;
  private final long[] results;

  /** Those of some sets; whoever comes last is remembered. */
  private final @Nullable Plan[] plans = Arrays.copyOf(NO_PLANS, SLOTS);

  /**
   * What can be unknown.
   *
   * @param names whatever the table reads and cannot do without
   * @param amounts those of them that are amounts
   * @param ownDay whether a fact names the key date
   * @param results per row the names that its results read
   */
  Unknowns(
      List<Node> names,
      long amounts,
      Node day,
      boolean ownDay,
      List<ColumnPlan> columns,
      long[] results) {
    this.names = List.copyOf(names);
    this.amounts = amounts;
    this.day = day;
    this.ownDay = ownDay;
    this.columns = columns;
    this.results = results;
  }

  /**
   * What follows from a set of unknown names.
   *
   * @param unknown the set
   * @param cells per column the rows whose cell cannot be answered
   * @param any the rows that have such a cell
   * @param results the rows whose results cannot be computed
   * @param cellFacts the rows with a cell that asks for a fact, and not only for an amount
   * @param resultFacts likewise of results
   */
  record Plan(
      long unknown, long[] cells, long any, long results, long cellFacts, long resultFacts) {}

  /** The unknown names of each person; 0 where nothing is unknown. */
  void find(Frame frame, long[] out) {
    Arrays.fill(out, 0, frame.n, 0);
    for (int name = 0; name < names.size(); name++) {
      long[] values = frame.values(names.get(name)).values;
      long bit = 1L << name;
      for (int i = 0; i < frame.n; i++) {
        out[i] |= values[i] == NULL ? bit : 0;
      }
    }
    if (ownDay) {
      long[] days = frame.values(day).values;
      for (int i = 0; i < frame.n; i++) {
        out[i] |= days[i] == NULL && out[i] != 0 ? NO_DAY : 0;
      }
    }
  }

  Plan plan(long unknown) {
    int slot = (int) ((unknown * 0x9E3779B97F4A7C15L) >>> 56);
    Plan plan = plans[slot];
    if (plan == null || plan.unknown() != unknown) {
      plan = worked(unknown);
      plans[slot] = plan;
    }
    return plan;
  }

  private Plan worked(long unknown) {
    // an unknown amount is a fact's fault where the day is not known
    long facts = (unknown & NO_DAY) != 0 ? unknown : unknown & ~amounts;
    long[] cells = new long[columns.size()];
    long any = 0;
    long cellFacts = 0;
    long atResults = 0;
    long resultFacts = 0;
    for (int row = 0; row < results.length; row++) {
      long bit = 1L << row;
      for (int c = 0; c < cells.length; c++) {
        long reads = columns.get(c).reads()[row];
        cells[c] |= (reads & unknown) != 0 ? bit : 0;
        cellFacts |= (reads & facts) != 0 ? bit : 0;
      }
      atResults |= (results[row] & unknown) != 0 ? bit : 0;
      resultFacts |= (results[row] & facts) != 0 ? bit : 0;
    }
    for (long cell : cells) {
      any |= cell;
    }
    return new Plan(unknown, cells, any, atResults, cellFacts, resultFacts);
  }
}
