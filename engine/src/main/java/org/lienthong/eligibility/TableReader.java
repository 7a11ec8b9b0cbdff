package org.lienthong.eligibility;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.lienthong.feel.Feel;

/** Reads what a table reads: the facts with their types, and the names in each expression. */
final class TableReader {

  /** The largest number that amounts can be computed with, exactly and without overflow. */
  static final long LARGEST = 1_000_000_000_000_000L;

  private static final String KEY_DATE = "keyDate";
  private static final Set<String> NO_OUTCOME = Set.of("reasonCode", "legalBasis");

  private final Feel feel;
  private final ColumnReader columns;

  TableReader(Feel feel) {
    this.feel = feel;
    this.columns = new ColumnReader(feel);
  }

  Table read(DmnModelInstance model, DmnDecision compiled, int version) {
    Decision decision = model.getModelElementById(compiled.getKey());
    if (!(decision.getExpression() instanceof DecisionTable table)) {
      throw new IllegalArgumentException(compiled.getKey() + " is no decision table");
    }
    requireFeel(model);
    List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
    List<InputData> data = List.copyOf(model.getModelElementsByType(InputData.class));
    List<Table.Input> inputs = new InputReader(model, table).inputs();
    String keyDate =
        data.stream()
            .filter(d -> KEY_DATE.equals(d.getId()))
            .map(InputReader::factName)
            .findFirst()
            .orElse(null);
    return new Table(
        compiled.getKey(),
        version,
        table.getHitPolicy(),
        inputs,
        keyDate,
        table.getInputs().stream().map(this::column).toList(),
        table.getRules().stream().map(rule -> row(rule, outputs)).toList(),
        outputs,
        compiled,
        columns.compile(compiled.getKey(), table, inputs, keyDate));
  }

  /** The names are read as FEEL, so nothing else may stand where they do. */
  private static void requireFeel(DmnModelInstance model) {
    Stream.concat(
            model.getModelElementsByType(LiteralExpression.class).stream()
                .map(LiteralExpression::getExpressionLanguage),
            model.getModelElementsByType(UnaryTests.class).stream()
                .map(UnaryTests::getExpressionLanguage))
        .filter(language -> language != null && !language.toLowerCase(ROOT).contains("feel"))
        .findAny()
        .ifPresent(
            language -> {
              throw new IllegalArgumentException("a table is written in " + language);
            });
  }

  private Table.Column column(Input column) {
    String text = expression(column);
    return new Table.Column(text, feel.parse(text).freeNames());
  }

  static String expression(Input column) {
    InputExpression expression = column.getInputExpression();
    return expression == null ? "" : textOf(expression);
  }

  private Table.Row row(Rule rule, List<String> outputs) {
    List<Table.Cell> cells = new ArrayList<>();
    for (InputEntry entry : rule.getInputEntries()) {
      String test = textOf(entry);
      cells.add(
          test.isEmpty() || test.equals("-")
              ? new Table.Cell("", Set.of())
              : new Table.Cell(test, feel.parseUnaryTests(test).freeNames()));
    }
    Set<String> results = new TreeSet<>();
    List<String> says = new ArrayList<>();
    for (OutputEntry entry : rule.getOutputEntries()) {
      String text = textOf(entry);
      says.add(NO_OUTCOME.contains(outputs.get(says.size())) ? "" : text);
      if (!text.isEmpty()) {
        results.addAll(feel.parse(text).freeNames());
      }
    }
    return new Table.Row(rule.getId(), List.copyOf(cells), List.copyOf(says), results);
  }

  static String textOf(DmnElement holder) {
    Text text = (Text) holder.getUniqueChildElementByType(Text.class);
    return text == null ? "" : text.getTextContent().strip();
  }
}
