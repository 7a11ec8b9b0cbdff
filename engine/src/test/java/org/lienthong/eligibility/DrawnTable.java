package org.lienthong.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.lienthong.platform.QuickModels;

/** Draws a decision table as a designer's tool would write it. */
final class DrawnTable {

  static final String KEY = "demo-grant";

  static {
    QuickModels.install();
  }

  private final String hitPolicy;
  private final StringBuilder lists = new StringBuilder();
  private final StringBuilder facts = new StringBuilder();
  private final StringBuilder columns = new StringBuilder();
  private final StringBuilder outputs = new StringBuilder();
  private final StringBuilder rows = new StringBuilder();
  private final List<String> outputNames = new ArrayList<>();
  private int columnCount;

  DrawnTable(String hitPolicy) {
    this.hitPolicy = hitPolicy;
  }

  DrawnTable keyDate(String name) {
    return fact("keyDate", name, "date", "");
  }

  DrawnTable fact(String name, String type) {
    return fact("Input_" + name, name, type, "");
  }

  DrawnTable optional(String name, String type) {
    return fact("Input_" + name, name, type, "<description>optional</description>");
  }

  /** A fact of which a person may be told that another value would change the answer. */
  DrawnTable changeable(String name, String type) {
    return fact("Input_" + name, name, type, "<description>may change</description>");
  }

  DrawnTable signed(String name) {
    return fact("Input_" + name, name, "number", "<description>may be negative</description>");
  }

  /** A list of values of a type, or of records: {@code name:type} each. */
  DrawnTable list(String name, String allowed, String... items) {
    lists.append("<itemDefinition name=\"%s\" isCollection=\"true\">".formatted(name));
    for (String item : items) {
      int colon = item.indexOf(':');
      String what =
          "<typeRef>%s</typeRef>%s"
              .formatted(
                  item.substring(colon + 1),
                  allowed.isEmpty()
                      ? ""
                      : "<allowedValues><text>" + escaped(allowed) + "</text></allowedValues>");
      lists.append(
          colon < 0
              ? what
              : "<itemComponent name=\"%s\">%s</itemComponent>"
                  .formatted(item.substring(0, colon), what));
    }
    lists.append("</itemDefinition>");
    return fact("Input_" + name, name, name, "");
  }

  /** A list, or whatever else the file does not say. */
  DrawnTable untyped(String name) {
    facts.append("<inputData id=\"Input_%s\" name=\"%s\"/>".formatted(name, name));
    return this;
  }

  private DrawnTable fact(String id, String name, String type, String description) {
    facts.append(
        """
        <inputData id="%s" name="%s">%s
          <variable name="%s" typeRef="%s"/>
        </inputData>\
        """
            .formatted(id, name, description, name, type));
    return this;
  }

  DrawnTable column(String expression) {
    return column(expression, null, "");
  }

  DrawnTable column(String expression, @Nullable String type, String allowed) {
    columnCount++;
    columns.append(
        """
        <input id="Column_%d"><inputExpression%s><text>%s</text></inputExpression>%s</input>\
        """
            .formatted(
                columnCount,
                type == null ? "" : " typeRef=\"" + type + "\"",
                expression,
                allowed.isEmpty()
                    ? ""
                    : "<inputValues><text>" + escaped(allowed) + "</text></inputValues>"));
    return this;
  }

  DrawnTable output(String name, @Nullable String type) {
    outputs.append(
        "<output id=\"Output_%s\" name=\"%s\"%s/>"
            .formatted(
                name, name, type == null || type.isEmpty() ? "" : " typeRef=\"" + type + "\""));
    return this;
  }

  DrawnTable output(String name) {
    outputNames.add(name);
    outputs.append("<output id=\"Output_%s\" name=\"%s\"/>".formatted(name, name));
    return this;
  }

  /** A row: its cells, then its results. */
  DrawnTable row(String id, String... entries) {
    rows.append("<rule id=\"%s\">".formatted(id));
    for (int i = 0; i < entries.length; i++) {
      String element = i < columnCount ? "inputEntry" : "outputEntry";
      rows.append("<%s><text>%s</text></%s>".formatted(element, escaped(entries[i]), element));
    }
    rows.append("</rule>");
    return this;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  DmnModelInstance model() {
    String xml =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
            id="demo" name="demo" namespace="urn:demo">
          %s%s
          <decision id="%s" name="demo">
            <decisionTable hitPolicy="%s">%s%s%s</decisionTable>
          </decision>
        </definitions>
        """
            .formatted(lists, facts, KEY, hitPolicy, columns, outputs, rows);
    return Dmn.readModelFromStream(
        new java.io.ByteArrayInputStream(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
