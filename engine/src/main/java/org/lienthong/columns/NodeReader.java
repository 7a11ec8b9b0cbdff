package org.lienthong.columns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Logic.Order;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelTree;

/** Builds nodes from expressions; each fact and each equal expression once. */
final class NodeReader {

  /** What changes from one evaluation to the next, whatever it reads. */
  private static final Set<String> FICKLE = Set.of("now", "today", "random number", "uuid");

  final List<Node> nodes = new ArrayList<>();
  private final Feel feel;
  private final Map<String, Node> names = new LinkedHashMap<>();
  private final Map<String, Node> whole = new LinkedHashMap<>();
  private final @Nullable Node noInput = null;
  final Node day;

  NodeReader(Feel feel, TableText table) {
    this.feel = feel;
    TableText.Fact keyFact =
        table.facts().stream()
            .filter(f -> f.name().equals(table.keyDate()))
            .findFirst()
            .orElse(null);
    Node told = keyFact == null ? null : add(new Leaves.Fact(keyFact.name(), Kind.DATE));
    this.day = add(new Leaves.KeyDay(told, table.keyDateOptional()));
    if (keyFact != null) {
      names.put(keyFact.name(), day);
    }
    for (TableText.Fact fact : table.facts()) {
      if (!names.containsKey(fact.name())) {
        names.put(fact.name(), fact(fact));
      }
    }
  }

  private Node fact(TableText.Fact fact) {
    Node told = add(new Leaves.Fact(fact.name(), fact.kind()));
    TableText.Age age = fact.age();
    if (age == null || fact.kind() != Kind.NUMBER) {
      return told;
    }
    Node birth = names.get(age.birthDate());
    if (birth == null || birth.kind != Kind.DATE) {
      birth = add(new Leaves.Fact(age.birthDate(), Kind.DATE));
    }
    return add(new Leaves.Age(told, birth, day, age.months()));
  }

  <N extends Node> N add(N node) {
    node.slot = nodes.size();
    nodes.add(node);
    return node;
  }

  /** The node of a fact or, for any other name, of an amount. */
  Node name(String name) {
    return names.computeIfAbsent(name, n -> add(new Amount(n, day)));
  }

  /** The node of an expression that stands in the table. */
  Node expression(String text) throws NotKnown {
    Node known = whole.get(text);
    if (known == null) {
      FeelTree tree = feel.tree(text);
      refuseFickle(tree);
      boolean list = tree.kind().equals("Ref") && tree.list(0).size() == 1;
      Node bare = list ? name(String.valueOf(tree.list(0).get(0))) : null;
      known = bare != null && bare.kind == Kind.OTHER ? bare : root(tree, read(tree, noInput));
      whole.put(text, known);
    }
    return known;
  }

  /** The node that says whether a column's value passes a cell. */
  Node cell(String text, Node input) throws NotKnown {
    FeelTree tree = feel.treeOfUnaryTests(text);
    refuseFickle(tree);
    Map<String, Node> reads = reads(tree);
    boolean lists = input.kind == Kind.OTHER;
    Node test = lists ? null : new Tests(this).read(tree, input);
    reads.put(Asking.INPUT, input);
    Asking asking =
        new Asking(v -> feel.test(text, v.remove(Asking.INPUT), v), Kind.BOOLEAN, reads);
    return test == null ? add(new Reduced(Kind.BOOLEAN, asking)) : add(new Root(test, asking));
  }

  private static void refuseFickle(FeelTree tree) throws NotKnown {
    for (String called : tree.calls()) {
      if (FICKLE.contains(called)) {
        throw new NotKnown("the function " + called);
      }
    }
  }

  private Node root(FeelTree tree, Node node) {
    return node instanceof Leaves.Constant || names.containsValue(node)
        ? node
        : add(new Root(node, asking(tree, node.kind)));
  }

  private Map<String, Node> reads(FeelTree tree) {
    Map<String, Node> reads = new TreeMap<>();
    tree.reads().forEach(name -> reads.put(name, name(name)));
    return reads;
  }

  private Asking asking(FeelTree tree, Kind kind) {
    Map<String, Node> reads = reads(tree);
    return new Asking(variables -> feel.evaluate(tree, variables), kind, reads);
  }

  /** Part by part; where a part is a list, the smallest whole that is none is reduced. */
  Node read(FeelTree tree, @Nullable Node input) throws NotKnown {
    try {
      Node node = known(tree, input);
      if (node.kind == Kind.OTHER && input != node) {
        throw new NotKnown("a list, or a fact without a type, as a whole");
      }
      return node;
    } catch (NotKnown e) {
      Kind kind = Reductions.kind(tree);
      boolean lists = tree.reads().stream().anyMatch(n -> name(n).kind == Kind.OTHER);
      if (kind == null || !lists || tree.holds(Set.of("ConstInputValue"))) {
        throw e;
      }
      return add(new Reduced(kind, asking(tree, kind)));
    }
  }

