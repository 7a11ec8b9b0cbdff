package org.lienthong.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.TableText;
import org.lienthong.columns.TableText.HitPolicy;

/** Cases that fit two rows where the hit policy allows one, or one answer. */
final class Overlaps {

  private record Pair(int one, int other) {}

  private final TableText table;
  private final Map<Pair, TableFinding> found = new LinkedHashMap<>();
  private final Map<Pair, TableFinding> unknown = new LinkedHashMap<>();

  Overlaps(TableText table) {
    this.table = table;
  }

  void look(Grid grid) {
    for (int one = 0; one < table.rows().size(); one++) {
      for (int other = one + 1; other < table.rows().size(); other++) {
        Pair pair = new Pair(one, other);
        if (!found.containsKey(pair) && contradict(one, other)) {
          look(grid, pair);
        }
      }
    }
  }

  private boolean contradict(int one, int other) {
    return table.hitPolicy() == HitPolicy.UNIQUE
        || (table.hitPolicy() == HitPolicy.ANY
            && !table.rows().get(one).results().equals(table.rows().get(other).results()));
  }

  private void look(Grid grid, Pair pair) {
    Cube cube = grid.common(pair.one(), pair.other());
    if (cube == null) {
      return;
    }
    Map<String, @Nullable Object> facts =
        grid.witness.find(cube, rows -> rows.get(pair.one()) && rows.get(pair.other()));
    List<String> ids =
        List.of(table.rows().get(pair.one()).id(), table.rows().get(pair.other()).id());
    if (facts == null) {
      unknown.put(pair, Phrases.overlapUnknown(ids, computing(grid, pair)));
    } else {
      found.put(
          pair,
          Phrases.overlap(ids, Said.facts(facts, tested(grid, pair)), table.hitPolicy().name()));
      unknown.remove(pair);
    }
  }

  private static Set<String> tested(Grid grid, Pair pair) {
    Set<String> facts = new HashSet<>();
    for (Axis axis : grid.axes) {
      if (tests(axis, pair)) {
        facts.addAll(axis.reads());
      }
    }
    return facts;
  }

  private static List<String> computing(Grid grid, Pair pair) {
    List<String> columns = new ArrayList<>();
    for (Axis axis : grid.axes) {
      if (!axis.plain() && tests(axis, pair)) {
        columns.add(axis.expression());
      }
    }
    return columns;
  }

  private static boolean tests(Axis axis, Pair pair) {
    return axis.cells().get(pair.one()).sort() != CellText.Sort.ANY
        || axis.cells().get(pair.other()).sort() != CellText.Sort.ANY;
  }

  List<TableFinding> findings() {
    return List.copyOf(found.values());
  }

  List<TableFinding> unknown() {
    return List.copyOf(unknown.values());
  }
}
