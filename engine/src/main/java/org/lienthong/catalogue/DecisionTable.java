package org.lienthong.catalogue;

import static org.lienthong.catalogue.Xml.DMN;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A decision as its DMN file tells it.
 *
 * @param key the decision's id
 * @param label its name
 * @param inputs per fact that it reads its type; null where the file names none that we know
 * @param optional the facts without which it can answer, too
 * @param keyDate the fact whose day chooses the law
 * @param columns the expressions of the input columns
 * @param outputs per output its type
 * @param rules the rows
 */
record DecisionTable(
    String key,
    String label,
    Map<String, FactType> inputs,
    Set<String> optional,
    @Nullable String keyDate,
    List<String> columns,
    Map<String, FactType> outputs,
    List<Rule> rules) {

  /**
   * A row.
   *
   * @param cells its conditions, in the order of the columns
   * @param results per output the expression that gives it
   */
  record Rule(String id, List<String> cells, Map<String, String> results) {}

  /**
   * Reads a file.
   *
   * @throws ContentException if it holds anything but one decision table
   */
  static DecisionTable read(byte[] bytes) {
    Xml root = Xml.root(bytes);
    List<Xml> decisions = root.all(DMN, "decision").toList();
    if (decisions.size() != 1) {
      throw new ContentException(
          "The file holds "
              + decisions.size()
              + " decisions of DMN 1.3; one file is one decision.");
    }
    Xml decision = decisions.get(0);
    Xml table =
        decision
            .first(DMN, "decisionTable")
            .orElseThrow(() -> new ContentException("The decision has no decision table."));
    List<Xml> outputs = table.all(DMN, "output").toList();
    List<Rule> rules = table.all(DMN, "rule").map(r -> rule(r, outputs)).toList();
    return new DecisionTable(
        decision.id(),
        decision.get("name"),
        inputs(root),
        optional(root),
        keyDate(root),
        table
            .all(DMN, "input")
            .map(i -> i.first(DMN, "inputExpression").map(DecisionTable::text).orElse(""))
            .toList(),
        outputTypes(outputs),
        rules);
  }

  /** The names that are a fact of the caller, in the order of the file. */
  private static Map<String, FactType> inputs(Xml root) {
    Set<String> lists =
        root.all(DMN, "itemDefinition")
            .filter(i -> i.get("isCollection").equals("true"))
            .map(i -> i.get("name"))
            .collect(Collectors.toUnmodifiableSet());
    Map<String, FactType> inputs = new LinkedHashMap<>();
    root.all(DMN, "inputData")
        .forEach(
            d ->
                inputs.put(
                    inputName(d), lists.contains(typeRef(d)) ? FactType.LIST : type(typeRef(d))));
    return inputs;
  }

  private static Set<String> optional(Xml root) {
    return root.all(DMN, "inputData")
        .filter(d -> d.first(DMN, "description").map(Xml::text).orElse("").startsWith("optional"))
        .map(DecisionTable::inputName)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable String keyDate(Xml root) {
    return root.all(DMN, "inputData")
        .filter(d -> d.id().equals("keyDate"))
        .map(DecisionTable::inputName)
        .findFirst()
        .orElse(null);
  }

  private static String inputName(Xml inputData) {
    Optional<Xml> variable = inputData.first(DMN, "variable");
    return variable.map(v -> v.get("name")).filter(n -> !n.isEmpty()).orElse(inputData.get("name"));
  }

  private static String typeRef(Xml inputData) {
    return inputData.first(DMN, "variable").map(v -> v.get("typeRef")).orElse("");
  }

  private static Map<String, FactType> outputTypes(List<Xml> outputs) {
    Map<String, FactType> types = new LinkedHashMap<>();
    outputs.forEach(o -> types.put(o.get("name"), outputType(o.get("typeRef"))));
    return types;
  }

  /** A date is what has no type: the engine cannot convert FEEL's (decisions/README.md). */
  private static FactType outputType(String typeRef) {
    return typeRef.isEmpty() ? FactType.DATE : type(typeRef);
  }

  private static Rule rule(Xml rule, List<Xml> outputs) {
    List<String> cells = rule.all(DMN, "inputEntry").map(DecisionTable::text).toList();
    List<String> entries = rule.all(DMN, "outputEntry").map(DecisionTable::text).toList();
    Map<String, String> results = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(outputs.size(), entries.size()); i++) {
      results.put(outputs.get(i).get("name"), entries.get(i));
    }
    return new Rule(rule.id(), new ArrayList<>(cells), results);
  }

  private static String text(Xml holder) {
    return holder.first(DMN, "text").map(Xml::text).orElse("");
  }

  private static FactType type(String typeRef) {
    return switch (typeRef) {
      case "number", "integer", "long", "double" -> FactType.NUMBER;
      case "boolean" -> FactType.BOOLEAN;
      case "date" -> FactType.DATE;
      case "list" -> FactType.LIST;
      case "context" -> FactType.CONTEXT;
      default -> FactType.TEXT;
    };
  }
}
