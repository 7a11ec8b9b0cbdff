package org.lienthong.catalogue;

import static org.lienthong.catalogue.Xml.BPMN;
import static org.lienthong.catalogue.Xml.CAMUNDA;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Element.Kind;

/** Reads one flow node of a BPMN file. */
final class ElementReader {

  private static final Set<String> FLOW_NODES =
      Set.of(
          "startEvent",
          "userTask",
          "serviceTask",
          "businessRuleTask",
          "callActivity",
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "eventBasedGateway",
          "intermediateThrowEvent",
          "intermediateCatchEvent",
          "boundaryEvent",
          "endEvent",
          "subProcess");

  private final Map<String, String> errorCodes = new HashMap<>();
  private final Map<String, String> messages = new HashMap<>();

  ElementReader(Xml definitions) {
    definitions.all(BPMN, "error").forEach(e -> errorCodes.put(e.id(), e.get("errorCode")));
    definitions.all(BPMN, "message").forEach(m -> messages.put(m.id(), m.get("name")));
  }

  static boolean isFlowNode(Xml node) {
    return FLOW_NODES.contains(node.tag());
  }

  Element read(Xml node) {
    Kind kind = kind(node);
    Map<String, String> properties = new HashMap<>(properties(node));
    properties.putAll(said(node));
    return new Element(
        node.id(),
        kind,
        node.get("name"),
        0,
        false,
        false,
        node.camunda("assignee"),
        node.camunda("candidateGroups"),
        node.camunda("formRef"),
        kind == Kind.ASK ? node.camunda("topic") : null,
        kind == Kind.ASK ? properties.remove("operation") : null,
        node.camunda("decisionRef"),
        node.camunda("resultVariable"),
        node.orNull("calledElement"),
        node.orNull("attachedToRef"),
        mappings(node, "inputParameter"),
        mappings(node, "outputParameter"),
        properties);
  }

  private static Kind kind(Xml node) {
    return switch (node.tag()) {
      case "startEvent" -> startKind(node);
      case "userTask" -> Kind.USER_TASK;
      case "serviceTask" -> serviceKind(node);
      case "businessRuleTask" -> Kind.DECIDE;
      case "callActivity" -> Kind.CALL;
      case "intermediateThrowEvent" -> throwKind(node);
      case "intermediateCatchEvent" -> catchKind(node);
      case "boundaryEvent" -> Kind.BOUNDARY;
      case "endEvent" ->
          node.first(BPMN, "errorEventDefinition").isPresent() ? Kind.ERROR_END : Kind.END;
      case "subProcess" -> Kind.SUB_PROCESS;
      default -> Kind.GATEWAY;
    };
  }

  private static Kind startKind(Xml node) {
    if (node.first(BPMN, "messageEventDefinition").isPresent()) {
      return Kind.MESSAGE_START;
    }
    return node.first(BPMN, "timerEventDefinition").isPresent() ? Kind.TIMER : Kind.START;
  }

  private static Kind serviceKind(Xml node) {
    if ("external".equals(node.camunda("type"))) {
      return Kind.ASK;
    }
    throw new ContentException(
        node.id() + " is a service task of no known kind. Apply a template of the vocabulary.");
  }

  private static Kind throwKind(Xml node) {
    if (eventDefinition(node) == null) {
      return Kind.MILESTONE;
    }
    throw new ContentException(
        node.id()
            + " throws something. An intermediate throw event is a milestone here: a none"
            + " event.");
  }

  private static Kind catchKind(Xml node) {
    if (node.first(BPMN, "timerEventDefinition").isPresent()) {
      return Kind.TIMER;
    }
    throw new ContentException(
        node.id()
            + " waits for something else than time. Let an agency answer later instead:"
            + " a task that asks it waits for as long as it takes.");
  }

  private static @Nullable Xml eventDefinition(Xml node) {
    return node.children().stream()
        .filter(c -> c.tag().endsWith("EventDefinition"))
        .findFirst()
        .orElse(null);
  }

  /** What BPMN itself says and the interpreter needs, under names that templates do not use. */
  private Map<String, String> said(Xml node) {
    Map<String, String> said = new LinkedHashMap<>();
    if (node.tag().endsWith("Gateway")) {
      said.put("gateway", node.tag().substring(0, node.tag().length() - "Gateway".length()));
    }
    if ("true".equals(node.camunda("asyncBefore"))) {
      said.put("asyncBefore", "true");
    }
    Xml definition = eventDefinition(node);
    if (definition == null) {
      return said;
    }
    switch (definition.tag()) {
      case "errorEventDefinition" ->
          said.put("errorCode", errorCodes.getOrDefault(definition.get("errorRef"), ""));
      case "messageEventDefinition" ->
          said.put("message", messages.getOrDefault(definition.get("messageRef"), ""));
      case "timerEventDefinition" ->
          definition.children().stream().findFirst().ifPresent(t -> said.put("timer", t.text()));
      default -> {
        // nothing that the interpreter asks for
      }
    }
    return said;
  }

  static Map<String, String> properties(Xml node) {
    Map<String, String> properties = new HashMap<>();
    node.extension("properties")
        .ifPresent(
            list ->
                list.all(CAMUNDA, "property")
                    .forEach(p -> properties.put(p.get("name"), p.get("value"))));
    return properties;
  }

  private static Map<String, String> mappings(Xml node, String tag) {
    Map<String, String> mappings = new HashMap<>();
    node.extension("inputOutput")
        .ifPresent(
            list ->
                list.all(CAMUNDA, tag)
                    .forEach(
                        p ->
                            p.first(CAMUNDA, "script")
                                .ifPresent(s -> mappings.put(p.get("name"), s.text()))));
    return mappings;
  }

  /** Per variable of the callee the caller's variable that receives it. */
  static Map<String, String> handedBack(Xml call) {
    Map<String, String> names = new LinkedHashMap<>();
    call.first(BPMN, "extensionElements").stream()
        .flatMap(e -> e.all(CAMUNDA, "out"))
        .filter(out -> !out.get("source").isEmpty())
        .forEach(out -> names.put(out.get("source"), out.get("target")));
    return names;
  }

  /** The entries of a comma-separated property; none where it is not there. */
  static java.util.List<String> listed(@Nullable String property) {
    return property == null
        ? java.util.List.of()
        : Arrays.stream(property.split(",", -1))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
  }
}
