package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.catalogue.BrokenContent.DMN;
import static org.lienthong.catalogue.BrokenContent.SERVICE_BPMN;
import static org.lienthong.catalogue.BrokenContent.agency;
import static org.lienthong.catalogue.BrokenContent.contract;
import static org.lienthong.catalogue.BrokenContent.event;
import static org.lienthong.catalogue.BrokenContent.model;
import static org.lienthong.catalogue.BrokenContent.needs;
import static org.lienthong.catalogue.BrokenContent.replacing;
import static org.lienthong.catalogue.BrokenContent.service;
import static org.lienthong.catalogue.BrokenContent.settings;
import static org.lienthong.catalogue.BrokenContent.table;
import static org.lienthong.catalogue.BrokenContent.teaches;
import static org.lienthong.catalogue.BrokenContent.words;
import static org.lienthong.catalogue.FolderKind.AGENCY;
import static org.lienthong.catalogue.FolderKind.DECISION;
import static org.lienthong.catalogue.FolderKind.LIFE_EVENT;
import static org.lienthong.catalogue.FolderKind.SERVICE;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is checked of contracts, and of the facts that flow by name. */
class FactChecksTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"contracts", "facts"})
  void teach(
      String rule,
      FolderKind kind,
      String folder,
      UnaryOperator<DemoContent> broken,
      String words) {
    teaches(rule, kind, folder, broken, words);
  }

  static Stream<Arguments> contracts() {
    return Stream.of(
        agency(
            "reply-sample",
            replacing(AGENCY, "demo-agency", "replies/find-thing.json", "1000", "\"much\""),
            "breaks the contract at /thingValue"),
        agency(
            "reply-missing",
            c -> c.lacking(AGENCY, "demo-agency", "replies/find-thing.json"),
            "Add replies/find-thing.json"),
        agency(
            "reply-orphan",
            c -> c.having(AGENCY, "demo-agency", "replies/lose-thing.json", "{}"),
            "belongs to no operation"),
        agency(
            "contract-open",
            contract(
                "additionalProperties: false\n                required: [deliveryNumber",
                "additionalProperties: true\n                required: [deliveryNumber"),
            "lets anything else through"),
        agency(
            "sandbox-operation",
            settings("    find-thing:", "    seek-thing:"),
            "answers for seek-thing"),
        agency(
            "sandbox-problem",
            settings("problem: thing-not-found", "problem: thing-lost"),
            "refuses with thing-lost"),
        agency(
            "sandbox-register",
            settings("register: deliveries", "register: parcels"),
            "registers/parcels.csv"),
        agency(
            "unreadable",
            contract("'#/components/schemas/Option'", "'#/components/schemas/Choice'"),
            "#/components/schemas/Choice"));
  }

  static Stream<Arguments> facts() {
    return Stream.of(
        event(
            "fact-unknown",
            contract("applicantPersonalNumber", "parentNumber"),
            "find-thing needs parentNumber, and nothing before Service_FindThing finds it out"),
        event(
            "fact-type",
            contract(
                "applicantPersonalNumber: {$ref: '#/components/schemas/PersonalNumber'}",
                "applicantPersonalNumber: {type: integer}"),
            "applicantPersonalNumber is TEXT where NUMBER is asked"),
        event(
            "fact-unknown",
            model("reviewDecision = \"GRANT\"", "revuewDecision = \"GRANT\""),
            "reads revuewDecision, which nothing finds out before. Known here are ["),
        event(
            "fact-unknown",
            replacing(
                "demo-event-review-thing.form", "\"key\": \"shopCode\"", "\"key\": \"shopName\""),
            "shows shopName, and nothing finds it out before"),
        event(
            "fact-unknown",
            replacing(
                "demo-event-describe-thing.form",
                "\"valuesKey\": \"thingShops\"",
                "\"valuesKey\": \"thingStores\""),
            "come from the list thingStores"),
        event(
            "fact-unknown",
            model("[applicantPersonalNumber, thingNumber]", "[applicantPersonalNumber, thingName]"),
            "The subject reads thingName"),
        event(
            "fact-unknown",
            needs("thingNumber, benefitAmount, buyerName"),
            "demo-service needs buyerName, and nothing before Call_DemoService"),
        event(
            "fact-unknown",
            model(
                "<camunda:script scriptFormat=\"feel\">amount</camunda:script>",
                "<camunda:script scriptFormat=\"feel\">sum</camunda:script>"),
            "The mapping of benefitAmount reads"),
        event(
            "fact-may-be-missing",
            contract(
                "required: [thingNumber, thingDate, thingValue,",
                "required: [thingDate, thingValue,"),
            "demo-service needs thingNumber, which is not there on every way"),
        event(
            "fact-unknown",
            c ->
                c.replacing(
                        DECISION, "demo-benefit", DMN, "name=\"thingValue\"", "name=\"thingPrice\"")
                    .replacing(
                        DECISION,
                        "demo-benefit",
                        DMN,
                        "<text>thingValue</text>",
                        "<text>thingPrice</text>"),
            "reads thingPrice, and nothing before Decide_BenefitAmount finds it out, so it will"
                + " answer NEEDS_DATA"),
        event(
            "fact-unread",
            model("demoRecipient?, ", ""),
            "Decide_BenefitAmount finds out demoRecipient, and nobody reads it"),
        service(
            "gives-nothing",
            replacing(
                SERVICE,
                "demo-service",
                SERVICE_BPMN,
                "deliveryNumber, deliveredOn",
                "deliveryNumber, deliveredOn, parcelWeight"),
            "gives parcelWeight, but no way to an end finds it out"),
        service(
            "gives-perhaps",
            contract("required: [deliveryNumber, deliveredOn]", "required: [deliveryNumber]"),
            "Write deliveredOn? in the property gives"),
        service(
            "mapping-unknown",
            replacing(
                SERVICE,
                "demo-service",
                SERVICE_BPMN,
                "inputParameter name=\"deliveryAmount\"",
                "inputParameter name=\"deliverySum\""),
            "deliver-thing takes no deliverySum"),
        service(
            "fact-unknown",
            needs("thingNumber"),
            "The mapping of deliveryAmount reads benefitAmount"),
        event(
            "steering-fact-lost",
            FactChecksTest::steeredByAService,
            "Call_DemoService gives to the dossier only"),
        event(
            "steering-fact-lost",
            model(
                "<camunda:in source=\"applicant\" target=\"applicant\"/>",
                "<camunda:in source=\"applicant\" target=\"applicant\"/><camunda:out"
                    + " source=\"deliveryNumber\" target=\"deliveryNumber\"/>"),
            "in demo-service it is no variable"));
  }

  @Test
  void knowsWhatParallelWaysFindOutTogetherAndChoicesOnlyPerhaps() {
    Known either = Known.either(List.of(fact("left"), fact("right")));
    Known both = fact("left").together(fact("right"));

    assertThat(both.sureOf("left")).isTrue();
    assertThat(both.sureOf("right")).isTrue();
    assertThat(either.has("left")).isTrue();
    assertThat(either.sureOf("left")).isFalse();
  }

  private static Known fact(String name) {
    return Known.NOTHING.and(name, Shape.of(FactType.TEXT), true);
  }

  @Test
  void aFactThatATableCanDoWithoutNeedNotBeFoundOut() {
    DemoContent content =
        table(
                "<inputData id=\"keyDate\"",
                "<inputData id=\"Input_ThingColour\" name=\"thingColour\"><description>optional:"
                    + " without it any colour</description><variable id=\"Variable_ThingColour\""
                    + " name=\"thingColour\" typeRef=\"string\"/></inputData><inputData"
                    + " id=\"keyDate\"")
            .apply(DemoContent.whole());

    assertThat(content.check(LIFE_EVENT, "demo-event")).isEmpty();
    assertThat(
            content
                .replacing(DECISION, "demo-benefit", DMN, "optional: without", "without")
                .check(LIFE_EVENT, "demo-event"))
        .extracting(Finding::rule)
        .contains("fact-unknown");
  }

  /** The call moves before the gateway, which then reads what the service gave. */
  private static DemoContent steeredByAService(DemoContent content) {
    return model(
            "id=\"Flow_Decided\" sourceRef=\"Decide_BenefitAmount\""
                + " targetRef=\"Gateway_BenefitDue\"",
            "id=\"Flow_Decided\" sourceRef=\"Decide_BenefitAmount\" targetRef=\"Call_DemoService\"")
        .andThen(
            model(
                "sourceRef=\"Call_DemoService\" targetRef=\"Event_ThingDelivered\"",
                "sourceRef=\"Call_DemoService\" targetRef=\"Gateway_BenefitDue\""))
        .andThen(
            model(
                "sourceRef=\"Gateway_BenefitDue\" targetRef=\"Call_DemoService\"",
                "sourceRef=\"Gateway_BenefitDue\" targetRef=\"Event_ThingDelivered\""))
        .andThen(model("benefitStatus = \"ELIGIBLE\"", "deliveryNumber = \"D-1\""))
        .apply(content);
  }
}
