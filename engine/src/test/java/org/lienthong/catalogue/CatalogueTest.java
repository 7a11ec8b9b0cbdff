package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.catalogue.Element.Kind;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class CatalogueTest {

  @Autowired Catalogue catalogue;
  @Autowired RepositoryService engine;

  @Test
  void publishesTheContentHomeAtStart() {
    assertThat(catalogue.publications())
        .extracting(p -> p.kind() + " " + p.folder())
        .contains(
            "LIFE_EVENT demo-event",
            "SERVICE demo-service",
            "AGENCY demo-agency",
            "DECISION demo-benefit",
            "PARAMETERS parameters");
    assertThat(deployments("demo-event")).isEqualTo(1);
    assertThat(deployments("demo-service")).isEqualTo(1);
    assertThat(
            engine
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("demo-benefit-amount")
                .count())
        .isEqualTo(1);
  }

  @Test
  void readsAModelInTheOrderOfItsFlows() {
    ProcessModel model = demo();

    assertThat(model.elements())
        .extracting(Element::id)
        .startsWith(
            "Start_ThingWished",
            "Service_FindThing",
            "Task_DescribeThing",
            "Task_ReviewThing",
            "Gateway_ThingGranted",
            "Decide_BenefitAmount")
        .containsSubsequence(
            "Call_DemoService", "Event_ThingDelivered", "Boundary_DeliveryRefused");
    assertThat(model.elements()).extracting(Element::order).isSorted();
    assertThat(model.startForm()).contains("demo-event-start");
    assertThat(model.steeringFacts()).containsExactlyInAnyOrder("reviewDecision", "benefitStatus");
    assertThat(model.properties())
        .containsEntry("subject", "[applicantPersonalNumber, thingNumber]");
  }

  @Test
  void tellsWhatMayNeverBeReached() {
    ProcessModel model = demo();

    assertThat(model.element("Task_ReviewThing")).get().matches(e -> !e.optional());
    assertThat(model.element("Gateway_ThingGranted")).get().matches(e -> !e.optional());
    assertThat(model.element("End_ThingRefused")).get().matches(e -> !e.exceptional());
    assertThat(model.element("End_ThingStaysOpen")).get().matches(e -> e.exceptional());
    assertThat(model.element("Call_DemoService")).get().matches(Element::optional);
    assertThat(model.element("End_ThingMissing")).get().matches(Element::optional);
  }

  @Test
  void readsWhatAnElementDoes() {
    ProcessModel model = demo();

    assertThat(model.element("Service_FindThing"))
        .get()
        .returns(Kind.ASK, Element::kind)
        .returns("demo-agency", Element::agency)
        .returns("find-thing", Element::operation);
    assertThat(model.element("Decide_BenefitAmount"))
        .get()
        .returns("demo-benefit-amount", Element::decision)
        .returns("benefitStatus", Element::resultVariable)
        .returns(Map.of("benefitAmount", "amount"), Element::outputs);
    assertThat(model.element("Task_ReviewThing"))
        .get()
        .returns("demo-agency", Element::candidateGroup)
        .returns("demo-event-review-thing", Element::form)
        .returns("3", e -> e.properties().get("statutoryLimitDays"));
    assertThat(model.element("Boundary_ThingNotFound"))
        .get()
        .returns("Service_FindThing", Element::attachedTo)
        .returns("thing-not-found", e -> e.properties().get("errorCode"));
  }

  @Test
  void givesARunningJourneyWhatItWasDeployedWith() {
    String deployment = String.valueOf(demo().deploymentId());

    assertThat(catalogue.deployed(deployment, "demo-event")).isEqualTo(demo());
    assertThat(catalogue.texts(deployment).get("End_ThingSettled.title", Locale.ENGLISH))
        .isEqualTo("Everything is settled");
    Form form = catalogue.form(deployment, "demo-event-describe-thing");
    assertThat(form.fields())
        .extracting(Field::key)
        .containsExactly("thingDate", "thingParts", "shopCode");
    assertThat(form.fields().get(0).confirms()).isTrue();
    assertThat(form.fields().get(1).fields().get(1).maxLength()).isEqualTo(80);
    assertThat(form.fields().get(2).optionsFrom()).isEqualTo("thingShops");
    assertThatThrownBy(() -> catalogue.form(deployment, "other"))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> catalogue.deployed("no-such", "demo-event"))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void readsContractsWithTheirReferencesResolved() {
    Agency agency = catalogue.agency("demo-agency").orElseThrow();

    assertThat(agency.url()).isEqualTo("http://localhost:8090/demo-agency");
    assertThat(agency.timeout()).hasSeconds(5);
    Operation operation = agency.operation("find-thing").orElseThrow();
    assertThat(operation.method() + " " + operation.path()).isEqualTo("POST /find-thing");
    assertThat(operation.required()).containsExactly("applicantPersonalNumber");
    assertThat(operation.problems()).containsExactly("thing-not-found");
    assertThat(operation.replyProperties())
        .containsEntry("thingDate", FactType.DATE)
        .containsEntry("thingValue", FactType.NUMBER)
        .containsEntry("thingShops", FactType.LIST);
    assertThat(operation.replySchema() + operation.requestSchema()).doesNotContain("$ref");
  }

  @Test
  void knowsTheTypeOfEveryFact() {
    assertThat(catalogue.factType("thingDate")).contains(FactType.DATE);
    assertThat(catalogue.factType("reviewDecision")).contains(FactType.TEXT);
    assertThat(catalogue.factType("thingParts")).contains(FactType.LIST);
    assertThat(catalogue.factType("benefitStatus")).contains(FactType.TEXT);
    assertThat(catalogue.factType("nobodyKnows")).isEmpty();
  }

  @Test
  void answersWithTheLawOfTheDay() {
    assertThat(catalogue.parameters(LocalDate.of(2025, 6, 30)))
        .containsEntry("demoStandard", 500_000L);
    assertThat(catalogue.parameters(LocalDate.of(2025, 7, 1)))
        .containsEntry("demoStandard", 600_000L);
    assertThat(catalogue.parameters(LocalDate.of(2020, 1, 1))).doesNotContainKey("demoStandard");
    assertThat(catalogue.serviceOfDecision("demo-benefit-amount")).contains("demo-benefit");
  }

  @Test
  void readsTextsInBothLanguages() {
    Texts texts = catalogue.liveTexts(FolderKind.AGENCY, "demo-agency");

    assertThat(texts.get("name", Locale.forLanguageTag("vi"))).isEqualTo("Cơ quan thử nghiệm");
    assertThat(texts.get("problems.thing-not-found", Locale.ENGLISH)).contains("no thing");
    assertThat(catalogue.liveTexts(FolderKind.AGENCY, "nobody").byLanguage()).isEmpty();
  }

  @Test
  void findsNothingWrongWithItsOwnContent() {
    List<Finding> findings =
        catalogue.publications().stream()
            .flatMap(p -> catalogue.folder(p.kind(), p.folder()).stream())
            .filter(f -> f.key().startsWith("demo-"))
            .flatMap(f -> catalogue.check(f).stream())
            .filter(f -> f.severity() == Finding.Severity.ERROR)
            .toList();
    assertThat(findings).isEmpty();
  }

  private ProcessModel demo() {
    return catalogue.live("demo-event").orElseThrow();
  }

  private long deployments(String key) {
    return engine.createProcessDefinitionQuery().processDefinitionKey(key).count();
  }
}
