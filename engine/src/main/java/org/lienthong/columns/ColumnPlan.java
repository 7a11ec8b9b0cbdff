package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.ODD;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of conditions.
 *
 * @param type the DMN type; null for none
 * @param classes the cells that are sets of written values
 * @param open the others
 * @param reads per row the names that its cell reads, the column's among them; 0 where all passes
 */
record ColumnPlan(
    Node input, @Nullable String type, Classes classes, List<OpenCell> open, long[] reads) {

  /** A cell that is computed. */
  record OpenCell(int row, Node test) {}

  /** The rows that the column lets through, person by person. */
  void masks(Frame frame, boolean[] elsewhere, long[] out) {
    Vector in = frame.values(input);
    check(frame.n, in, elsewhere);
    classes.masks(frame, in, out);
    for (OpenCell cell : open) {
      long bit = 1L << cell.row();
      long[] tests = frame.values(cell.test()).values;
      for (int i = 0; i < frame.n; i++) {
        elsewhere[i] |= tests[i] == ODD;
        out[i] |= tests[i] == 1 ? bit : 0;
      }
    }
  }

  /** The engine refuses a table whose column is not of its type. */
  private void check(int n, Vector in, boolean[] elsewhere) {
    long[] values = in.values;
    for (int i = 0; i < n; i++) {
      elsewhere[i] |= values[i] == ODD;
    }
    if (input.kind != Kind.NUMBER || type == null || type.equals("double")) {
      return;
    }
    long unit = Numbers.ten(in.scale);
    if (unit > 1) {
      for (int i = 0; i < n; i++) {
        elsewhere[i] |= Node.plain(values[i]) && values[i] % unit != 0;
      }
    }
    if (type.equals("integer") && in.reach > Integer.MAX_VALUE) {
      for (int i = 0; i < n; i++) {
        elsewhere[i] |= Node.plain(values[i]) && Math.abs(values[i] / unit) > Integer.MAX_VALUE;
      }
    }
  }
}
