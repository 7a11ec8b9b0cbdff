package org.lienthong.whatif;

import org.lienthong.eligibility.Status;

/** Counts to whom something changes. */
final class Counts {

  private int gain;
  private int lose;
  private int more;
  private int less;
  private int otherwise;
  private long yearly;

  /** One person whose answers differ. */
  void add(Side before, Side after, int person) {
    boolean had = before.status(person) == Status.ELIGIBLE;
    boolean has = after.status(person) == Status.ELIGIBLE;
    long difference = Math.subtractExact(after.yearly(person), before.yearly(person));
    if (had != has) {
      gain += has ? 1 : 0;
      lose += had ? 1 : 0;
    } else if (difference != 0) {
      more += difference > 0 ? 1 : 0;
      less += difference < 0 ? 1 : 0;
    } else {
      otherwise++;
    }
    yearly = Math.addExact(yearly, difference);
  }

  Difference.Tally tally() {
    return new Difference.Tally(gain, lose, more, less, otherwise, yearly);
  }
}
