package org.lienthong.whatif;

import org.jspecify.annotations.Nullable;
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
  void add(@Nullable Status was, @Nullable Status is, long difference) {
    boolean had = was == Status.ELIGIBLE;
    boolean has = is == Status.ELIGIBLE;
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

  /** Others that were counted apart. */
  void add(Counts others) {
    gain += others.gain;
    lose += others.lose;
    more += others.more;
    less += others.less;
    otherwise += others.otherwise;
    yearly = Math.addExact(yearly, others.yearly);
  }

  int concerned() {
    return gain + lose + more + less + otherwise;
  }

  Difference.Tally tally() {
    return new Difference.Tally(gain, lose, more, less, otherwise, yearly);
  }
}
