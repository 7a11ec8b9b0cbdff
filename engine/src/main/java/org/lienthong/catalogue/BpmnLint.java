package org.lienthong.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a process model may say, beyond the list of what may stand in it. */
final class BpmnLint {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
  private static final Pattern DAYS = Pattern.compile("P(\\d{1,5})D");
  private static final Pattern MESSAGE = Pattern.compile("[a-z][a-z0-9.-]{0,99}");
  private static final int FEWEST_DAYS = 30;
  private static final int MOST_DAYS = 3_650;
  private static final int MAX_ELEMENTS = 500;
  private static final int MAX_NAME = 255;

  private static final AllowList ALLOWED = AllowList.read("allowed-bpmn.txt");
  private static final Map<String, String> PREFIXES =
      Map.of(
          BPMN,
          "bpmn",
          CAMUNDA,
          "camunda",
          XSI,
          "xsi",
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "bpmndi",
          "http://www.omg.org/spec/DD/20100524/DC",
          "dc",
          "http://www.omg.org/spec/DD/20100524/DI",
          "di",
          "http://camunda.org/schema/modeler/1.0",
          "modeler",
          "http://bpmn.io/schema/bpmn/biocolor/1.0",
          "bioc",
          "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
          "color");
  private static final Set<String> FEEL = Set.of("camunda:script", "bpmn:conditionExpression");
  private static final Set<String> MAPPED = Set.of("serviceTask", "businessRuleTask");

  private final LintReport report;
  private final FeelLint feel;
  private final XmlLint xml;
  private int elements;
  private int processes;

  BpmnLint(LintReport report, FeelLint feel) {
    this.report = report;
    this.feel = feel;
    this.xml = new XmlLint(report, ALLOWED, PREFIXES, BpmnLint::mayExpress, FEEL::contains);
  }

  void check(byte[] bytes) {
    if (!report.stem().equals(report.folder().key())) {
      report.error(
          "file-name",
          null,
          "A folder has one model, and it is named like the folder: "
              + report.folder().key()
              + ".bpmn.");
    }
    Document document = xml.check(bytes);
    if (document == null) {
      return;
    }
    visit(document.getDocumentElement());
    if (processes != 1) {
      report.error(
          "process-count", null, "A file holds exactly one process; " + processes + " do.");
    }
    if (elements > MAX_ELEMENTS) {
      report.error(
          "too-many-elements",
          null,
          "The model has %,d elements; at most %,d are read. Move a part to a service."
              .formatted(elements, MAX_ELEMENTS));
    } else {
      new BpmnFlows(report).check(document);
    }
  }

  /** The few places of an expression, and what it says there. */
  private static boolean mayExpress(String place, EngineExpression.Path path) {
    return switch (place) {
      case "bpmn:userTask@camunda:assignee" ->
          path.names().size() == 1 && VARIABLE.matcher(path.names().get(0)).matches();
      case "camunda:in@businessKey" ->
          path.names().equals(List.of("execution", "processBusinessKey"));
      case "bpmn:timeDuration", "bpmn:timeDate" ->
          path.names().equals(List.of("clock", "limit"))
              || path.names().equals(List.of("clock", "warning"));
      default -> false;
    };
  }

  private void visit(Element element) {
    boolean bpmn = BPMN.equals(element.getNamespaceURI());
    if (bpmn && element.hasAttribute("id")) {
      elements++;
    }
    if (element.getAttribute("name").length() > MAX_NAME) {
      report.error("too-long", XmlLint.nearestId(element), "The name is longer than " + MAX_NAME);
    }
    if (bpmn) {
      checkBpmn(element);
    } else if (CAMUNDA.equals(element.getNamespaceURI())) {
      checkExtension(element);
    }
    for (Node c = element.getFirstChild(); c != null; c = c.getNextSibling()) {
      if (c instanceof Element child) {
        visit(child);
      }
    }
  }

  private void checkBpmn(Element element) {
    switch (element.getLocalName()) {
      case "process" -> checkProcess(element);
      case "startEvent" -> checkForm(element);
      case "userTask" -> checkUserTask(element);
      case "serviceTask" -> checkServiceTask(element);
      case "businessRuleTask" -> checkDecision(element);
      case "callActivity" -> checkCall(element);
      case "conditionExpression" -> checkCondition(element);
      case "timeDuration", "timeDate" -> TimerRule.check(report, element);
      case "error" -> must(element, "errorCode", KEY, "error-code");
      case "message" -> must(element, "name", MESSAGE, "message-name");
      case "messageEventDefinition" -> checkMessage(element);
      default -> {
        // the list says all there is to say
      }
    }
    String type = element.getAttributeNS(XSI, "type");
    if (!type.isEmpty() && !type.matches("[A-Za-z0-9]{1,20}:tFormalExpression")) {
      report.error(
          "xsi-type", XmlLint.nearestId(element), "xsi:type is bpmn:tFormalExpression or nothing.");
    }
  }

  private void checkProcess(Element process) {
    processes++;
    String id = process.getAttribute("id");
    if (!id.equals(report.folder().key())) {
      report.error(
          "process-key",
          id,
          "The process is named "
              + LintReport.quote(id)
              + " and would replace another's. Its id is the folder's name: "
              + report.folder().key()
              + ".");
    }
    if (!"true".equals(process.getAttribute("isExecutable"))) {
      report.error(
          "not-executable", id, "The process is not executable. Set isExecutable=\"true\".");
    }
    HistoryRule.check(report, id, process.getAttributeNS(CAMUNDA, "historyTimeToLive"));
  }

