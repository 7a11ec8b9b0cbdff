package org.lienthong.feel;

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

  /** The value of an expression over the given variables; FEEL's null where it has none. */
  public @Nullable Object evaluate(String text, Map<String, ?> variables) {
    EvaluationResult result = engine.evaluateExpression(text, Map.copyOf(withoutNulls(variables)));
    if (result.isFailure()) {
      throw new FeelSyntaxException(text, result.failure().message());
    }
    return result.result();
  }

  private static Map<String, Object> withoutNulls(Map<String, ?> variables) {
    Map<String, Object> present = new java.util.HashMap<>();
    variables.forEach(
        (name, value) -> {
          if (value != null) {
            present.put(name, value);
          }
        });
    return present;
  }
}
