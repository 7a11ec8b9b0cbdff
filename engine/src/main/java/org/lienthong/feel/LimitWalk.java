package org.lienthong.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks a cell's tree for the values at which its answer can change. */
final class LimitWalk {

  private static final Set<String> TRANSPARENT =
      Set.of(
          "AtLeastOne",
          "UnaryTestExpression",
          "Not",
          "InputInRange",
          "ConstRange",
          "ClosedConstRangeBoundary",
          "OpenConstRangeBoundary",
          "InputLessThan",
          "InputLessOrEqual",
          "InputGreaterThan",
          "InputGreaterOrEqual",
          "InputEqualTo");

  private static final Set<String> ARITHMETIC =
      Set.of("Addition", "Subtraction", "Multiplication", "Division", "Exponent");

  private final Map<String, ?> known;
  private final Function<Object, @Nullable Object> evaluate;
  private final Set<Object> limits = new LinkedHashSet<>();
  private boolean computes;

  private LimitWalk(Map<String, ?> known, Function<Object, @Nullable Object> evaluate) {
    this.known = known;
    this.evaluate = evaluate;
  }

  /**
   * The limits; empty for a cell that computes, so that its limits cannot be read off.
   *
   * @param evaluate what a part of the cell gives where it reads nothing unknown; null else
   */
  static Optional<Set<Object>> limits(
      Object expression, Map<String, ?> known, Function<Object, @Nullable Object> evaluate) {
    LimitWalk walk = new LimitWalk(known, evaluate);
    walk.visit(expression);
    return walk.computes ? Optional.empty() : Optional.of(walk.limits);
  }

  private void visit(Object node) {
    if (node instanceof Iterable<?> many) {
      Iterator<?> each = many.iterator();
      while (each.hasNext()) {
        visit(each.next());
      }
      return;
    }
    if (!(node instanceof Product product)) {
      computes = true;
      return;
    }
    String kind = product.productPrefix();
    if (TRANSPARENT.contains(kind)) {
      for (int i = 0; i < product.productArity(); i++) {
        visit(product.productElement(i));
      }
      return;
    }
    Object limit = limit(kind, product);
    if (limit == null) {
      computes = true;
    } else {
      limits.add(limit);
    }
  }

  private @Nullable Object limit(String kind, Product product) {
    if (ARITHMETIC.contains(kind)) {
      return exact(evaluate.apply(product));
    }
    String text = product.productArity() == 0 ? "" : String.valueOf(product.productElement(0));
    return switch (kind) {
      case "ConstNumber" -> new BigDecimal(text);
      case "ConstString" -> text;
      case "ConstBool" -> Boolean.valueOf(text);
      case "ConstDate" -> LocalDate.parse(text);
      case "ArithmeticNegation" -> negated(product.productElement(0));
      case "Ref" -> named((Iterable<?>) product.productElement(0));
      default -> null;
    };
  }

  private static @Nullable Object negated(Object operand) {
    return operand instanceof Product number && number.productPrefix().equals("ConstNumber")
        ? new BigDecimal(String.valueOf(number.productElement(0))).negate()
        : null;
  }

  private @Nullable Object named(Iterable<?> path) {
    return exact(path.size() == 1 ? known.get(String.valueOf(path.head())) : null);
  }

  private static @Nullable Object exact(@Nullable Object value) {
    return value instanceof Number number ? new BigDecimal(number.toString()) : value;
  }
}