  private Node known(FeelTree tree, @Nullable Node input) throws NotKnown {
    return switch (tree.kind()) {
      case "ConstNull" -> add(new Leaves.Constant(null));
      case "ConstNumber",
          "ConstString",
          "ConstBool",
          "ConstDate",
          "ConstYearMonthDuration",
          "ConstDayTimeDuration" ->
          add(new Leaves.Constant(tree.value(0)));
      case "ConstInputValue" -> input(input);
      case "Ref" -> reference(tree.list(0));
      case "PathExpression" -> part(read(tree.tree(0), input), tree.value(1).toString());
      case "Addition", "Subtraction", "Multiplication", "Division", "ArithmeticNegation" ->
          new Operators(this).read(tree, input);
      case "Equal" -> same(read(tree.tree(0), input), read(tree.tree(1), input));
      case "LessThan" -> compared(tree, input, Order.LESS);
      case "LessOrEqual" -> compared(tree, input, Order.LESS_OR_EQUAL);
      case "GreaterThan" -> compared(tree, input, Order.GREATER);
      case "GreaterOrEqual" -> compared(tree, input, Order.GREATER_OR_EQUAL);
      case "Conjunction" -> both(read(tree.tree(0), input), read(tree.tree(1), input), true);
      case "Disjunction" -> both(read(tree.tree(0), input), read(tree.tree(1), input), false);
      case "Not" -> opposite(read(tree.tree(0), input));
      case "If" -> choice(tree, input);
      case "In" -> new Tests(this).read(tree.tree(1), read(tree.tree(0), input));
      case "FunctionInvocation" -> new Functions(this).read(tree, input);
      default -> throw new NotKnown(Reductions.words(tree.kind()));
    };
  }

  private static Node input(@Nullable Node input) throws NotKnown {
    if (input == null) {
      throw new NotKnown("a question mark outside of a cell");
    }
    return input;
  }

  private Node reference(List<?> path) throws NotKnown {
    Node node = name(String.valueOf(path.get(0)));
    for (int i = 1; i < path.size(); i++) {
      node = part(node, String.valueOf(path.get(i)));
    }
    return node;
  }

  private Node part(Node whole, String name) throws NotKnown {
    Calendar.Part part =
        switch (whole.kind + "." + name) {
          case "DATE.year" -> Calendar.Part.YEAR;
          case "DATE.month" -> Calendar.Part.MONTH;
          case "DATE.day" -> Calendar.Part.DAY;
          case "DATE.weekday" -> Calendar.Part.WEEKDAY;
          case "MONTHS.years" -> Calendar.Part.YEARS;
          case "MONTHS.months" -> Calendar.Part.MONTHS;
          case "DAYS.days" -> Calendar.Part.DAYS;
          default -> throw new NotKnown("the part «" + name + "»");
        };
    return add(new Calendar.PartOf(whole, part));
  }

  private Node choice(FeelTree tree, @Nullable Node input) throws NotKnown {
    Node condition = bool(read(tree.tree(0), input));
    Node yes = read(tree.tree(1), input);
    Node no = read(tree.tree(2), input);
    if (yes.kind != no.kind && yes.kind != Kind.NULL && no.kind != Kind.NULL) {
      throw new NotKnown("an if that gives now one type and now another");
    }
    Kind kind = yes.kind == Kind.NULL ? no.kind : yes.kind;
    return add(new Logic.Choice(kind, condition, yes, no));
  }

  private Node compared(FeelTree tree, @Nullable Node input, Order order) throws NotKnown {
    return compared(read(tree.tree(0), input), read(tree.tree(1), input), order);
  }

  Node compared(Node left, Node right, Order order) throws NotKnown {
    boolean nothing = left.kind == Kind.NULL || right.kind == Kind.NULL;
    if (!nothing && (left.kind != right.kind || !Node.ordered(left.kind))) {
      throw new NotKnown("a comparison of two types, or of a type without order");
    }
    return add(new Logic.Compared(left, right, order));
  }

  Node same(Node left, Node right) throws NotKnown {
    if (left.kind != right.kind && left.kind != Kind.NULL && right.kind != Kind.NULL) {
      throw new NotKnown("a comparison of two types");
    }
    return add(new Logic.Same(left, right));
  }

  Node both(Node left, Node right, boolean all) throws NotKnown {
    return add(new Logic.Both(bool(left), bool(right), all));
  }

  Node opposite(Node part) throws NotKnown {
    return add(new Logic.Opposite(bool(part)));
  }

  private static Node bool(Node node) throws NotKnown {
    if (node.kind != Kind.BOOLEAN && node.kind != Kind.NULL) {
      throw new NotKnown("a condition that is no yes or no");
    }
    return node;
  }
}
