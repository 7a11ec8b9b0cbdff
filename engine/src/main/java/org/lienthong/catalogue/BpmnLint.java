package org.lienthong.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final Pattern MESSAGE = Pattern.compile("[a-z][a-z0-9.-]{0,99}");
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

  private final LintReport report;
  private final FeelLint feel;
  private final XmlLint xml;
  private final BpmnExtensions extensions;
  private int elements;
  private int processes;

  BpmnLint(LintReport report, FeelLint feel) {
    this.report = report;
    this.feel = feel;
    this.extensions = new BpmnExtensions(report, feel);
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
      case "bpmn:userTask@camunda:assignee", "bpmn:businessRuleTask@camunda:decisionRef" ->
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
      extensions.check(element);
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
      case "error" -> Attributes.must(report, element, "errorCode", KEY, "error-code");
      case "message" -> Attributes.must(report, element, "name", MESSAGE, "message-name");
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

  private void checkForm(Element element) {
    if (element.hasAttributeNS(CAMUNDA, "formRef")) {
      Attributes.mustCamunda(report, element, "formRef", KEY, "form-ref");
      if (!"deployment".equals(element.getAttributeNS(CAMUNDA, "formRefBinding"))) {
        report.error(
            "form-binding",
            element.getAttribute("id"),
            "A running journey keeps the form it was deployed with. Set"
                + " camunda:formRefBinding=\"deployment\".");
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
      Attributes.mustCamunda(report, task, "candidateGroups", KEY, "bpmn-unit");
    }
  }

  private void checkServiceTask(Element task) {
    if (!"external".equals(task.getAttributeNS(CAMUNDA, "type"))) {
      report.error(
          "bpmn-service-kind",
          task.getAttribute("id"),
          "A service task asks an agency: camunda:type=\"external\" with the agency as"
              + " camunda:topic. There is no other kind.");
    }
    Attributes.mustCamunda(report, task, "topic", KEY, "bpmn-topic");
  }

  private void checkDecision(Element task) {
    if (EngineExpression.read(task.getAttributeNS(CAMUNDA, "decisionRef"))
        instanceof EngineExpression.Literal) {
      Attributes.mustCamunda(report, task, "decisionRef", KEY, "bpmn-decision");
    }
    Attributes.mustCamunda(report, task, "resultVariable", VARIABLE, "bpmn-decision");
    if (!"latest".equals(task.getAttributeNS(CAMUNDA, "decisionRefBinding"))) {
      report.error(
          "bpmn-decision-binding",
          task.getAttribute("id"),
          "Law is dated inside the tables. Set camunda:decisionRefBinding=\"latest\".");
    }
  }

  private void checkCall(Element call) {
    String called = call.getAttribute("calledElement");
    Attributes.must(report, call, "calledElement", KEY, "bpmn-called-element");
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
          "Conditions are FEEL. Set language=\"feel\" and write, for example, decision ="
              + " \"REGISTER\".");
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
}