  /** How long the engine keeps what it wrote. */
  static final class HistoryRule {
    private HistoryRule() {}

    static void check(LintReport report, String id, String days) {
      Matcher written = DAYS.matcher(days);
      if (!written.matches()
          || Integer.parseInt(written.group(1)) < FEWEST_DAYS
          || Integer.parseInt(written.group(1)) > MOST_DAYS) {
        report.error(
            "history-time-to-live",
            id,
            "camunda:historyTimeToLive is "
                + LintReport.quote(days)
                + "; write P30D to P3650D, usually P365D.");
      }
    }
  }

  private void checkForm(Element element) {
    if (element.hasAttributeNS(CAMUNDA, "formRef")) {
      mustCamunda(element, "formRef", KEY, "form-ref");
      if (!"deployment".equals(element.getAttributeNS(CAMUNDA, "formRefBinding"))) {
        report.error(
            "form-binding",
            element.getAttribute("id"),
            "A running journey keeps the form it was deployed with. Set camunda:formRefBinding=\"deployment\".");
      }
    }
  }

  private void checkUserTask(Element task) {
    checkForm(task);
    String assignee = task.getAttributeNS(CAMUNDA, "assignee");
    if (!assignee.isEmpty()
        && EngineExpression.read(assignee) instanceof EngineExpression.Literal) {
      report.error(
          "bpmn-assignee",
          task.getAttribute("id"),
          "A model names no person. Write a variable: camunda:assignee=\"${applicant}\".");
    }
    if (task.hasAttributeNS(CAMUNDA, "candidateGroups")) {
      mustCamunda(task, "candidateGroups", KEY, "bpmn-unit");
    }
  }

  private void checkServiceTask(Element task) {
    if (!"external".equals(task.getAttributeNS(CAMUNDA, "type"))) {
      report.error(
          "bpmn-service-kind",
          task.getAttribute("id"),
          "A service task asks an agency: camunda:type=\"external\" with the agency as camunda:topic. There is no other kind.");
    }
    mustCamunda(task, "topic", KEY, "bpmn-topic");
  }

  private void checkDecision(Element task) {
    mustCamunda(task, "decisionRef", KEY, "bpmn-decision");
    mustCamunda(task, "resultVariable", VARIABLE, "bpmn-decision");
    if (!"latest".equals(task.getAttributeNS(CAMUNDA, "decisionRefBinding"))) {
      report.error(
          "bpmn-decision-binding",
          task.getAttribute("id"),
          "Law is dated inside the tables. Set camunda:decisionRefBinding=\"latest\".");
    }
  }

  private void checkCall(Element call) {
    String called = call.getAttribute("calledElement");
    must(call, "calledElement", KEY, "bpmn-called-element");
    if (called.equals(report.folder().key())) {
      report.error(
          "bpmn-recursive-call", call.getAttribute("id"), "The process calls itself without end.");
    }
    String binding = call.getAttributeNS(CAMUNDA, "calledElementBinding");
    if (!Set.of("", "latest", "deployment").contains(binding)) {
      report.error(
          "bpmn-call-binding",
          call.getAttribute("id"),
          "A version that is fixed cannot be mended. Use the binding latest or deployment.");
    }
  }

  private void checkCondition(Element condition) {
    String id = XmlLint.nearestId(condition);
    if (!"feel".equals(condition.getAttribute("language"))) {
      report.error(
          "condition-language",
          id,
          "Conditions are FEEL. Set language=\"feel\" and write, for example, decision = \"REGISTER\".");
      return;
    }
    feel.expression(report, id, XmlLint.text(condition).strip());
  }

  private void checkMessage(Element definition) {
    boolean thrown =
        definition.getParentNode() instanceof Element event
            && Set.of("intermediateThrowEvent", "endEvent").contains(event.getLocalName());
    if (thrown) {
      report.error(
          "bpmn-service-kind",
          XmlLint.nearestId(definition),
          "A message is sent by asking an agency with a service task of type external.");
    }
  }

  private void checkExtension(Element element) {
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
    must(parameter, "name", VARIABLE, "bpmn-mapping");
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
            && CAMUNDA.equals(parent.getNamespaceURI())
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
            "The called process carries the journey's key: businessKey=\"#{execution.processBusinessKey}\".");
      }
      return;
    }
    must(passed, "source", VARIABLE, "bpmn-in-out");
    must(passed, "target", VARIABLE, "bpmn-in-out");
  }

  private void checkProperty(Element property) {
    must(property, "name", VARIABLE, "bpmn-property");
    if (property.getAttribute("name").equals("subject")) {
      feel.expression(report, XmlLint.nearestId(property), property.getAttribute("value"));
    }
  }

  private void must(Element element, String attribute, Pattern form, String rule) {
    must(element, attribute, element.getAttribute(attribute), form, rule);
  }

  private void mustCamunda(Element element, String attribute, Pattern form, String rule) {
    must(element, "camunda:" + attribute, element.getAttributeNS(CAMUNDA, attribute), form, rule);
  }

  private void must(Element element, String what, String value, Pattern form, String rule) {
    if (value.length() > MAX_NAME || !form.matcher(value).matches()) {
      report.error(
          rule,
          XmlLint.nearestId(element),
          what
              + " of "
              + element.getLocalName()
              + " is "
              + LintReport.quote(value)
              + "; it must read like "
              + form.pattern()
              + ".");
    }
  }
}
