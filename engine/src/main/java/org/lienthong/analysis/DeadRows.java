package org.lienthong.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.analysis.Walk.TooLarge;
import org.lienthong.columns.TableText;
import org.lienthong.columns.TableText.HitPolicy;

/** Rows that never answer. */
final class DeadRows {

  private DeadRows() {}

  static boolean dead(TableText table, List<Grid> grids, int row) throws TooLarge {
    if (waits(grids, row)) {
      return false;
    }
    BitSet before = new BitSet();
    before.set(0, table.hitPolicy() == HitPolicy.FIRST ? row : 0);
    return dead(grids, row, before);
  }

  /** Whether a row reads an amount that is in force nowhere, which is said elsewhere. */
  private static boolean waits(List<Grid> grids, int row) {
    return grids.stream()
        .allMatch(
            grid ->
                grid.axes.stream()
                    .anyMatch(a -> a.cells().get(row).sort() == CellText.Sort.MISSING));
  }

  private static boolean dead(List<Grid> grids, int row, BitSet before) throws TooLarge {
    for (Grid grid : grids) {
      if (grid.contradiction(row) < 0 && grid.fitting(row, before) != null) {
        return false;
      }
    }
    return true;
  }

  /** Says of a dead row what leaves nothing for it. */
  static TableFinding finding(TableText table, List<Grid> grids, int row) throws TooLarge {
    String id = table.rows().get(row).id();
    if (dead(grids, row, new BitSet())) {
      int column = Math.max(0, grids.get(0).contradiction(row));
      return Phrases.contradiction(
          id, table.columns().get(column).expression(), table.rows().get(row).cells().get(column));
    }
    BitSet before = new BitSet();
    before.set(0, row);
    for (int other = 0; other < row; other++) {
      before.clear(other);
      if (!dead(grids, row, before)) {
        before.set(other);
      }
    }
    List<String> above = new ArrayList<>();
    before.stream().forEach(other -> above.add(table.rows().get(other).id()));
    return Phrases.shadowed(id, above, shadowed(grids, row, before));
  }

  /** A case that fits a row and is answered by some above it; empty where none was met. */
  private static Map<String, @Nullable Object> shadowed(List<Grid> grids, int row, BitSet above)
      throws TooLarge {
    for (Grid grid : grids) {
      Cube cube = grid.contradiction(row) < 0 ? grid.fitting(row, new BitSet()) : null;
      Map<String, @Nullable Object> facts =
          cube == null ? null : grid.witness.find(cube, fitting -> fitting.get(row));
      if (facts != null) {
        return Said.facts(facts, tested(grid, row, above));
      }
    }
    return Map.of();
  }

  private static Set<String> tested(Grid grid, int row, BitSet above) {
    Set<String> facts = new HashSet<>();
    for (Axis axis : grid.axes) {
      boolean asked = axis.cells().get(row).sort() != CellText.Sort.ANY;
      if (asked || above.stream().anyMatch(r -> axis.cells().get(r).sort() != CellText.Sort.ANY)) {
        facts.addAll(axis.reads());
      }
    }
    return facts;
  }
}
