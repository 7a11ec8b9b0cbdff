package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.junit.jupiter.api.Test;
import org.lienthong.catalogue.Folder;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Every example that a table answers is answered the same by the engine's own DMN engine with its
 * own FEEL: the same rows, and the same outputs of the first.
 */
@DecisionsTest
class ConformanceTest {

  /** What a table says: the rows that matched, and the outputs of each. */
  private record Said(List<String> rows, List<Map<String, String>> outputs) {}

  private final List<Said> said = new ArrayList<>();
  private final DmnEngine stock = stock();

  @Autowired Eligibility eligibility;

  private DmnEngine stock() {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::listen));
    return configuration.buildEngine();
  }

  private void listen(DmnDecisionTableEvaluationEvent event) {
    List<String> rows = new ArrayList<>();
    List<Map<String, String>> outputs = new ArrayList<>();
    event
        .getMatchingRules()
        .forEach(
            rule -> {
              rows.add(rule.getId());
              Map<String, String> values = new TreeMap<>();
              rule.getOutputEntries()
                  .values()
                  .forEach(
                      each -> values.put(each.getOutputName(), text(each.getValue().getValue())));
              values.values().removeIf(String::isEmpty);
              outputs.add(values);
            });
    said.add(new Said(rows, outputs));
  }

  @Test
  void theStockEngineSaysTheSameOfEveryExample() {
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (Folder folder : DecisionFolders.all()) {
      JsonNode examples = DecisionFolders.yaml(folder, "examples.yaml");
      for (Map.Entry<String, DmnModelInstance> model : DecisionFolders.models(folder).entrySet()) {
        DmnDecision table = stock.parseDecision(model.getKey(), model.getValue());
        for (JsonNode example : examples.path(model.getKey()).path("examples")) {
          Assessment answer = Examples.evaluate(eligibility, model.getKey(), example);
          if (!answer.matchedRows().isEmpty()) {
            compared++;
            compare(table, model.getValue(), answer, differences);
          }
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).as("examples that a row answers").isGreaterThan(300);
  }

  private void compare(
      DmnDecision table, DmnModelInstance model, Assessment answer, List<String> differences) {
    Map<String, Object> variables = new HashMap<>();
    // the engine takes a name that is not there for an error
    model.getModelElementsByType(InputData.class).forEach(d -> variables.put(d.getName(), null));
    variables.putAll(answer.parameters());
    variables.putAll(answer.facts());
    said.clear();
    stock.evaluateDecisionTable(table, variables);
    Said stocks = said.get(0);
    if (!stocks.rows().equals(answer.matchedRows())) {
      differences.add(table.getKey() + " " + stocks.rows() + " for " + answer.matchedRows());
    } else if (stocks.rows().size() == 1 && !stocks.outputs().get(0).equals(ours(answer))) {
      differences.add(table.getKey() + " " + stocks.outputs() + " for " + answer.outputs());
    }
  }

  private static Map<String, String> ours(Assessment answer) {
    Map<String, String> values = new TreeMap<>();
    new LinkedHashMap<>(answer.outputs()).forEach((name, value) -> values.put(name, text(value)));
    return values;
  }

  /** 5 and 5.0 are one number. */
  private static String text(@org.jspecify.annotations.Nullable Object value) {
    if (value instanceof Number number) {
      return new java.math.BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString();
  }
}
