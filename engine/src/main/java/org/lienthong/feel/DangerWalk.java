package org.lienthong.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the parser's tree for what would run too long or grow too large, and for what is not plain
 * FEEL.
 *
 * <p>FEEL has no time limit, so work is bounded before it runs: each part gets an upper estimate of
 * its steps and of the size of its value. A fact that is a list counts as {@link #LIST}.
 */
final class DangerWalk {

  /** The most steps that a range may have. */
  static final long MAX_RANGE = 1_000;

  /** The most steps that an expression may take, and the most values it may give. */
  static final long MAX_WORK = 100_000;

  /** How long a list of facts is thought to be: children, members of a household, months. */
  private static final long LIST = 30;

  private static final Set<String> REGEX_FUNCTIONS =
      Set.of("matches", "replace", "split", "extract");

  /** An upper estimate: steps to evaluate, and values in the result. */
  private record Work(long steps, long size) {
    static final Work ONE = new Work(1, 1);

    Work plus(Work other) {
      return new Work(add(steps, other.steps), add(size, other.size));
    }

    private static long add(long a, long b) {
      return Math.min(a + b, Integer.MAX_VALUE);
    }

    private static long times(long a, long b) {
      return Math.min(a * b, Integer.MAX_VALUE);
    }

    /** This work, done again and again. */
    Work repeated(long count) {
      return new Work(times(steps, count), times(size, count));
    }
  }

  private final Map<String, FeelDanger> found = new java.util.LinkedHashMap<>();

  private DangerWalk() {}

  static List<FeelDanger> dangers(Object expression) {
    DangerWalk walk = new DangerWalk();
    Work work = walk.visit(expression, Map.of());
    if (work.steps() > MAX_WORK || work.size() > MAX_WORK) {
      walk.add(
          "feel-too-much-work",
          "The expression may take more than %,d steps or give as many values. Nest fewer loops, or write a decision table."
              .formatted(MAX_WORK));
    }
    return List.copyOf(walk.found.values());
  }

  private void add(String rule, String message) {
    found.putIfAbsent(rule, new FeelDanger(rule, message));
  }

  private Work visit(@Nullable Object node, Map<String, Long> sizes) {
    if (node instanceof Iterable<?> many) {
      return elements(many).stream().map(n -> visit(n, sizes)).reduce(Work.ONE, Work::plus);
    }
    if (!(node instanceof Product product)) {
      return Work.ONE;
    }
    return switch (product.productPrefix()) {
      case "Ref" -> reference(product, sizes);
      case "For", "SomeItem", "EveryItem" -> iteration(product, sizes);
      case "IterationContext" -> range(product);
      case "ConstContext" -> context(product, sizes);
      case "Filter" -> filter(product, sizes);
      case "FunctionInvocation" -> call(product, sizes);
      case "FunctionDefinition", "JavaFunctionInvocation" -> {
        add(
            "feel-function",
            "The expression defines a function of its own, which could call itself for ever. Use"
                + " the built-in ones.");
        yield Work.ONE;
      }
      case "QualifiedFunctionInvocation" -> {
        add(
            "feel-method",
            "The expression calls «"
                + product.productElement(1)
                + "» on a value. Values are data.");
        yield Work.ONE;
      }
      case "Equal",
          "LessThan",
          "LessOrEqual",
          "GreaterThan",
          "GreaterOrEqual",
          "Conjunction",
          "Disjunction",
          "In",
          "InstanceOf",
          "Not" ->
          new Work(children(product, sizes).steps(), 1);
      default -> children(product, sizes);
    };
  }

  private Work children(Product product, Map<String, Long> sizes) {
    Work sum = Work.ONE;
    for (int i = 0; i < product.productArity(); i++) {
      sum = sum.plus(visit(product.productElement(i), sizes));
    }
    return sum;
  }

  private Work reference(Product reference, Map<String, Long> sizes) {
    String name = String.valueOf(((Iterable<?>) reference.productElement(0)).head());
    if (name.equals("partial")) {
      add(
          "feel-partial",
          "«partial» lets a loop grow on its own results. Write the loop over the list itself.");
    }
    return new Work(1, sizes.getOrDefault(name, LIST));
  }

  private Work iteration(Product loop, Map<String, Long> outer) {
    Map<String, Long> sizes = new HashMap<>(outer);
    Work sources = Work.ONE;
    long turns = 1;
    for (Object each : elements((Iterable<?>) loop.productElement(0))) {
      Product pair = (Product) each;
      Work source = visit(pair.productElement(1), sizes);
      sources = sources.plus(source.repeated(turns));
      turns = Work.times(turns, source.size());
      boolean numbers =
          pair.productElement(1) instanceof Product p
              && p.productPrefix().equals("IterationContext");
      sizes.put(String.valueOf(pair.productElement(0)), numbers ? 1 : source.size());
    }
    Work body = visit(loop.productElement(1), sizes).repeated(turns);
    return new Work(Work.add(sources.steps(), body.steps()), body.size());
  }

  private Work range(Product range) {
    Long start = literal(range.productElement(0));
    Long end = literal(range.productElement(1));
    if (start == null || end == null) {
      add(
          "feel-range",
          "A loop runs over a range whose ends are not written as numbers; how long it takes is"
              + " anybody's guess. Write both as numbers, or loop over a list.");
      return Work.ONE;
    }
    long steps = Math.abs(end - start) + 1;
    if (steps > MAX_RANGE) {
      add(
          "feel-range",
          "A loop runs over %,d numbers; at most %,d are allowed.".formatted(steps, MAX_RANGE));
    }
    return new Work(1, Math.min(steps, MAX_RANGE));
  }

  private static @Nullable Long literal(@Nullable Object node) {
    if (!(node instanceof Product product)) {
      return null;
    }
    if (product.productPrefix().equals("ArithmeticNegation")) {
      Long positive = literal(product.productElement(0));
      return positive == null ? null : -positive;
    }
    if (!product.productPrefix().equals("ConstNumber")) {
      return null;
    }
    BigDecimal number = new BigDecimal(String.valueOf(product.productElement(0)));
    // a number beyond any range counts as the largest one: it is refused as too long a range
    boolean small = number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0;
    return small ? number.longValue() : Integer.MAX_VALUE;
  }

  private Work context(Product context, Map<String, Long> outer) {
    Map<String, Long> sizes = new HashMap<>(outer);
    Work sum = Work.ONE;
    for (Object each : elements((Iterable<?>) context.productElement(0))) {
      Product entry = (Product) each;
      Work value = visit(entry.productElement(1), sizes);
      sizes.put(String.valueOf(entry.productElement(0)), value.size());
      sum = sum.plus(value);
    }
    return sum;
  }

  private Work filter(Product filter, Map<String, Long> sizes) {
    Work list = visit(filter.productElement(0), sizes);
    Work condition = visit(filter.productElement(1), sizes).repeated(list.size());
    return new Work(Work.add(list.steps(), condition.steps()), list.size());
  }

  private Work call(Product call, Map<String, Long> sizes) {
    String function = String.valueOf(call.productElement(0));
    if (REGEX_FUNCTIONS.contains(function)) {
      checkPattern(function, (Product) call.productElement(1));
    }
    return visit(call.productElement(1), sizes);
  }

  private void checkPattern(String function, Product parameters) {
    Object given = parameters.productElement(0);
    List<Object> values = elements((Iterable<?>) given);
    boolean named = parameters.productPrefix().equals("NamedFunctionParameters");
    if (named || values.size() < 2) {
      add("feel-pattern", "Give «" + function + "» its parameters without names.");
      return;
    }
    if (!(values.get(1) instanceof Product pattern)
        || !pattern.productPrefix().equals("ConstString")) {
      add(
          "feel-pattern",
          "«" + function + "» gets a pattern that is not written there. Write it as a text.");
      return;
    }
    Patterns.danger(String.valueOf(pattern.productElement(0)))
        .ifPresent(danger -> add("feel-pattern", danger));
  }

  private static List<Object> elements(Iterable<?> many) {
    List<Object> elements = new ArrayList<>();
    Iterator<?> each = many.iterator();
    while (each.hasNext()) {
      elements.add(each.next());
    }
    return elements;
  }
}
