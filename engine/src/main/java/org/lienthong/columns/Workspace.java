package org.lienthong.columns;

import java.util.Arrays;
import org.lienthong.columns.Unknowns.Plan;

/**
 * What one thread needs to evaluate a block of people, table after table: whatever is used again
 * stays in the processor's cache and is no garbage.
 */
final class Workspace {

  /** The people of the block, by their place in the batch. */
  final int[] people;

  /** Of whom the columns cannot tell. */
  final boolean[] elsewhere;

  final long[] mask;

  /** The rows that fit, unknown facts being null. */
  final long[] match;

  final long[] unknown;

  /** The people of whom something is unknown, and the rows that may still fit them. */
  final int[] open;

  final long[] alive;
  final Plan[] plan;

  /** Places in the block of the people of a row. */
  final int[] chosen;

  private final int length;
  private Vector[] vectors = new Vector[0];
  private long stamp;

  /** For blocks of at most so many people. */
  Workspace(int length) {
    this.length = length;
    people = new int[length];
    elsewhere = new boolean[length];
    mask = new long[length];
    match = new long[length];
    unknown = new long[length];
    open = new int[length];
    alive = new long[length];
    plan = new Plan[length];
    chosen = new int[length];
  }

  /** So many vectors, with whatever they held before. */
  Vector[] vectors(int count) {
    int had = vectors.length;
    if (had < count) {
      vectors = Arrays.copyOf(vectors, count);
      for (int slot = had; slot < count; slot++) {
        vectors[slot] = new Vector(length);
      }
    }
    return vectors;
  }

  /** Tells selections of people apart, those of other tables and batches too. */
  long newStamp() {
    return ++stamp;
  }
}
