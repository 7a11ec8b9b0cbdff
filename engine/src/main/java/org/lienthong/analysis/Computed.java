package org.lienthong.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Kind;
import org.lienthong.columns.TableText;
import org.lienthong.columns.TableText.Fact;
import org.lienthong.feel.FeelTree;

/** What can be said of a computed value without computing it. */
final class Computed {

  private static final Set<String> WHOLE =
      Set.of(
          "Addition",
          "Subtraction",
          "Multiplication",
          "ArithmeticNegation",
          "Equal",
          "LessThan",
          "LessOrEqual",
          "GreaterThan",
          "GreaterOrEqual",
          "Conjunction",
          "Disjunction",
          "Not",
          "If");

  private static final Set<String> LITERALS =
      Set.of("ConstNumber", "ConstString", "ConstBool", "ConstDate");

  private static final Set<String> OF_DATES = Set.of("year", "month", "day", "days", "years");

  private final Map<String, Fact> facts;
  private final @Nullable String keyDate;
  private final Map<String, Object> amounts;

  Computed(TableText table, InForce law) {
    this.facts =
        table.facts().stream()
            .collect(Collectors.toMap(Fact::name, Function.identity(), (a, b) -> a));
    this.keyDate = table.keyDate();
    this.amounts = law.amounts();
  }

  /** Whether it has a value whenever the facts that the table needs are known. */
  boolean neverNull(FeelTree tree) {
    String kind = tree.kind();
    if (LITERALS.contains(kind)) {
      return true;
    }
    if (kind.equals("Ref")) {
      return known(tree.list(0));
    }
    if (kind.equals("PathExpression")) {
      return OF_DATES.contains(String.valueOf(tree.value(1))) && neverNull(tree.tree(0));
    }
    if (kind.equals("Division")) {
      return neverNull(tree.tree(0)) && isPositive(tree.tree(1));
    }
    if (kind.equals("FunctionInvocation")) {
      return call(tree);
    }
    return WHOLE.contains(kind) && parts(tree).stream().allMatch(this::neverNull);
  }

  private static List<FeelTree> parts(FeelTree tree) {
    return java.util.stream.IntStream.range(0, tree.size()).mapToObj(tree::tree).toList();
  }

  private boolean call(FeelTree tree) {
    if (!tree.tree(1).kind().equals("PositionalFunctionParameters")) {
      return false;
    }
    List<?> given = tree.tree(1).list(0);
    return switch (String.valueOf(tree.value(0))) {
      case "list contains" -> given.size() == 2 && neverNull((FeelTree) given.get(0));
      case "count" -> given.size() == 1;
      case "floor", "years and months duration" ->
          given.stream().allMatch(part -> neverNull((FeelTree) part));
      default -> false;
    };
  }

  private boolean known(List<?> path) {
    String name = String.valueOf(path.get(0));
    Fact fact = facts.get(name);
    boolean known =
        fact == null ? amounts.containsKey(name) : !fact.optional() || name.equals(keyDate);
    boolean whole = path.size() == 1;
    boolean part =
        path.size() == 2
            && fact != null
            && fact.kind() == Kind.DATE
            && OF_DATES.contains(String.valueOf(path.get(1)));
    return known && (whole || part);
  }

  private static boolean isPositive(FeelTree tree) {
    return tree.kind().equals("ConstNumber") && ((BigDecimal) tree.value(0)).signum() > 0;
  }

  /** Whether it is a number that is never below nought. */
  boolean neverNegative(FeelTree tree) {
    return switch (tree.kind()) {
      case "ConstNumber" -> ((BigDecimal) tree.value(0)).signum() >= 0;
      case "Addition", "Multiplication", "Division" ->
          parts(tree).stream().allMatch(this::neverNegative);
      case "Ref" -> counts(tree.list(0));
      case "FunctionInvocation" ->
          String.valueOf(tree.value(0)).equals("count")
              || (String.valueOf(tree.value(0)).equals("floor")
                  && tree.tree(1).list(0).stream().allMatch(p -> neverNegative((FeelTree) p)));
      default -> false;
    };
  }

  private boolean counts(List<?> path) {
    Fact fact = facts.get(String.valueOf(path.get(0)));
    if (fact == null) {
      return path.size() == 1
          && amounts.get(String.valueOf(path.get(0))) instanceof Number amount
          && amount.doubleValue() >= 0;
    }
    boolean ofDate = fact.kind() == Kind.DATE && path.size() == 2;
    return ofDate || (path.size() == 1 && fact.largest() != null);
  }

  /** The largest month, of an expression that is one; null for others. */
  static @Nullable BigDecimal largest(FeelTree tree) {
    String part =
        tree.kind().equals("Ref") && tree.list(0).size() == 2
            ? String.valueOf(tree.list(0).get(1))
            : tree.kind().equals("PathExpression") ? String.valueOf(tree.value(1)) : "";
    return part.equals("month") ? BigDecimal.valueOf(12) : null;
  }
}
