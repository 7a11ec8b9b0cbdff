package org.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.agency.DossierPort;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.identity.Role;
import org.lienthong.worklist.WorkItem;
import org.lienthong.worklist.Worklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was decided and registered stands, though a service that follows fails as it begins. */
@EngineTest
class FailingServiceTest {

  private static final Actor OFFICER =
      new Actor("o-demo", "Officer", Set.of(Role.CASEWORKER), "demo-agency");
  private static final Path SERVICE =
      Path.of("src/test/resources/content/processes/services/demo-service/demo-service.bpmn");

  @Autowired Journeys journeys;
  @Autowired Worklist worklist;
  @Autowired People people;
  @Autowired ExternalTaskService externalTasks;
  @Autowired ManagementService management;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired DossierPort dossierPort;
  @Autowired PlatformTransactionManager transactions;

  private Actor citizen;
  private @Nullable Deployment broken;

  @BeforeEach
  void aServiceWhoseFirstDecisionFails() throws IOException {
    String number = String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 24 | 1L << 39);
    citizen = people.citizen(number.substring(0, 12), "Nguyễn Thử");
    String model =
        Files.readString(SERVICE)
            .replace(
                "targetRef=\"Service_DeliverThing\"/>",
                "targetRef=\"Decide_Nothing\"/>"
                    + "<bpmn:businessRuleTask id=\"Decide_Nothing\""
                    + " camunda:decisionRef=\"demo-without-a-table\""
                    + " camunda:resultVariable=\"nothingStatus\"/>"
                    + "<bpmn:sequenceFlow id=\"Flow_Nothing\" sourceRef=\"Decide_Nothing\""
                    + " targetRef=\"Service_DeliverThing\"/>");
    broken = repository.createDeployment().name("broken").addString("d.bpmn", model).deploy();
  }

  @AfterEach
  void mended() {
    if (broken != null) {
      repository.deleteDeployment(broken.getId(), true);
      broken = null;
    }
  }

  @Test
  void leavesStandingWhatWasDoneBeforeItAndGoesOnOnceItIsMended() {
    Journey journey = granted();

    for (Job job = next(journey); job.getRetries() > 0; job = next(journey)) {
      String id = job.getId();
      assertThatThrownBy(() -> management.executeJob(id)).isInstanceOf(RuntimeException.class);
      stands(journey);
    }
    mended();
    management.executeJob(next(journey).getId());

    stands(journey);
    assertThat(ask(journey).getActivityId()).isEqualTo("Service_DeliverThing");
  }

  private void stands(Journey journey) {
    Journey now = journeys.find(journey.id(), citizen).orElseThrow();
    assertThat(now.state()).isEqualTo(Journey.State.OPEN);
    assertThat(now.steps())
        .filteredOn(step -> step.elementId().equals("Task_ReviewThing"))
        .extracting(Step::state)
        .containsExactly(Step.State.DONE);
    assertThat(journeys.dossier(journey.id()))
        .extractingByKeys("reviewDecision", "benefitStatus")
        .extracting(Fact::value)
        .containsExactly("GRANT", "ELIGIBLE");
  }

  private Job next(Journey journey) {
    String instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(journey.id())
            .processDefinitionKey("demo-event")
            .singleResult()
            .getId();
    return management.createJobQuery().processInstanceId(instance).singleResult();
  }

  /** A journey whose thing an officer has granted; the service is to begin. */
  private Journey granted() {
    Journey journey =
        ((StartOutcome.Started)
                journeys.start("demo-event", citizen, Map.of("thingKind", "BIG"), "key"))
            .journey();
    answer(journey);
    WorkItem todo = worklist.todos(citizen).get(0);
    worklist.complete(
        todo.id(), citizen, Map.of("thingParts[0].name", "Một", "shopCode", "shop-1"));
    WorkItem review =
        worklist.queue(OFFICER, null).stream()
            .filter(item -> item.journeyId().equals(journey.id()))
            .findFirst()
            .orElseThrow();
    worklist.complete(review.id(), OFFICER, Map.of("reviewDecision", "GRANT"));
    return journey;
  }

  private void answer(Journey journey) {
    LockedExternalTask task = ask(journey);
    Map<String, Object> reply =
        Map.of(
            "thingNumber", "N-" + journey.reference(),
            "thingDate", LocalDate.of(2026, 1, 4),
            "thingValue", 100L,
            "thingParts", List.of(Map.of("order", 1L)),
            "thingShops", List.of(Map.of("value", "shop-1", "label", "Shop 1")));
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status ->
                externalTasks.complete(
                    task.getId(),
                    "by-hand",
                    dossierPort.reply(
                        journey.id(),
                        String.valueOf(journey.deploymentId()),
                        task.getProcessDefinitionKey(),
                        task.getActivityId(),
                        reply)));
  }

  private LockedExternalTask ask(Journey journey) {
    return externalTasks
        .fetchAndLock(100, "by-hand")
        .topic("demo-agency", 60_000)
        .businessKey(journey.id())
        .execute()
        .get(0);
  }
}
