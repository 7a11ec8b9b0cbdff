package org.lienthong.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Operation;
import tools.jackson.databind.JsonNode;

/**
 * The smallest life event that asks agencies for some operations, all at once, and keeps their
 * replies: what an operation gives is told apart by its facts' names.
 */
record AskingFolder(String key, List<Operation> operations) {

  /** As many as it takes for no fact to be given twice in one journey. */
  static List<AskingFolder> over(List<Operation> operations) {
    List<AskingFolder> folders = new ArrayList<>();
    for (Operation operation : operations) {
      AskingFolder apart =
          folders.stream()
              .filter(folder -> folder.isApartFrom(operation))
              .findFirst()
              .orElseGet(() -> another(folders));
      apart.operations().add(operation);
    }
    return folders;
  }

  private static AskingFolder another(List<AskingFolder> folders) {
    AskingFolder fresh = new AskingFolder("ask-all-" + (folders.size() + 1), new ArrayList<>());
    folders.add(fresh);
    return fresh;
  }

  private boolean isApartFrom(Operation operation) {
    return operations.stream()
        .allMatch(
            other ->
                Collections.disjoint(
                    other.replyProperties().keySet(), operation.replyProperties().keySet()));
  }

  Folder folder() {
    return new Folder(
        FolderKind.LIFE_EVENT,
        key,
        Map.of(
            key + ".bpmn",
            model().getBytes(UTF_8),
            "texts.vi.yaml",
            texts("Hỏi cơ quan").getBytes(UTF_8),
            "texts.en.yaml",
            texts("Ask the agency").getBytes(UTF_8)));
  }

  private String model() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
        id="Definitions_Asking" targetNamespace="urn:lienthong:processes">
      <bpmn:process id="%s" name="Ask" isExecutable="true" camunda:historyTimeToLive="P365D">
        <bpmn:extensionElements>
          <camunda:properties>
            <camunda:property name="competentAuthority" value="%s"/>
            <camunda:property name="legalBasis" value="asking"/>
            <camunda:property name="legalBasisChecked" value="true"/>
            <camunda:property name="proactivity" value="0"/>
          </camunda:properties>
        </bpmn:extensionElements>
        <bpmn:startEvent id="Start_RepliesWished" name="Replies wished"/>
        <bpmn:parallelGateway id="Gateway_All"/>
        <bpmn:sequenceFlow id="Flow_All" sourceRef="Start_RepliesWished"
            targetRef="Gateway_All"/>
    %s
      </bpmn:process>
    </bpmn:definitions>
    """
        .formatted(
            key,
            operations.get(0).agency(),
            each((number, operation) -> branch(number, operation)));
  }

  private String each(BiFunction<Integer, Operation, String> part) {
    return IntStream.range(0, operations.size())
        .mapToObj(i -> part.apply(i, operations.get(i)))
        .collect(Collectors.joining("\n"));
  }

  private static String branch(int number, Operation operation) {
    return """
    <bpmn:sequenceFlow id="Flow_Ask%1$d" sourceRef="Gateway_All"
        targetRef="Service_AskAgency%1$d"/>
    <bpmn:serviceTask id="Service_AskAgency%1$d" name="Ask agency %1$d"
        camunda:type="external" camunda:topic="%2$s">
      <bpmn:extensionElements>
        <camunda:properties>
          <camunda:property name="operation" value="%3$s"/>
        </camunda:properties>%4$s
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="Flow_Taken%1$d" sourceRef="Service_AskAgency%1$d"
        targetRef="End_ReplyTaken%1$d"/>
    <bpmn:endEvent id="End_ReplyTaken%1$d" name="Reply taken %1$d"/>\
    """
        .formatted(number, operation.agency(), operation.id(), inputs(operation));
  }

  /** Every property that the agency needs to be asked with, as a constant. */
  private static String inputs(Operation operation) {
    if (operation.requestSchema() == null) {
      return "";
    }
    JsonNode schema = Replies.schema(operation.requestSchema());
    return operation.required().stream()
        .sorted()
        .map(
            name ->
                "<camunda:inputParameter name=\"%s\"><camunda:script scriptFormat=\"feel\">%s</camunda:script></camunda:inputParameter>"
                    .formatted(name, constant(schema.path("properties").path(name))))
        .collect(Collectors.joining("", "<camunda:inputOutput>", "</camunda:inputOutput>"));
  }

  /** The plainest value that a schema allows, in FEEL. */
  private static String constant(JsonNode schema) {
    if (schema.has("enum")) {
      return text(schema.get("enum").get(0).asString());
    }
    return switch (schema.path("type").asString("")) {
      case "object" ->
          Replies.required(schema).stream()
              .map(name -> name + ": " + constant(schema.path("properties").path(name)))
              .collect(Collectors.joining(", ", "{", "}"));
      case "array" ->
          Stream.generate(() -> constant(schema.path("items")))
              .limit(schema.path("minItems").asInt(0))
              .collect(Collectors.joining(", ", "[", "]"));
      case "string" -> string(schema);
      case "boolean" -> "true";
      default -> String.valueOf(schema.path("minimum").asLong(1));
    };
  }

  private static String string(JsonNode schema) {
    if (schema.path("format").asString("").equals("date")) {
      return "date(\"2026-03-01\")";
    }
    String pattern = schema.path("pattern").asString("");
    int least = Math.max(1, schema.path("minLength").asInt(1));
    return pattern.isEmpty()
        ? text("x".repeat(least))
        : text("0".repeat(Integer.parseInt(pattern.replaceAll("^.*\\{|[,}].*$", ""))));
  }

  private static String text(String plain) {
    return "\"" + plain + "\"";
  }

  private String texts(String words) {
    return "%s: {title: %s, summary: %s}\nlegalBasis: {asking: %s}\n"
            .formatted(key, words, words, words)
        + each((number, operation) -> "End_ReplyTaken%d: {title: %s}".formatted(number, words))
        + "\n";
  }
}
