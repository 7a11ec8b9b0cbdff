package org.lienthong.columns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.FeelTree;

/** Builds the functions that columns know. */
final class Functions {

  private static final int MOST_DECIMALS = 3;

  private final NodeReader reader;

  Functions(NodeReader reader) {
    this.reader = reader;
  }

  Node read(FeelTree call, @Nullable Node input) throws NotKnown {
    String name = String.valueOf(call.value(0));
    FeelTree given = call.tree(1);
    if (!given.kind().equals("PositionalFunctionParameters")) {
      throw new NotKnown("named parameters of " + name);
    }
    List<FeelTree> parameters = new ArrayList<>();
    given.list(0).forEach(p -> parameters.add((FeelTree) p));
    if (name.equals("list contains") && parameters.size() == 2) {
      return contains(parameters, input);
    }
    RoundingMode rounding = rounding(name);
    if (rounding != null && !parameters.isEmpty()) {
      return rounded(name, parameters, rounding, input);
    }
    List<Node> nodes = new ArrayList<>();
    for (FeelTree parameter : parameters) {
      nodes.add(reader.read(parameter, input));
    }
    return call(name, nodes);
  }

  private Node call(String name, List<Node> nodes) throws NotKnown {
    String kinds = name + nodes.stream().map(n -> n.kind.name()).toList();
    return switch (kinds) {
      case "not[BOOLEAN]", "not[NULL]" -> reader.opposite(nodes.get(0));
      case "abs[NUMBER]" -> reader.add(new Arithmetic.Signed(nodes.get(0), true));
      case "modulo[NUMBER, NUMBER]" ->
          reader.add(new Arithmetic.Modulo(nodes.get(0), nodes.get(1)));
      case "date[DATE]" -> nodes.get(0);
      case "date[NUMBER, NUMBER, NUMBER]" ->
          reader.add(new Calendar.DayOf(nodes.get(0), nodes.get(1), nodes.get(2)));
      case "years and months duration[DATE, DATE]" ->
          reader.add(new Calendar.MonthsBetween(nodes.get(0), nodes.get(1)));
      default -> extreme(name, nodes);
    };
  }

  private Node extreme(String name, List<Node> nodes) throws NotKnown {
    boolean numbers = nodes.size() >= 2 && nodes.stream().allMatch(n -> n.kind == Kind.NUMBER);
    if (!numbers || !(name.equals("min") || name.equals("max"))) {
      throw new NotKnown("the function " + name + " with these parameters");
    }
    Node best = nodes.get(0);
    for (Node next : nodes.subList(1, nodes.size())) {
      best = reader.add(new Arithmetic.Extreme(best, next, name.equals("max")));
    }
    return best;
  }

  private static @Nullable RoundingMode rounding(String name) {
    return switch (name) {
      case "floor" -> RoundingMode.FLOOR;
      case "ceiling" -> RoundingMode.CEILING;
      case "round up" -> RoundingMode.UP;
      case "round down" -> RoundingMode.DOWN;
      case "round half up" -> RoundingMode.HALF_UP;
      case "round half down" -> RoundingMode.HALF_DOWN;
      case "decimal" -> RoundingMode.HALF_EVEN;
      default -> null;
    };
  }

  private Node rounded(
      String name, List<FeelTree> parameters, RoundingMode mode, @Nullable Node input)
      throws NotKnown {
    Node part = reader.read(parameters.get(0), input);
    boolean alone = name.equals("floor") || name.equals("ceiling");
    Object decimals =
        parameters.size() == 1 && alone
            ? BigDecimal.ZERO
            : parameters.size() == 2 ? Literals.of(parameters.get(1)).orElse("") : "";
    if (part.kind != Kind.NUMBER
        || !(decimals instanceof BigDecimal places)
        || places.signum() < 0
        || places.stripTrailingZeros().scale() > 0
        || places.compareTo(BigDecimal.valueOf(MOST_DECIMALS)) > 0) {
      throw new NotKnown("the function " + name + " with these parameters");
    }
    Arithmetic.Quotient late = late(part);
    return reader.add(
        new Rounded(late == null ? part : late, places.intValueExact(), mode, late != null));
  }

  /** A quotient that is multiplied or added to, as one quotient of all; null for all else. */
  private Arithmetic.@Nullable Quotient late(Node part) {
    if (part instanceof Arithmetic.Sum sum && sum.left instanceof Arithmetic.Quotient q) {
      Node more = reader.add(new Arithmetic.Product(sum.right, q.right));
      Node top = reader.add(sum.with(q.left, more));
      return reader.add(new Arithmetic.Quotient(top, q.right));
    }
    if (!(part instanceof Arithmetic.Product product)) {
      return null;
    }
    Node left = product.left;
    Node right = product.right;
    Arithmetic.Quotient inner = left instanceof Arithmetic.Quotient q ? q : late(left);
    Node other = right;
    if (inner == null) {
      inner = right instanceof Arithmetic.Quotient q ? q : late(right);
      other = left;
    }
    if (inner == null || other instanceof Arithmetic.Quotient) {
      return null;
    }
    Node top = reader.add(new Arithmetic.Product(inner.left, other));
    return reader.add(new Arithmetic.Quotient(top, inner.right));
  }

  /** Whether a written list contains a value; a value that is unknown is in none. */
  private Node contains(List<FeelTree> parameters, @Nullable Node input) throws NotKnown {
    FeelTree list = parameters.get(0);
    if (!list.kind().equals("ConstList") || list.list(0).isEmpty()) {
      throw new NotKnown("list contains, but of a written list or of a list that is a fact");
    }
    Node value = reader.read(parameters.get(1), input);
    Node any = null;
    for (Object item : list.list(0)) {
      Object literal =
          Literals.of((FeelTree) item).orElseThrow(() -> new NotKnown("a computed list"));
      Node same = reader.same(value, reader.add(new Leaves.Constant(literal)));
      any = any == null ? same : reader.both(any, same, false);
    }
    return java.util.Objects.requireNonNull(any);
  }
}
