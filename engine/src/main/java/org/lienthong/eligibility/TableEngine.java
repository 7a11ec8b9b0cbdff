package org.lienthong.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;
import org.springframework.stereotype.Component;

/**
 * Evaluates decision tables and tells which rows matched.
 *
 * <p>It is the engine's own DMN engine, but not the instance inside the process engine: evaluating
 * is then no command, needs no database, and a table that fails cannot roll its caller back. And
 * its FEEL reads each cell once instead of at every evaluation.
 */
@Component
class TableEngine {

  private final Feel feel;
  private final TableReader reader;
  private final DmnEngine engine;

  /** The rows of the evaluation that runs in this thread. */
  private final ThreadLocal<List<MatchedRow>> matched = ThreadLocal.withInitial(ArrayList::new);

  /**
   * A row that fitted.
   *
   * @param outputs its results by name; those without a value are left out
   */
  record MatchedRow(String id, Map<String, Object> outputs) {}

  TableEngine(Feel feel) {
    this.feel = feel;
    this.reader = new TableReader(feel);
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(OurFeel::new);
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::remember));
    this.engine = configuration.buildEngine();
  }

  /** Reads and compiles one decision of a model. */
  Table compile(String key, int version, DmnModelInstance model) {
    DmnDecision compiled = engine.parseDecision(key, model);
    return reader.read(model, compiled, version);
  }

  /**
   * The rows that match, in the order of the hit policy.
   *
   * @throws TableFailure if the table contradicts itself or cannot be evaluated
   */
  List<MatchedRow> evaluate(Table table, Map<String, Object> variables) throws TableFailure {
    matched.remove();
    Map<String, Object> all = new HashMap<>(variables);
    // the engine takes a name that is not there for an error, and an unknown fact for FEEL's null
    table.inputs().forEach(i -> all.putIfAbsent(i.name(), null));
    try {
      engine.evaluateDecisionTable(table.compiled(), all);
      return List.copyOf(matched.get());
    } catch (DmnHitPolicyException e) {
      throw new TableFailure(Reasons.RULES_CONTRADICT);
    } catch (DmnEngineException | IllegalArgumentException e) {
      throw new TableFailure(Reasons.RULES_FAILED);
    } finally {
      matched.remove();
    }
  }

  private void remember(DmnDecisionTableEvaluationEvent event) {
    List<MatchedRow> rows = matched.get();
    rows.clear();
    event.getMatchingRules().forEach(r -> rows.add(matchedRow(r)));
  }

  private static MatchedRow matchedRow(DmnEvaluatedDecisionRule rule) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    rule.getOutputEntries()
        .values()
        .forEach(
            output -> {
              TypedValue value = output.getValue();
              if (value != null && value.getValue() != null) {
                outputs.put(output.getOutputName(), value.getValue());
              }
            });
    return new MatchedRow(rule.getId(), outputs);
  }

  /** A table that cannot answer; carries a reason and no value, since a value may be personal. */
  static final class TableFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    TableFailure(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  /** The engine's FEEL, answered by ours. */
  private final class OurFeel implements FeelEngine {

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
      return (T) feel.evaluate(expression, plain(context));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(
        String test, String inputName, VariableContext context) {
      Map<String, Object> variables = plain(context);
      return feel.test(test, variables.get(inputName), variables);
    }

    private static Map<String, Object> plain(VariableContext context) {
      Map<String, Object> plain = new HashMap<>();
      for (String name : context.keySet()) {
        TypedValue value = context.resolve(name);
        @Nullable Object object = value == null ? null : value.getValue();
        if (object != null) {
          plain.put(name, object);
        }
      }
      return plain;
    }
  }
}
