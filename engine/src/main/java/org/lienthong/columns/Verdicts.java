package org.lienthong.columns;

import java.util.Arrays;

/** What a table says of the people of a batch. Used again and again; for one thread at a time. */
public final class Verdicts {

  /** No amount. */
  public static final long NONE = FactColumn.NULL;

  final Outcome[] outcomes;
  final long[] rows;
  final byte[] statuses;
  final long[] amounts;
  final Workspace space;

  /** For batches of at most so many people. */
  public Verdicts(int capacity) {
    outcomes = new Outcome[capacity];
    rows = new long[capacity];
    statuses = new byte[capacity];
    amounts = new long[capacity];
    space = new Workspace(Math.min(Frame.BLOCK, Math.max(1, capacity)));
  }

  void clear(int from, int to) {
    Arrays.fill(rows, from, to, 0);
    Arrays.fill(statuses, from, to, (byte) -1);
    Arrays.fill(amounts, from, to, NONE);
  }

  public Outcome outcome(int person) {
    return outcomes[person];
  }

  /** The place of the status among the ranked ones; -1 where no row answers. */
  public int status(int person) {
    return statuses[person];
  }

  /** The amount, or {@link #NONE}. */
  public long amount(int person) {
    return amounts[person];
  }

  /** The rows that answer, a bit for each. */
  public long rows(int person) {
    return rows[person];
  }

  /** The first row that answers; -1 if none does. */
  public int row(int person) {
    return rows[person] == 0 ? -1 : Long.numberOfTrailingZeros(rows[person]);
  }
}
