package org.lienthong.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.analysis.Walk.TooLarge;
import org.lienthong.columns.TableText;

/** Cases that no row covers. */
final class Gaps {

  /** So many are told of a table; whoever mends them looks again. */
  private static final int MOST = 5;

  private static final int MOST_OPEN = 12;

  private final TableText table;
  private final List<TableFinding> found = new ArrayList<>();
  private final Set<TableFinding> unknown = new LinkedHashSet<>();
  private final Set<Set<String>> said = new HashSet<>();

  Gaps(TableText table) {
    this.table = table;
  }

  void look(Grid grid) {
    List<Cube> cubes = new ArrayList<>();
    int open = 0;
    try {
      while (grid.possible() && found.size() < MOST && open < MOST_OPEN) {
        Cube cube = grid.uncovered(cubes);
        if (cube == null) {
          return;
        }
        cubes.add(cube);
        open += look(grid, cube) ? 0 : 1;
      }
    } catch (TooLarge e) {
      unknown.add(Phrases.tooLarge());
    }
  }

  private boolean look(Grid grid, Cube cube) {
    Map<String, @Nullable Object> facts = grid.witness.find(cube, BitSet::isEmpty);
    if (facts == null) {
      unknown.add(Phrases.gapUnknown(computing(grid, cube)));
      return false;
    }
    Map<String, @Nullable Object> told = Said.facts(facts, matter(grid, cube));
    if (said.add(Set.copyOf(Said.equalities(told)))) {
      found.add(Phrases.gap(told, grid.law));
    }
    return true;
  }

  private static Set<String> matter(Grid grid, Cube cube) {
    Set<String> facts = new HashSet<>();
    for (int column = 0; column < grid.axes.size(); column++) {
      Axis axis = grid.axes.get(column);
      if (!cube.whole(column, axis) || !axis.plain()) {
        facts.addAll(axis.reads());
      }
    }
    return facts;
  }

  private static List<String> computing(Grid grid, Cube cube) {
    List<String> columns = new ArrayList<>();
    for (int column = 0; column < grid.axes.size(); column++) {
      Axis axis = grid.axes.get(column);
      if (!axis.plain() && !cube.whole(column, axis)) {
        columns.add(axis.expression());
      }
    }
    return columns;
  }

  List<TableFinding> findings() {
    return List.copyOf(found);
  }

  List<TableFinding> unknown() {
    return List.copyOf(unknown);
  }
}
