package org.lienthong.population;

import java.util.SplittableRandom;

/**
 * A household while it is being drawn: one row per member, one place per variable.
 *
 * <p>Absent members (left home, not born yet) keep their row, so that kin still point at it.
 */
final class Scene {

  /** The most members, absent ones included. */
  static final int MOST = 32;

  final long[][] rows;
  final boolean[] present = new boolean[MOST];
  private final long[] base;
  Codes words = new Codes();
  SplittableRandom random = new SplittableRandom(0);
  int size;
  int self;

  Scene(int variables) {
    rows = new long[MOST][variables];
    base = new long[variables];
  }

  /** Starts household number {@code household} of the population with this seed. */
  void open(long seed, long household) {
    random = new SplittableRandom(mix(seed + mix(household + 1)));
    java.util.Arrays.fill(rows[0], Draw.UNKNOWN);
    size = 0;
    self = 0;
  }

  /** What has been drawn so far holds for the whole household. */
  void share() {
    System.arraycopy(rows[0], 0, base, 0, base.length);
  }

  /** A new member, who is now the one in hand. */
  int join() {
    if (size == MOST) {
      throw new IllegalArgumentException("a household has more than " + MOST + " members");
    }
    System.arraycopy(base, 0, rows[size], 0, base.length);
    present[size] = true;
    self = size;
    return size++;
  }

  long get(int variable) {
    return rows[self][variable];
  }

  void set(int variable, long value) {
    rows[self][variable] = value;
  }

  /** Spreads neighbouring numbers over all seeds (the finaliser of SplitMix64). */
  private static long mix(long number) {
    long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
