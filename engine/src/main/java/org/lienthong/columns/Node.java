package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.NULL;
import static org.lienthong.columns.FactColumn.ODD;

/**
 * An expression over columns. Holds nothing of a batch.
 *
 * <p>A value that cannot be computed exactly in a column is odd; whoever meets one asks FEEL.
 */
abstract class Node {

  final Kind kind;
  int slot = -1;

  Node(Kind kind) {
    this.kind = kind;
  }

  /** Once per batch, parts first. */
  abstract void prepare(Frame frame, Vector out);

  /** Once per block. */
  abstract void fill(Frame frame, Vector out);

  /** Whether a value is neither null nor odd. */
  static boolean plain(long value) {
    return value > ODD;
  }

  /** What comes of values of which one is odd or null. */
  static long both(long a, long b) {
    return a == ODD || b == ODD ? ODD : NULL;
  }

  /** How many numbers stand in the columns of a kind for one unit. */
  static boolean ordered(Kind kind) {
    return kind == Kind.NUMBER || kind == Kind.DATE || kind == Kind.MONTHS || kind == Kind.DAYS;
  }
}
