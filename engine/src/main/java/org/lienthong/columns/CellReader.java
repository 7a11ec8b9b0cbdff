package org.lienthong.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelTree;

/** Reads the cells of decision tables as sets of values. Thread-safe. */
public final class CellReader {

  private static final Cell ANY = new Cell.Any();

  private final Feel feel;

  public CellReader(Feel feel) {
    this.feel = feel;
  }

  /**
   * Reads a cell.
   *
   * @param text FEEL; empty or {@code -} where everything passes
   */
  public Cell read(String text) {
    if (text.isBlank() || text.strip().equals("-")) {
      return ANY;
    }
    return read(feel.treeOfUnaryTests(text)).orElseGet(() -> new Cell.Open(text));
  }

  private static Optional<Cell> read(FeelTree tree) {
    return switch (tree.kind()) {
      case "InputEqualTo" -> Literals.of(tree.tree(0)).map(Cell.Equal::new);
      case "InputLessThan" -> ray(tree, false, false);
      case "InputLessOrEqual" -> ray(tree, false, true);
      case "InputGreaterThan" -> ray(tree, true, false);
      case "InputGreaterOrEqual" -> ray(tree, true, true);
      case "InputInRange" -> range(tree.tree(0));
      case "UnaryTestExpression" -> value(tree.tree(0));
      case "AtLeastOne" -> anyOf(tree.list(0));
      case "Not" -> read(tree.tree(0)).map(Cell.Not::new);
      default -> Optional.empty();
    };
  }

  private static Optional<Cell> ray(FeelTree tree, boolean up, boolean passes) {
    return Literals.of(tree.tree(0))
        .map(
            end ->
                up
                    ? new Cell.Interval(end, passes, null, false)
                    : new Cell.Interval(null, false, end, passes));
  }

  private static Optional<Cell> range(FeelTree range) {
    FeelTree low = range.tree(0);
    FeelTree high = range.tree(1);
    return Literals.of(low.tree(0))
        .flatMap(
            from ->
                Literals.of(high.tree(0))
                    .map(to -> new Cell.Interval(from, closed(low), to, closed(high))));
  }

  static boolean closed(FeelTree boundary) {
    return boundary.kind().startsWith("Closed");
  }

  /** A yes or no that is computed is the answer itself and no value to compare with. */
  private static Optional<Cell> value(FeelTree tree) {
    if (tree.kind().equals("ConstNull")) {
      return Optional.of(new Cell.Equal(null));
    }
    if (tree.kind().equals("ConstList")) {
      List<Cell> items = new ArrayList<>();
      for (@Nullable Object item : tree.list(0)) {
        Optional<Cell> cell =
            item instanceof FeelTree each
                ? Literals.of(each).map(Cell.Equal::new)
                : Optional.empty();
        if (cell.isEmpty()) {
          return Optional.empty();
        }
        items.add(cell.get());
      }
      return Optional.of(new Cell.AnyOf(items));
    }
    return tree.kind().equals("ConstBool")
        ? Optional.empty()
        : Literals.of(tree).map(Cell.Equal::new);
  }

  private static Optional<Cell> anyOf(List<?> tests) {
    List<Cell> cells = new ArrayList<>();
    for (@Nullable Object test : tests) {
      Optional<Cell> cell = test instanceof FeelTree tree ? read(tree) : Optional.empty();
      if (cell.isEmpty()) {
        return Optional.empty();
      }
      cells.add(cell.get());
    }
    return Optional.of(new Cell.AnyOf(List.copyOf(cells)));
  }
}
