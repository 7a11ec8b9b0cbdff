package org.lienthong.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cases: per column the classes in which its value may lie.
 *
 * @param classes by column
 */
record Cube(List<BitSet> classes) {

  static BitSet all(Axis axis) {
    BitSet all = new BitSet();
    all.set(0, axis.classes().size());
    return all;
  }

  /** Whether a column's value makes no difference. */
  boolean whole(int column, Axis axis) {
    return classes.get(column).cardinality() == axis.classes().size();
  }

  boolean has(int column, int klass) {
    return classes.get(column).get(klass);
  }

  IntStream classes(int column) {
    return classes.get(column).stream();
  }
}
