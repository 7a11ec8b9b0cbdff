package org.lienthong.columns;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.FeelTree;

/** What expressions over lists come to. */
final class Reductions {

  private static final Map<String, Kind> FUNCTIONS =
      Map.ofEntries(
          Map.entry("count", Kind.NUMBER),
          Map.entry("sum", Kind.NUMBER),
          Map.entry("min", Kind.NUMBER),
          Map.entry("max", Kind.NUMBER),
          Map.entry("mean", Kind.NUMBER),
          Map.entry("floor", Kind.NUMBER),
          Map.entry("ceiling", Kind.NUMBER),
          Map.entry("string length", Kind.NUMBER),
          Map.entry("list contains", Kind.BOOLEAN),
          Map.entry("all", Kind.BOOLEAN),
          Map.entry("any", Kind.BOOLEAN),
          Map.entry("not", Kind.BOOLEAN),
          Map.entry("is empty", Kind.BOOLEAN),
          Map.entry("contains", Kind.BOOLEAN),
          Map.entry("string", Kind.TEXT),
          Map.entry("string join", Kind.TEXT));

  private Reductions() {}

  /** The kind of value that an expression gives; null for lists and where it cannot be told. */
  static @Nullable Kind kind(FeelTree tree) {
    return switch (tree.kind()) {
      case "SomeItem",
          "EveryItem",
          "Equal",
          "LessThan",
          "LessOrEqual",
          "GreaterThan",
          "GreaterOrEqual",
          "In",
          "Conjunction",
          "Disjunction",
          "Not",
          "InstanceOf" ->
          Kind.BOOLEAN;
      case "Multiplication", "Division" -> Kind.NUMBER;
      case "FunctionInvocation" -> FUNCTIONS.get(String.valueOf(tree.value(0)));
      case "If" -> {
        Kind yes = kind(tree.tree(1));
        yield yes == null ? kind(tree.tree(2)) : yes;
      }
      case "ConstNumber" -> Kind.NUMBER;
      case "ConstString" -> Kind.TEXT;
      case "ConstBool" -> Kind.BOOLEAN;
      default -> null;
    };
  }

  /** The parser's word for a kind of expression, for people. */
  static String words(String kind) {
    return switch (kind) {
      case "For" -> "a loop";
      case "SomeItem", "EveryItem" -> "some or every, but over a list that is a fact";
      case "Filter" -> "a filter, but within a count over a list that is a fact";
      case "ConstContext" -> "a context";
      case "ConstList", "ConstRange" -> "a list or range as a value";
      case "Exponentiation" -> "a power";
      case "FunctionDefinition" -> "a function of its own";
      default -> kind.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    };
  }
}
