package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What the engine cannot evaluate in a decision table, or would evaluate otherwise than an
 * assessment, a sweep and an explanation do: refused here, with what to write instead.
 */
final class DmnTableLint {

  private static final int MAX_RULES = 2_000;
  private static final int MAX_COLUMNS = 60;

  private static final Set<String> HIT_POLICIES = Set.of("", "UNIQUE", "FIRST", "ANY", "COLLECT");
  private static final String RANK = "Use FIRST, with the rows in order of rank.";
  private static final Map<String, String> INSTEAD =
      Map.of(
          "PRIORITY",
          "The engine does not know PRIORITY. " + RANK,
          "OUTPUT ORDER",
          "The engine does not know OUTPUT ORDER, and a decision has one answer. " + RANK,
          "RULE ORDER",
          "RULE ORDER answers with a list, and a decision has one answer. "
              + RANK
              + " Or use COLLECT, where the amounts of all rows are added up.");

  /** What the engine can convert; {@code number} it leaves as it is. */
  private static final Set<String> TYPES =
      Set.of("", "string", "boolean", "integer", "long", "double", "number");

  private static final Set<String> NUMBERS = Set.of("number", "integer", "long", "double");

  private final LintReport report;
  private final Element table;
  private final @Nullable String id;
  private final Map<String, String> facts = new HashMap<>();

  DmnTableLint(LintReport report, Element table) {
    this.report = report;
    this.table = table;
    this.id = XmlLint.nearestId(table);
    for (Element data : children(table.getOwnerDocument().getDocumentElement(), "inputData")) {
      for (Element variable : children(data, "variable")) {
        facts.put(variable.getAttribute("name"), variable.getAttribute("typeRef"));
      }
    }
  }

  void check() {
    hitPolicy();
    List<Element> inputs = children(table, "input");
    List<Element> outputs = children(table, "output");
    List<Element> rules = children(table, "rule");
    if (rules.size() > MAX_RULES) {
      report.error(
          "dmn-too-many-rules",
          id,
          "The table has %,d rows; at most %,d are read. Split it."
              .formatted(rules.size(), MAX_RULES));
    }
    if (inputs.size() + outputs.size() > MAX_COLUMNS) {
      report.error("dmn-too-many-columns", id, "The table has more than 60 columns. Split it.");
    }
    inputs.forEach(this::input);
    outputs(outputs);
    rules.forEach(rule -> rule(rule, inputs.size(), outputs.size()));
  }

  private void hitPolicy() {
    String policy = table.getAttribute("hitPolicy");
    if (!HIT_POLICIES.contains(policy)) {
      report.error(
          "dmn-hit-policy",
          id,
          INSTEAD.getOrDefault(
              policy,
              "The engine does not know "
                  + LintReport.quote(policy)
                  + ". Use UNIQUE, FIRST, ANY or COLLECT."));
    }
    if (table.hasAttribute("aggregation")) {
      report.error(
          "dmn-hit-policy",
          id,
          "The engine aggregates a single output only, and a decision has several. Use COLLECT"
              + " without aggregation: the numbers of all rows are added up. For the largest or"
              + " smallest use FIRST, with the rows in that order.");
    }
  }

  private void input(Element input) {
    Element expression = children(input, "inputExpression").stream().findFirst().orElse(null);
    if (expression == null || text(expression).isEmpty()) {
      report.error(
          "dmn-column-empty",
          XmlLint.nearestId(input),
          "The column says not what it looks at. Write a fact's name or an expression.");
      return;
    }
    type(expression);
    fact(expression);
  }

  /**
   * Converting would be the engine's alone: whoever evaluates otherwise takes the fact as it is.
   */
  private void fact(Element expression) {
    String column = expression.getAttribute("typeRef");
    String fact = facts.getOrDefault(text(expression), "");
    boolean numbers = NUMBERS.contains(column) && NUMBERS.contains(fact);
    if (!column.isEmpty() && !fact.isEmpty() && !column.equals(fact) && !numbers) {
      report.error(
          "dmn-column-type",
          XmlLint.nearestId(expression),
          "The column reads its fact as "
              + LintReport.quote(column)
              + ", and the fact is "
              + LintReport.quote(fact)
              + ". Give the column the fact's type, or none.");
    }
  }

  private void type(Element typed) {
    String type = typed.getAttribute("typeRef");
    if (!TYPES.contains(type)) {
      report.error(
          "dmn-type",
          XmlLint.nearestId(typed),
          type.equals("date")
              ? "The engine cannot convert FEEL's dates. Leave the type away: a column or output"
                  + " without one may be a date."
              : "The engine does not know the type "
                  + LintReport.quote(type)
                  + ". Use string, boolean, integer, long or double, or none.");
    }
  }

  private void outputs(List<Element> outputs) {
    Set<String> names = new HashSet<>();
    for (Element output : outputs) {
      String name = output.getAttribute("name");
      if (name.isEmpty() || !names.add(name)) {
        report.error(
            "dmn-output-name",
            XmlLint.nearestId(output),
            name.isEmpty()
                ? "The output has no name, so nobody can read it. Name it."
                : "Two outputs have the name " + LintReport.quote(name) + ". Rename one.");
      }
      type(output);
    }
  }

  private void rule(Element rule, int inputs, int outputs) {
    int cells = children(rule, "inputEntry").size();
    int results = children(rule, "outputEntry").size();
    if (cells != inputs || results != outputs) {
      report.error(
          "dmn-row-length",
          XmlLint.nearestId(rule),
          "The row has %d cells and %d results, the table %d columns and %d outputs. Fill the row up with empty ones."
              .formatted(cells, results, inputs, outputs));
    }
  }

  private static List<Element> children(Element parent, String tag) {
    List<Element> children = new ArrayList<>();
    for (Node c = parent.getFirstChild(); c != null; c = c.getNextSibling()) {
      if (c instanceof Element child && child.getLocalName().equals(tag)) {
        children.add(child);
      }
    }
    return children;
  }

  static String text(Element entry) {
    return children(entry, "text").stream().findFirst().map(XmlLint::text).orElse("").strip();
  }
}
