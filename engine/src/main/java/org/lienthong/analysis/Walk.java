package org.lienthong.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a class in each column such that no row of some fits them all: column by column, with
 * the rows that still fit; the same rows at the same column are looked at once. So a table of
 * twelve columns costs what its rows make of them, not the product of its columns.
 */
final class Walk {

  private static final int MOST_STATES = 50_000;

  private record State(int depth, BitSet rows) {}

  private final List<Axis> axes;
  private final List<Integer> order;
  private final @Nullable Integer own;
  private final List<Cube> cubes;
  private final int rows;
  private final Set<State> seen = new HashSet<>();
  private final int[] path;

  /** By the depth of the walk the last column that tests a row, or -1. */
  private final int[] lastTested;

  /**
   * A walk.
   *
   * @param rows how many rows, and the cubes after them, are not to fit
   * @param own a row that must be able to fit; null for none
   * @param cubes cases that are found already
   */
  Walk(List<Axis> axes, int rows, @Nullable Integer own, List<Cube> cubes) {
    this.axes = axes;
    this.rows = rows;
    this.own = own;
    this.cubes = cubes;
    this.order =
        IntStream.range(0, axes.size())
            .boxed()
            .sorted(Comparator.comparing(i -> axes.get(i).firstTested()))
            .toList();
    this.path = new int[axes.size()];
    this.lastTested = new int[rows + cubes.size()];
    for (int row = 0; row < lastTested.length; row++) {
      lastTested[row] = -1;
      for (int depth = 0; depth < order.size(); depth++) {
        lastTested[row] = tests(row, order.get(depth)) ? depth : lastTested[row];
      }
    }
  }

  private boolean tests(int row, int column) {
    return row < rows
        ? axes.get(column).cells().get(row).sort() != CellText.Sort.ANY
        : !cubes.get(row - rows).whole(column, axes.get(column));
  }

  /** One class by column; null where there are no such cases. */
  @Nullable Cube find(BitSet unwanted) throws TooLarge {
    BitSet start = (BitSet) unwanted.clone();
    start.set(rows, rows + cubes.size());
    int depth = find(0, start);
    if (depth < 0) {
      return null;
    }
    List<BitSet> classes = new ArrayList<>();
    axes.forEach(axis -> classes.add(Cube.all(axis)));
    for (int d = 0; d < depth; d++) {
      BitSet one = new BitSet();
      one.set(path[d]);
      classes.set(order.get(d), one);
    }
    return new Cube(classes);
  }

  /** The depth at which no unwanted row is left; -1 if there is none. */
  private int find(int depth, BitSet left) throws TooLarge {
    if (left.stream().anyMatch(row -> lastTested[row] < depth)) {
      return -1;
    }
    if (depth == order.size() || (left.isEmpty() && own == null)) {
      return depth;
    }
    if (!seen.add(new State(depth, left))) {
      return -1;
    }
    if (seen.size() > MOST_STATES) {
      throw new TooLarge();
    }
    for (Choice choice : choices(order.get(depth), left)) {
      path[depth] = choice.klass();
      int found = find(depth + 1, choice.left());
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  private record Choice(int klass, BitSet left) {}

  private List<Choice> choices(int column, BitSet left) {
    List<Axis.Values> classes = axes.get(column).classes();
    List<Choice> choices = new ArrayList<>();
    for (int klass = 0; klass < classes.size(); klass++) {
      if (own != null && !classes.get(klass).may().get(own)) {
        continue;
      }
      BitSet next = (BitSet) left.clone();
      next.clear(0, rows);
      BitSet fitting = (BitSet) left.clone();
      fitting.and(classes.get(klass).sure());
      next.or(fitting);
      for (int cube = 0; cube < cubes.size(); cube++) {
        if (!cubes.get(cube).has(column, klass)) {
          next.clear(rows + cube);
        }
      }
      choices.add(new Choice(klass, next));
    }
    choices.sort(Comparator.comparing(c -> c.left().cardinality()));
    return choices;
  }

  /** There are too many combinations to look at. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("too many combinations", null, false, false);
    }
  }
}
