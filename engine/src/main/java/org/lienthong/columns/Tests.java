package org.lienthong.columns;

import java.util.Set;
import org.lienthong.columns.Logic.Order;
import org.lienthong.feel.FeelTree;

/** Builds what a cell asks of its column's value, where it is no set of written values. */
final class Tests {

  private static final Set<String> INPUT = Set.of("ConstInputValue");

  private final NodeReader reader;

  Tests(NodeReader reader) {
    this.reader = reader;
  }

  Node read(FeelTree tree, Node input) throws NotKnown {
    return switch (tree.kind()) {
      case "InputEqualTo" -> reader.same(input, reader.read(tree.tree(0), input));
      case "InputLessThan" -> compared(tree, input, Order.LESS);
      case "InputLessOrEqual" -> compared(tree, input, Order.LESS_OR_EQUAL);
      case "InputGreaterThan" -> compared(tree, input, Order.GREATER);
      case "InputGreaterOrEqual" -> compared(tree, input, Order.GREATER_OR_EQUAL);
      case "InputInRange" -> range(tree.tree(0), input);
      case "Not" -> reader.opposite(read(tree.tree(0), input));
      case "AtLeastOne" -> anyOf(tree, input);
      case "UnaryTestExpression" -> value(tree.tree(0), input);
      default -> throw new NotKnown(Reductions.words(tree.kind()));
    };
  }

  private Node compared(FeelTree tree, Node input, Order order) throws NotKnown {
    return reader.compared(input, reader.read(tree.tree(0), input), order);
  }

  private Node range(FeelTree range, Node input) throws NotKnown {
    FeelTree low = range.tree(0);
    FeelTree high = range.tree(1);
    Node from =
        reader.compared(
            input,
            reader.read(low.tree(0), input),
            CellReader.closed(low) ? Order.GREATER_OR_EQUAL : Order.GREATER);
    Node to =
        reader.compared(
            input,
            reader.read(high.tree(0), input),
            CellReader.closed(high) ? Order.LESS_OR_EQUAL : Order.LESS);
    return reader.add(new InRange(from, to));
  }

  private Node anyOf(FeelTree tree, Node input) throws NotKnown {
    Node any = null;
    for (Object test : tree.list(0)) {
      Node next = read((FeelTree) test, input);
      any = any == null ? next : reader.both(any, next, false);
    }
    return java.util.Objects.requireNonNull(any);
  }

  private Node value(FeelTree tree, Node input) throws NotKnown {
    if (tree.kind().equals("ConstList")) {
      return contained(tree, input);
    }
    Node value = reader.read(tree, input);
    if (value.kind != Kind.BOOLEAN) {
      return reader.same(input, value);
    }
    return tree.holds(INPUT) ? value : reader.add(new Logic.Computed(value, input));
  }

  /** One of a written list; what is unknown is in none. */
  private Node contained(FeelTree list, Node input) throws NotKnown {
    Node any = null;
    for (Object item : list.list(0)) {
      Object literal =
          Literals.of((FeelTree) item).orElseThrow(() -> new NotKnown("a computed list"));
      Node same = reader.same(input, reader.add(new Leaves.Constant(literal)));
      any = any == null ? same : reader.both(any, same, false);
    }
    if (any == null) {
      throw new NotKnown("an empty list");
    }
    return any;
  }

  /** Between two ends; null if any of the three is, even where an end alone would decide. */
  private static final class InRange extends Arithmetic.Binary {

    InRange(Node from, Node to) {
      super(Kind.BOOLEAN, from, to);
    }

    @Override
    void prepare(Frame frame, Vector out) {
      out.promise(0, 1, frame.vector(left).sure && frame.vector(right).sure);
    }

    @Override
    long of(long x, long y, Vector a, Vector b) {
      return x & y;
    }
  }
}
