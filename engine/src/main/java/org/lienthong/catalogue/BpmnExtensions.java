package org.lienthong.catalogue;

import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What Camunda's extensions of a model may say: mappings, what calls hand on, properties. */
final class BpmnExtensions {

  private static final Set<String> MAPPED = Set.of("serviceTask", "businessRuleTask");

  private final LintReport report;
  private final FeelLint feel;

  BpmnExtensions(LintReport report, FeelLint feel) {
    this.report = report;
    this.feel = feel;
  }

  void check(Element element) {
    switch (element.getLocalName()) {
      case "inputOutput" -> checkHost(element, MAPPED, "bpmn-mapping");
      case "inputParameter", "outputParameter" -> checkParameter(element);
      case "script" -> checkScript(element);
      case "in", "out" -> checkPassedOn(element);
      case "property" -> checkProperty(element);
      default -> {
        // the list says all there is to say
      }
    }
  }

  private void checkHost(Element extension, Set<String> hosts, String rule) {
    Node extensions = extension.getParentNode();
    Node host = extensions == null ? null : extensions.getParentNode();
    if (host == null || !hosts.contains(host.getLocalName())) {
      report.error(
          rule,
          XmlLint.nearestId(extension),
          "camunda:" + extension.getLocalName() + " stands only on " + hosts + ". Delete it.");
    }
  }

  private void checkParameter(Element parameter) {
    Attributes.must(report, parameter, "name", BpmnLint.VARIABLE, "bpmn-mapping");
    boolean script = false;
    for (Node c = parameter.getFirstChild(); c != null; c = c.getNextSibling()) {
      script |= c instanceof Element child && child.getLocalName().equals("script");
    }
    if (!script) {
      report.error(
          "bpmn-mapping",
          XmlLint.nearestId(parameter),
          "A mapping is one FEEL expression: <camunda:script scriptFormat=\"feel\">.");
    }
  }

  private void checkScript(Element script) {
    String id = XmlLint.nearestId(script);
    boolean mapping =
        script.getParentNode() instanceof Element parent
            && BpmnLint.CAMUNDA.equals(parent.getNamespaceURI())
            && parent.getLocalName().endsWith("putParameter");
    if (!mapping || !"feel".equals(script.getAttribute("scriptFormat"))) {
      report.error(
          "bpmn-script",
          id,
          "Only mappings are scripted, and only in FEEL: scriptFormat=\"feel\". It says "
              + LintReport.quote(script.getAttribute("scriptFormat"))
              + ".");
      return;
    }
    feel.expression(report, id, XmlLint.text(script).strip());
  }

  private void checkPassedOn(Element passed) {
    checkHost(passed, Set.of("callActivity"), "bpmn-in-out");
    if (passed.hasAttribute("businessKey")) {
      if (EngineExpression.read(passed.getAttribute("businessKey"))
          instanceof EngineExpression.Literal) {
        report.error(
            "bpmn-business-key",
            XmlLint.nearestId(passed),
            "The called process carries the journey's key:"
                + " businessKey=\"#{execution.processBusinessKey}\".");
      }
      return;
    }
    Attributes.must(report, passed, "source", BpmnLint.VARIABLE, "bpmn-in-out");
    Attributes.must(report, passed, "target", BpmnLint.VARIABLE, "bpmn-in-out");
  }

  private void checkProperty(Element property) {
    Attributes.must(report, property, "name", BpmnLint.VARIABLE, "bpmn-property");
    if (property.getAttribute("name").equals("subject")) {
      feel.expression(report, XmlLint.nearestId(property), property.getAttribute("value"));
    }
  }
}
