package org.lienthong.columns;

/** The values of one expression for the people of a block. */
final class Vector {

  final long[] values;

  /** Decimals of every number; the same for a whole batch. */
  int scale;

  /** No value is farther from zero; the same for a whole batch. */
  double reach;

  /** Whether no value can be odd, but for facts that are; the same for a whole batch. */
  boolean sure;

  /** The selection of people for which the values stand. */
  long stamp;

  Vector(int length) {
    this.values = new long[length];
  }

  void promise(int decimals, double farthest, boolean certain) {
    this.scale = decimals;
    this.reach = farthest;
    this.sure = certain && farthest < Frame.SAFE;
  }
}
