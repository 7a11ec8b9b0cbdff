package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lienthong.catalogue.BrokenContent.BPMN;
import static org.lienthong.catalogue.BrokenContent.agency;
import static org.lienthong.catalogue.BrokenContent.contract;
import static org.lienthong.catalogue.BrokenContent.event;
import static org.lienthong.catalogue.BrokenContent.model;
import static org.lienthong.catalogue.BrokenContent.teaches;
import static org.lienthong.catalogue.BrokenContent.words;
import static org.lienthong.catalogue.FolderKind.AGENCY;
import static org.lienthong.catalogue.FolderKind.LIFE_EVENT;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is checked of a diagram: names, style, and that whatever it names is there. */
class ProcessChecksTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"names", "style", "references"})
  void teach(
      String rule,
      FolderKind kind,
      String folder,
      UnaryOperator<DemoContent> broken,
      String words) {
    teaches(rule, kind, folder, broken, words);
  }

  @Test
  void findsNothingInGoodContent() {
    assertThat(DemoContent.whole().checkAll())
        .as("one table leaves a case to a person, as a test of the decider wants it")
        .extracting(Finding::rule)
        .containsExactly("case-not-covered");
  }

  static Stream<Arguments> names() {
    return Stream.of(
        event(
            "element-id",
            model("Task_DescribeThing", "Activity_0k3x1zz"),
            "must say what the element is: Task_ and its label in PascalCase, such as"
                + " Task_DescribeThing"),
        event(
            "element-id-label", model("name=\"Find thing\"", "name=\"Seek thing\""), "Seek thing"),
        event("flow-id", model("Flow_Found", "Flow_0k3x1zz"), "The id of this arrow says nothing"),
        agency("fact-name", contract("deliveredOn", "DeliveredOn"), "camelCase"),
        arguments(
            "one-fact-one-type",
            AGENCY,
            "demo-agency",
            contract("thingDate: {type: string, format: date}", "thingDate: {type: integer}"),
            "thingDate is NUMBER here and DATE elsewhere"),
        arguments(
            "operation-id",
            AGENCY,
            "demo-agency",
            contract("operationId: find-thing", "operationId: findThing"),
            "kebab-case"),
        event("message-twice", ProcessChecksTest::startedTwice, "already starts demo-twin"));
  }

  static Stream<Arguments> style() {
    return Stream.of(
        event(
            "public-service",
            model("<camunda:property name=\"competentAuthority\" value=\"demo-agency\"/>", ""),
            "does not say its competentAuthority"),
        event("label", model("name=\"Describe thing\"", "name=\"Describe\""), "verb object"),
        event("label", model("name=\"Thing delivered\"", "name=\"Delivered\""), "object state"),
        event("label", model("name=\"Benefit due?\"", "name=\"Benefit due\""), "asks a question"),
        event(
            "accountable",
            model("<camunda:property name=\"accountable\" value=\"demo-agency\"/>", ""),
            "Exactly one office is accountable for this; none is named"),
        event(
            "accountable",
            model(
                "name=\"accountable\" value=\"demo-agency\"",
                "name=\"accountable\" value=\"a, b\""),
            "[a, b]"),
        event(
            "statutory-limit",
            model(
                "name=\"statutoryLimitDays\" value=\"3\"",
                "name=\"statutoryLimitDays\" value=\"soon\""),
            "whole number of days"),
        event(
            "statutory-limit",
            model("value=\"working\"", "value=\"lunar\""),
            "working or calendar days"),
        event(
            "task-form",
            model(
                "camunda:formRef=\"demo-event-review-thing\" camunda:formRefBinding=\"deployment\"",
                ""),
            "A person needs a form"),
        event("task-actor", model("camunda:candidateGroups=\"demo-agency\"", ""), "only one"),
        event(
            "loose-end",
            model("sourceRef=\"Event_ThingDelivered\"", "sourceRef=\"Gateway_BenefitDue\""),
            "No arrow leads on from here"),
        event(
            "loose-end",
            model("targetRef=\"End_ThingRefused\"", "targetRef=\"End_ThingSettled\""),
            "No arrow leads here"),
        event(
            "gateway-conditions",
            model(
                """
                targetRef="Decide_BenefitAmount">
                      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="feel">reviewDecision = "GRANT"</bpmn:conditionExpression>
                    </bpmn:sequenceFlow>\
                """,
                "targetRef=\"Decide_BenefitAmount\"/>"),
            "Several ways out have no condition"),
        event(
            "decision-unread",
            model("benefitStatus = \"ELIGIBLE\"", "reviewDecision = \"GRANT\""),
            "no condition after it reads benefitStatus"),
        event(
            "call-rolls-back",
            model(" camunda:asyncBefore=\"true\"", ""),
            "whatever the journey did just before is undone with it"));
  }

  static Stream<Arguments> references() {
    return Stream.of(
        event(
            "form-missing",
            c -> c.lacking(LIFE_EVENT, "demo-event", "demo-event-start.form"),
            "There is no form demo-event-start in this folder"),
        event(
            "agency-missing",
            model("candidateGroups=\"demo-agency\"", "candidateGroups=\"demo-office\""),
            "There is no agency demo-office. Known are [demo-agency"),
        event(
            "operation-missing",
            model("value=\"find-thing\"", "value=\"seek-thing\""),
            "cannot be asked for «seek-thing». Its openapi.yaml offers [deliver-thing,"
                + " find-thing]"),
        event(
            "decision-missing",
            model("demo-benefit-amount", "demo-benefit-level"),
            "decisions/<service>/demo-benefit-level.dmn"),
        event(
            "service-missing",
            model("calledElement=\"demo-service\"", "calledElement=\"demo-help\""),
            "no service «demo-help» to call. Known are [demo-offer, demo-service]"),
        event(
            "error-never-raised",
            model("errorCode=\"thing-not-found\"", "errorCode=\"thing-lost\""),
            "Service_FindThing never refuses with thing-lost"),
        event(
            "refusal-unhandled",
            model("errorCode=\"thing-not-found\"", "errorCode=\"thing-lost\""),
            "may refuse with thing-not-found, and nothing here says what follows"));
  }

  @Test
  void saysNothingElseOfWhatTheLinterRefuses() {
    List<Finding> findings =
        model("camunda:type=\"external\"", "camunda:class=\"evil.Code\"")
            .apply(DemoContent.whole())
            .check(LIFE_EVENT, "demo-event");

    assertThat(findings).isNotEmpty().noneMatch(f -> f.rule().startsWith("fact-"));
  }

  private static DemoContent startedTwice(DemoContent content) {
    String started =
        content
            .text(LIFE_EVENT, "demo-event", BPMN)
            .replace(
                "name=\"Thing wished\" camunda:formRef=\"demo-event-start\""
                    + " camunda:formRefBinding=\"deployment\">",
                "name=\"Thing wished\">")
            .replace(
                "<bpmn:outgoing>Flow_Wished</bpmn:outgoing>",
                "<bpmn:outgoing>Flow_Wished</bpmn:outgoing>"
                    + "<bpmn:messageEventDefinition id=\"Message_Definition\""
                    + " messageRef=\"Message_Thing\"/>")
            .replace(
                "  <bpmn:error id=\"Error_ThingNotFound\"",
                "  <bpmn:message id=\"Message_Thing\" name=\"demo-agency.thing-seen\"/>\n"
                    + "  <bpmn:error id=\"Error_ThingNotFound\"");
    Folder twin =
        new Folder(
            LIFE_EVENT,
            "demo-twin",
            java.util.Map.of(
                "demo-twin.bpmn",
                started
                    .replace("demo-event", "demo-twin")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    return content.having(LIFE_EVENT, "demo-event", BPMN, started).with(twin);
  }
}
