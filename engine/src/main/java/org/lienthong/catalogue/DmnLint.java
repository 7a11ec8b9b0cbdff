package org.lienthong.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a decision table may say, beyond the list of what may stand in it. */
final class DmnLint {

  private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

  private static final AllowList ALLOWED = AllowList.read("allowed-dmn.txt");
  private static final Map<String, String> PREFIXES =
      Map.of(
          DMN,
          "dmn",
          CAMUNDA,
          "camunda",
          "http://www.w3.org/2001/XMLSchema-instance",
          "xsi",
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "dmndi",
          "http://www.omg.org/spec/DMN/20180521/DC/",
          "dmndc",
          "http://www.omg.org/spec/DMN/20180521/DI/",
          "dmndi2",
          "http://bpmn.io/schema/dmn/biodi/2.0",
          "biodi",
          "http://camunda.org/schema/modeler/1.0",
          "modeler");
  private static final Set<String> LANGUAGES =
      Set.of("", "feel", "FEEL", "https://www.omg.org/spec/DMN/20191111/FEEL/");

  /** The types of facts; those of lists and contexts need none. */
  private static final Set<String> FACT_TYPES =
      Set.of(
          "", "string", "number", "integer", "long", "double", "boolean", "date", "list",
          "context");

  private static final Set<String> ITEM_TYPES = Set.of("string", "number", "boolean", "date");

  /** By this name the engine hands a cell its column's value. */
  private static final String CELL_INPUT = "cellInput";

  private final LintReport report;
  private final FeelLint feel;
  private final Map<String, Consumer<Element>> texts = new HashMap<>();
  private int decisions;
  private boolean named;

  DmnLint(LintReport report, FeelLint feel) {
    this.report = report;
    this.feel = feel;
    texts.put("inputEntry", e -> cell(e));
    texts.put("inputValues", e -> cell(e));
    texts.put("outputValues", e -> cell(e));
    texts.put("allowedValues", e -> cell(e));
    texts.put("inputExpression", e -> expression(e));
    texts.put("outputEntry", e -> expression(e));
    texts.put("literalExpression", e -> expression(e));
  }

  void check(byte[] bytes) {
    XmlLint xml =
        new XmlLint(report, ALLOWED, PREFIXES, (place, path) -> false, "dmn:text"::equals);
    Document document = xml.check(bytes);
    if (document == null) {
      return;
    }
    visit(document.getDocumentElement());
    if (decisions == 0 || !named) {
      report.error(
          "decision-key",
          null,
          "The file holds a decision of its own name: id=\"" + report.stem() + "\".");
    }
  }

  private void visit(Element element) {
    checkLanguage(element, "expressionLanguage");
    checkLanguage(element, "typeLanguage");
    if (DMN.equals(element.getNamespaceURI())) {
      checkDmn(element);
    }
    for (Node c = element.getFirstChild(); c != null; c = c.getNextSibling()) {
      if (c instanceof Element child) {
        visit(child);
      }
    }
  }

  private void checkLanguage(Element element, String attribute) {
    if (!LANGUAGES.contains(element.getAttribute(attribute))) {
      report.error(
          "dmn-language",
          XmlLint.nearestId(element),
          "Tables are written in FEEL; "
              + attribute
              + " says "
              + LintReport.quote(element.getAttribute(attribute))
              + ". Delete it.");
    }
  }

  private void checkDmn(Element element) {
    String tag = element.getLocalName();
    switch (tag) {
      case "decision" -> checkDecision(element);
      case "decisionTable" -> new DmnTableLint(report, element).check();
      case "variable" -> checkFact(element);
      case "itemDefinition" -> checkList(element);
      case "typeRef" -> checkItem(element);
      case "requiredInput", "requiredAuthority", "sourceRef", "targetRef" ->
          checkReference(element);
      default -> {
        Consumer<Element> text = texts.get(tag);
        if (text != null) {
          text.accept(element);
        }
      }
    }
  }

  private void checkDecision(Element decision) {
    decisions++;
    String id = decision.getAttribute("id");
    named |= id.equals(report.stem());
    if (!id.startsWith(report.folder().key() + "-") || !BpmnLint.KEY.matcher(id).matches()) {
      report.error(
          "decision-key",
          id,
          "The decision is named "
              + LintReport.quote(id)
              + " and could replace another's. Its id begins with its folder's name: "
              + report.folder().key()
              + "-…");
    }
    HistoryRule.check(report, id, decision.getAttributeNS(CAMUNDA, "historyTimeToLive"));
  }

  /** A list is the only thing that a file may name a type of its own for. */
  private void checkList(Element list) {
    String name = list.getAttribute("name");
    if (!list.getAttribute("isCollection").equals("true") || FACT_TYPES.contains(name)) {
      report.error(
          "dmn-list",
          XmlLint.nearestId(list),
          "An item definition says what a list is made of: give it isCollection=\"true\" and a name"
              + " of its own.");
    }
  }

  private void checkItem(Element type) {
    String name = XmlLint.text(type).strip();
    if (!ITEM_TYPES.contains(name)) {
      report.error(
          "dmn-type",
          XmlLint.nearestId(type),
          "No item of a list has the type "
              + LintReport.quote(name)
              + ". Use string, number, boolean or date.");
    }
  }

  private static boolean isList(Element variable, String type) {
    NodeList lists = variable.getOwnerDocument().getElementsByTagNameNS(DMN, "itemDefinition");
    return IntStream.range(0, lists.getLength())
        .mapToObj(i -> (Element) lists.item(i))
        .anyMatch(list -> list.getAttribute("name").equals(type));
  }

  private void checkFact(Element variable) {
    String type = variable.getAttribute("typeRef");
    if (!FACT_TYPES.contains(type) && !isList(variable, type)) {
      report.error(
          "dmn-type",
          XmlLint.nearestId(variable),
          "No fact has the type "
              + LintReport.quote(type)
              + ". Use string, number, boolean or date, or for a list the name of its item"
              + " definition.");
    }
    if (variable.getAttribute("name").equals(CELL_INPUT)) {
      report.error(
          "dmn-input-variable",
          XmlLint.nearestId(variable),
          "Within cells the engine calls the column's own value cellInput. Rename the fact.");
    }
  }

  private void checkReference(Element reference) {
    String href = reference.getAttribute("href");
    if (!href.matches("#[A-Za-z_][A-Za-z0-9_.-]{0,254}")) {
      report.error(
          "dmn-href",
          XmlLint.nearestId(reference),
          "References stay in the file (#id); this one is " + LintReport.quote(href) + ".");
    }
  }

  private void cell(Element entry) {
    String text = DmnTableLint.text(entry);
    if (!text.isEmpty() && !text.equals("-")) {
      feel.cell(report, XmlLint.nearestId(entry), text);
    }
  }

  private void expression(Element entry) {
    String text = DmnTableLint.text(entry);
    if (!text.isEmpty()) {
      feel.expression(report, XmlLint.nearestId(entry), text);
    }
  }
}
