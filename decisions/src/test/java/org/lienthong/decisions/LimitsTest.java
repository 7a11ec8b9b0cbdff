package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Folder;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Every limit that a table writes has an example on each of its sides: on the limit, and the next
 * value on the other side, which is a day, a đồng, a month or a count away. What is computed may
 * have no value on the limit itself (a percentage of whole đồng); then the last one before it.
 */
@DecisionsTest
class LimitsTest {

  private static final String END = "date\\(\"[^\"]+\"\\)|[^\\[\\]()]+?";
  private static final Pattern INTERVAL =
      Pattern.compile("([\\[(\\]])\\s*(END)\\s*\\.\\.\\s*(END)\\s*([\\])\\[])".replace("END", END));
  private static final Pattern COMPARISON = Pattern.compile("^(<=|<|>=|>)\\s*(.+)$");
  private static final Pattern DAY = Pattern.compile("date\\(\"(\\d{4}-\\d{2}-\\d{2})\"\\)");

  private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

  /** A place between two values: on the limit, and just below or just above it. */
  private record Limit(String column, String expression, boolean nextIsBelow) {

    String inWords() {
      return column + ": " + expression + " and the next " + (nextIsBelow ? "below" : "above");
    }
  }

  /** What an example puts before the rows. */
  private record Put(Map<String, Object> columns, Map<String, Object> amounts) {}

  private final List<Map<String, Object>> seen = new ArrayList<>();
  private final DmnEngine stock = stock();

  @Autowired Eligibility eligibility;

  private DmnEngine stock() {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::listen));
    return configuration.buildEngine();
  }

  private void listen(DmnDecisionTableEvaluationEvent event) {
    Map<String, Object> columns = new HashMap<>();
    event.getInputs().forEach(i -> columns.put(i.getId(), i.getValue().getValue()));
    seen.add(columns);
  }

  @TestFactory
  Stream<DynamicTest> everyLimitHasAnExampleOnEachSide() {
    return DecisionFolders.all().stream()
        .flatMap(
            folder ->
                DecisionFolders.models(folder).entrySet().stream()
                    .map(
                        model ->
                            DynamicTest.dynamicTest(
                                model.getKey(),
                                () -> onEachSide(folder, model.getKey(), model.getValue()))));
  }

  private void onEachSide(Folder folder, String key, DmnModelInstance model) {
    List<Put> examples = examples(folder, key, model);
    Set<String> lacking = new TreeSet<>();
    for (Limit limit : limits(model)) {
      boolean on = false;
      boolean next = false;
      for (Put example : examples) {
        BigDecimal distance = distance(limit, example);
        BigDecimal beyond = distance == null || !limit.nextIsBelow() ? distance : distance.negate();
        on |= beyond != null && beyond.signum() <= 0 && beyond.compareTo(MINUS_ONE) > 0;
        next |= beyond != null && beyond.signum() > 0 && beyond.compareTo(BigDecimal.ONE) <= 0;
      }
      if (!on || !next) {
        lacking.add(limit.inWords() + (on ? " (the next lacks)" : " (the limit lacks)"));
      }
    }
    assertThat(lacking)
        .as("Limits of %s without an example on each side, in %s", key, folder.key())
        .isEmpty();
  }

  private List<Put> examples(Folder folder, String key, DmnModelInstance model) {
    DmnDecision table = stock.parseDecision(key, model);
    List<Put> examples = new ArrayList<>();
    for (JsonNode example :
        DecisionFolders.yaml(folder, "examples.yaml").path(key).path("examples")) {
      Assessment answer = Examples.evaluate(eligibility, key, example);
      Map<String, Object> variables = new HashMap<>();
      model.getModelElementsByType(InputData.class).forEach(d -> variables.put(d.getName(), null));
      variables.putAll(answer.parameters());
      variables.putAll(answer.facts());
      if (!answer.matchedRows().isEmpty()) {
        seen.clear();
        stock.evaluateDecisionTable(table, variables);
        examples.add(new Put(seen.get(0), variables));
      }
    }
    return examples;
  }

  private static Set<Limit> limits(DmnModelInstance model) {
    Set<Limit> limits = new java.util.LinkedHashSet<>();
    for (DecisionTable table : model.getModelElementsByType(DecisionTable.class)) {
      List<Input> columns = List.copyOf(table.getInputs());
      for (Rule rule : table.getRules()) {
        List<InputEntry> cells = List.copyOf(rule.getInputEntries());
        for (int i = 0; i < cells.size(); i++) {
          limits(columns.get(i).getId(), cells.get(i).getText().getTextContent().strip(), limits);
        }
      }
    }
    return limits;
  }

  private static void limits(String column, String cell, Set<Limit> limits) {
    Matcher comparison = COMPARISON.matcher(cell);
    if (comparison.matches()) {
      limits.add(limit(column, comparison.group(2), comparison.group(1)));
    }
    Matcher interval = INTERVAL.matcher(cell);
    while (interval.find()) {
      limits.add(limit(column, interval.group(2), interval.group(1).equals("[") ? ">=" : ">"));
      limits.add(limit(column, interval.group(3), interval.group(4).equals("]") ? "<=" : "<"));
    }
  }

  private static Limit limit(String column, String expression, String operator) {
    return new Limit(column, expression.strip(), operator.equals(">=") || operator.equals("<"));
  }

  /** How far an example's value lies above the limit; null where there is no value. */
  private static @Nullable BigDecimal distance(Limit limit, Put example) {
    BigDecimal value = number(example.columns().get(limit.column()));
    Matcher day = DAY.matcher(limit.expression());
    BigDecimal at =
        day.matches()
            ? number(LocalDate.parse(day.group(1)))
            : limit.expression().matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(limit.expression())
                : number(example.amounts().get(limit.expression()));
    return value == null || at == null ? null : value.subtract(at);
  }

  private static @Nullable BigDecimal number(@Nullable Object value) {
    if (value instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    return value instanceof LocalDate day ? BigDecimal.valueOf(day.toEpochDay()) : null;
  }
}
