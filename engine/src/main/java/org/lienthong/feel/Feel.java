package org.lienthong.feel;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The language in which all content is written that is not a diagram.
 *
 * <p>Evaluates without access to Java: values in, values out. Dates are {@link
 * java.time.LocalDate}, numbers {@link Long} or {@link Double}, lists {@link java.util.List},
 * contexts {@link Map}. Thread-safe.
 */
@Component
public class Feel {

  private static final int MAX_LENGTH = 2_000;
  private static final int MAX_NESTING = 40;

  /** Content has a few hundred expressions; drafts come and go. */
  private static final int CACHED = 10_000;

  private final Map<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
  private final Map<String, ParsedExpression> cells = new ConcurrentHashMap<>();
  private final FeelEngineApi engine =
      FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();

  /** Reads an expression once; a {@link FeelSyntaxException} says what is wrong with it. */
  public FeelExpression parse(String text) {
    ParseResult result = engine.parseExpression(text);
    if (result.isFailure()) {
      throw new FeelSyntaxException(text, result.failure().message());
    }
    return new FeelExpression(text, ExpressionWalk.freeNames(result.parsedExpression()));
  }

  /**
   * Reads the cell of a decision table, such as {@code [1..6)} or {@code "POOR", "NEAR_POOR"}; a
   * {@link FeelSyntaxException} says what is wrong with it.
   */
  public FeelExpression parseUnaryTests(String text) {
    ParseResult result = engine.parseUnaryTests(text);
    if (result.isFailure()) {
      throw new FeelSyntaxException(text, result.failure().message());
    }
    return new FeelExpression(text, ExpressionWalk.freeNames(result.parsedExpression()));
  }

  /** Takes an expression apart; a {@link FeelSyntaxException} says what is wrong with it. */
  public FeelTree tree(String text) {
    return FeelTree.of(parsed(text, expressions, engine::parseExpression));
  }

  /** Takes the cell of a decision table apart, likewise. */
  public FeelTree treeOfUnaryTests(String text) {
    return FeelTree.of(parsed(text, cells, engine::parseUnaryTests));
  }

  /** The value of an expression that was taken apart, or of a part of it. */
  public @Nullable Object evaluate(FeelTree tree, Map<String, ?> variables) {
    return valueOf(tree.toString(), engine.evaluate(tree.parsed(), plain(variables)));
  }

  /**
   * What is wrong with an expression of a stranger, beyond its grammar: it may run too long, grow
   * too large, or do what content never needs. Empty for an expression that may run.
   */
  public List<FeelDanger> dangers(String text) {
    return dangers(text, false);
  }

  /** The same for the cell of a decision table. */
  public List<FeelDanger> dangersOfUnaryTests(String text) {
    return dangers(text, true);
  }

  private List<FeelDanger> dangers(String text, boolean unaryTests) {
    if (text.length() > MAX_LENGTH) {
      return List.of(
          new FeelDanger(
              "feel-too-long",
              "The expression has %,d characters; at most %,d are allowed. Split it."
                  .formatted(text.length(), MAX_LENGTH)));
    }
    if (nesting(text) > MAX_NESTING) {
      // before the parser, which would run out of stack
      return List.of(
          new FeelDanger("feel-too-deep", "Brackets are nested deeper than " + MAX_NESTING + "."));
    }
    ParseResult result = unaryTests ? engine.parseUnaryTests(text) : engine.parseExpression(text);
    if (result.isFailure()) {
      return List.of(new FeelDanger("feel-syntax", result.failure().message()));
    }
    return DangerWalk.dangers(result.parsedExpression().expression());
  }

  private static int nesting(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
        case ')', ']', '}' -> depth--;
        default -> {
          // not a bracket
        }
      }
    }
    return deepest;
  }

  /** The value of an expression over the given variables; FEEL's null where it has none. */
  public @Nullable Object evaluate(String text, Map<String, ?> variables) {
    return valueOf(
        text,
        engine.evaluate(parsed(text, expressions, engine::parseExpression), plain(variables)));
  }

  /**
   * Whether a value passes the cell of a decision table.
   *
   * @param input the value of the cell's column; null where it is unknown, which passes no
   *     comparison
   */
  public boolean test(String unaryTests, @Nullable Object input, Map<String, ?> variables) {
    ParsedExpression parsed = parsed(unaryTests, cells, engine::parseUnaryTests);
    EvaluationResult result = engine.evaluateWithInput(parsed, input, plain(variables));
    return Boolean.TRUE.equals(valueOf(unaryTests, result));
  }

  /**
   * The values at which the answer of a cell can change: numbers as {@link java.math.BigDecimal},
   * texts, days, truth values. The cell of a table that says {@code >= 6} has the limit 6.
   *
   * @param variables what the cell may read beside its column, such as an amount of the law
   * @return empty for a cell that computes with what is not among them: its limits are not known
   */
  public Optional<Set<Object>> limits(String unaryTests, Map<String, ?> variables) {
    ParsedExpression parsed = parsed(unaryTests, cells, engine::parseUnaryTests);
    return LimitWalk.limits(parsed.expression(), variables, part -> known(part, variables));
  }

  private @Nullable Object known(Object part, Map<String, ?> variables) {
    ParsedExpression parsed = new ParsedExpression((Exp) part, part.toString());
    if (!variables.keySet().containsAll(ExpressionWalk.freeNames(parsed))) {
      return null;
    }
    EvaluationResult result = engine.evaluate(parsed, plain(variables));
    return result.isFailure() ? null : result.result();
  }

  private static ParsedExpression parsed(
      String text, Map<String, ParsedExpression> cache, Function<String, ParseResult> parser) {
    ParsedExpression known = cache.get(text);
    if (known != null) {
      return known;
    }
    ParseResult result = parser.apply(text);
    if (result.isFailure()) {
      throw new FeelSyntaxException(text, result.failure().message());
    }
    if (cache.size() >= CACHED) {
      cache.clear();
    }
    cache.put(text, result.parsedExpression());
    return result.parsedExpression();
  }

  private static @Nullable Object valueOf(String text, EvaluationResult result) {
    if (result.isFailure()) {
      throw new FeelSyntaxException(text, result.failure().message());
    }
    return result.result();
  }

  private static Map<String, Object> plain(Map<String, ?> variables) {
    Map<String, Object> present = new HashMap<>();
    variables.forEach(
        (name, value) -> {
          if (value != null) {
            checkPlain(name, value);
            present.put(name, value);
          }
        });
    return present;
  }

  /**
   * FEEL reads fields and calls methods of Java objects by reflection, whatever is said of external
   * functions (tried); so it is never given one.
   */
  private static void checkPlain(String name, @Nullable Object value) {
    if (value instanceof Collection<?> items) {
      items.forEach(item -> checkPlain(name, item));
    } else if (value instanceof Map<?, ?> entries) {
      entries.values().forEach(item -> checkPlain(name, item));
    } else if (!(value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Temporal
        || value instanceof TemporalAmount)) {
      throw new IllegalArgumentException(
          "FEEL is given values, not objects: «"
              + name
              + "» holds a "
              + value.getClass().getName());
    }
  }
}
