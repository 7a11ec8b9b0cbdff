package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
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

/** Every check, shown by the smallest change that it refuses and by the words that teach. */
class ChecksTest {

  private static final String BPMN = "demo-event.bpmn";
  private static final String SERVICE_BPMN = "demo-service.bpmn";
  private static final String DMN = "demo-benefit-amount.dmn";

  @Test
  void findsNothingInGoodContent() {
    assertThat(DemoContent.whole().checkAll()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"names", "style", "references", "forms", "texts", "tables", "contracts", "facts"})
  void teaches(
      String rule,
      FolderKind kind,
      String folder,
      UnaryOperator<DemoContent> broken,
      String words) {
    List<Finding> findings = broken.apply(DemoContent.whole()).check(kind, folder);

    assertThat(findings)
        .as("the rule %s among %s", rule, findings)
        .anySatisfy(
            f -> {
              assertThat(f.rule()).isEqualTo(rule);
              assertThat(f.message()).contains(words);
              assertThat(f.folder()).isEqualTo(folder);
            });
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
        event("message-twice", ChecksTest::startedTwice, "already starts demo-twin"));
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
                    </bpmn:sequenceFlow>""",
                "targetRef=\"Decide_BenefitAmount\"/>"),
            "Several ways out have no condition"));
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
            "cannot be asked for «seek-thing». Its openapi.yaml offers [deliver-thing, find-thing]"),
        event(
            "decision-missing",
            model("demo-benefit-amount", "demo-benefit-level"),
            "decisions/<service>/demo-benefit-level.dmn"),
        event(
            "service-missing",
            model("calledElement=\"demo-service\"", "calledElement=\"demo-help\""),
            "no service «demo-help» to call. Known are [demo-service]"),
        event(
            "error-never-raised",
            model("errorCode=\"thing-not-found\"", "errorCode=\"thing-lost\""),
            "Service_FindThing never refuses with thing-lost"),
        event(
            "refusal-unhandled",
            model("errorCode=\"thing-not-found\"", "errorCode=\"thing-lost\""),
            "may refuse with thing-not-found, and nothing here says what follows"));
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        event("field-twice", form("start", "\"thingKind\",\n", "\"thingKind\",\n", 2), "ask once"),
        event(
            "field-options",
            replacing("demo-event-describe-thing.form", "\"valuesKey\": \"thingShops\",", ""),
            "nothing to choose"),
        event(
            "field-type",
            replacing(
                "demo-event-describe-thing.form", "\"subtype\": \"date\"", "\"subtype\": \"time\""),
            "without a time of day"),
        event(
            "asked-although-known",
            replacing(
                "demo-event-describe-thing.form",
                "\"readonly\": true,\n      \"properties\": {\"page\": \"1\", \"confirm\": \"true\"}",
                "\"properties\": {\"page\": \"1\"}"),
            "asks for thingDate, which demo-agency.find-thing can tell"),
        event("too-many-questions", ChecksTest::nosy, "9 questions, at most 7 are allowed"));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        event(
            "texts-missing", c -> c.lacking(LIFE_EVENT, "demo-event", "texts.en.yaml"), "Write it"),
        event(
            "text-missing",
            words("en", "  why: The law asks for a person's judgement.\n", ""),
            "Task_ReviewThing.why is missing: whoever waits"),
        event(
            "texts-in-step",
            words("en", "      hint: 2 to 80 characters\n", ""),
            "is there in another language but not in this one"),
        event(
            "text-orphan",
            words("en", "End_ThingSettled:", "End_ThingSetled:"),
            "belongs to nothing"),
        event("text-orphan", words("vi", "  thingKind:\n", "  thingSort:\n"), "Rename its key"));
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        decision(
            "rule-id",
            table("rule id=\"big-thing\"", "rule id=\"DecisionRule_0a1b2c3\""),
            "says nothing"),
        decision("rule-id", table("rule id=\"small-thing\"", "rule id=\"big-thing\""), "Two rows"),
        decision(
            "reason-missing",
            c ->
                c.replacing(
                    DECISION,
                    "demo-benefit",
                    "texts.en.yaml",
                    "  big-thing: A big thing is supported with twice the standard.\n",
                    ""),
            "demo-benefit-amount.big-thing is missing"),
        decision(
            "reason-missing", table("\"demo-act-3\"", "\"demo-act-4\""), "legalBasis.demo-act-4"),
        decision(
            "legal-basis", table("<text>\"demo-act-3\"</text>", "<text></text>"), "no legal basis"),
        decision(
            "bare-amount",
            table("<text>demoStandard</text>", "<text>600000</text>"),
            "The amount 600000 stands bare in the table. It is demoStandard of parameters.yaml"),
        decision(
            "bare-amount",
            table("<text>demoStandard</text>", "<text>610000</text>"),
            "Put it into parameters.yaml"),
        decision(
            "decision-name", table("demoStandard * 2", "demoStandart * 2"), "reads demoStandart"),
        decision(
            "decision-output",
            table("name=\"status\" label", "name=\"state\" label"),
            "no output status"),
        decision(
            "key-date",
            table("inputData id=\"keyDate\"", "inputData id=\"Input_ThingDate\""),
            "by which day's law"));
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
            "reads thingPrice, and nothing before Decide_BenefitAmount finds it out, so it will answer"
                + " NEEDS_DATA"),
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
            ChecksTest::steeredByAService,
            "Call_DemoService gives to the dossier only"),
        event(
            "steering-fact-lost",
            model(
                "<camunda:in source=\"applicant\" target=\"applicant\"/>",
                "<camunda:in source=\"applicant\" target=\"applicant\"/><camunda:out source=\"deliveryNumber\" target=\"deliveryNumber\"/>"),
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

  @Test
  void saysNothingElseOfWhatTheLinterRefuses() {
    List<Finding> findings =
        model("camunda:type=\"external\"", "camunda:class=\"evil.Code\"")
            .apply(DemoContent.whole())
            .check(LIFE_EVENT, "demo-event");

    assertThat(findings).isNotEmpty().noneMatch(f -> f.rule().startsWith("fact-"));
  }

  private static Known fact(String name) {
    return Known.NOTHING.and(name, Shape.of(FactType.TEXT), true);
  }

  private static Arguments event(String rule, UnaryOperator<DemoContent> broken, String words) {
    return arguments(rule, LIFE_EVENT, "demo-event", broken, words);
  }

  private static Arguments service(String rule, UnaryOperator<DemoContent> broken, String words) {
    return arguments(rule, SERVICE, "demo-service", broken, words);
  }

  private static Arguments decision(String rule, UnaryOperator<DemoContent> broken, String words) {
    return arguments(rule, DECISION, "demo-benefit", broken, words);
  }

  private static Arguments agency(String rule, UnaryOperator<DemoContent> broken, String words) {
    return arguments(rule, AGENCY, "demo-agency", broken, words);
  }

  private static UnaryOperator<DemoContent> model(String old, String fresh) {
    return replacing(BPMN, old, fresh);
  }

  private static UnaryOperator<DemoContent> replacing(String file, String old, String fresh) {
    return replacing(LIFE_EVENT, "demo-event", file, old, fresh);
  }

  private static UnaryOperator<DemoContent> replacing(
      FolderKind kind, String folder, String file, String old, String fresh) {
    return c -> c.replacing(kind, folder, file, old, fresh);
  }

  private static UnaryOperator<DemoContent> contract(String old, String fresh) {
    return replacing(AGENCY, "demo-agency", "openapi.yaml", old, fresh);
  }

  private static UnaryOperator<DemoContent> settings(String old, String fresh) {
    return replacing(AGENCY, "demo-agency", "agency.yaml", old, fresh);
  }

  private static UnaryOperator<DemoContent> table(String old, String fresh) {
    return replacing(DECISION, "demo-benefit", DMN, old, fresh);
  }

  private static UnaryOperator<DemoContent> words(String language, String old, String fresh) {
    return replacing("texts." + language + ".yaml", old, fresh);
  }

  private static UnaryOperator<DemoContent> needs(String facts) {
    return replacing(SERVICE, "demo-service", SERVICE_BPMN, "thingNumber, benefitAmount", facts);
  }

  private static UnaryOperator<DemoContent> form(String form, String old, String fresh, int times) {
    return c -> {
      String file = "demo-event-" + form + ".form";
      String text = c.text(LIFE_EVENT, "demo-event", file);
      String field = text.substring(text.indexOf("    {"), text.lastIndexOf("    }") + 5);
      assertThat(field).contains(old.strip());
      return c.replacing(
          LIFE_EVENT, "demo-event", file, field, (field + ",\n").repeat(times - 1) + field);
    };
  }

  /** The call moves before the gateway, which then reads what the service gave. */
  private static DemoContent steeredByAService(DemoContent content) {
    return model(
            "id=\"Flow_Decided\" sourceRef=\"Decide_BenefitAmount\" targetRef=\"Gateway_BenefitDue\"",
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

  private static DemoContent nosy(DemoContent content) {
    String file = "demo-event-start.form";
    StringBuilder fields = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      fields.append(
          "{\"id\": \"Field_%1$d\", \"type\": \"textfield\", \"key\": \"extra%1$d\"},"
              .formatted(i));
    }
    return content.replacing(
        LIFE_EVENT, "demo-event", file, "\"components\": [", "\"components\": [" + fields);
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
