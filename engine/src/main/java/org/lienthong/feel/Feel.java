package org.lienthong.feel;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
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
    EvaluationResult result = engine.evaluateExpression(text, plain(variables));
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
