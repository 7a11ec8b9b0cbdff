package org.lienthong.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.analysis.Walk.TooLarge;
import org.lienthong.columns.TableText;
import org.lienthong.feel.Feel;

/** A table's columns under one law. */
final class Grid {

  final List<Axis> axes;
  final InForce law;
  final Witness witness;
  private final int rows;

  Grid(Feel feel, TableText table, InForce law) {
    this.law = law;
    this.axes = new AxisReader(feel, table, law).axes();
    this.witness = new Witness(feel, table, axes, law);
    this.rows = table.rows().size();
  }

  /** Whether the day of the law and the values that the table allows leave any case. */
  boolean possible() {
    return axes.stream().noneMatch(axis -> axis.classes().isEmpty());
  }

  /** The first column that lets nothing pass to a row, whatever the others say; -1 for none. */
  int contradiction(int row) {
    for (int column = 0; column < axes.size(); column++) {
      if (axes.get(column).classes().stream().noneMatch(c -> c.may().get(row))) {
        return column;
      }
    }
    return -1;
  }

  /** Cases that fit a row and none of some rows before it; null where there are none. */
  @Nullable Cube fitting(int row, BitSet butNot) throws TooLarge {
    return new Walk(axes, row, row, List.of()).find(butNot);
  }

  /** Cases that fit no row and are in no cube, as many as stand side by side. */
  @Nullable Cube uncovered(List<Cube> cubes) throws TooLarge {
    BitSet all = new BitSet();
    all.set(0, rows);
    Cube cube = new Walk(axes, rows, null, cubes).find(all);
    return cube == null ? null : widened(cube);
  }

  private Cube widened(Cube cube) {
    List<BitSet> wide = new ArrayList<>();
    cube.classes().forEach(c -> wide.add((BitSet) c.clone()));
    for (int column = 0; column < axes.size(); column++) {
      for (int klass = 0; klass < axes.get(column).classes().size(); klass++) {
        if (!wide.get(column).get(klass)) {
          wide.get(column).set(klass);
          if (covered(wide)) {
            wide.get(column).clear(klass);
          }
        }
      }
    }
    return new Cube(wide);
  }

  private boolean covered(List<BitSet> cube) {
    for (int row = 0; row < rows; row++) {
      boolean meets = true;
      for (int column = 0; column < axes.size() && meets; column++) {
        meets = meets(axes.get(column), cube.get(column), row);
      }
      if (meets) {
        return true;
      }
    }
    return false;
  }

  private static boolean meets(Axis axis, BitSet classes, int row) {
    return classes.stream().anyMatch(k -> axis.classes().get(k).sure().get(row));
  }

  /** The cases that can fit two rows; null where there are none. */
  @Nullable Cube common(int one, int other) {
    List<BitSet> classes = new ArrayList<>();
    for (Axis axis : axes) {
      BitSet both = new BitSet();
      for (int klass = 0; klass < axis.classes().size(); klass++) {
        BitSet may = axis.classes().get(klass).may();
        both.set(klass, may.get(one) && may.get(other));
      }
      if (both.isEmpty()) {
        return null;
      }
      classes.add(both);
    }
    return new Cube(classes);
  }
}
