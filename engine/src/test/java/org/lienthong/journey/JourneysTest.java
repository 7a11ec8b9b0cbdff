package org.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.agency.DossierPort;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.identity.Role;
import org.lienthong.worklist.Completion;
import org.lienthong.worklist.WorkItem;
import org.lienthong.worklist.Worklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A journey from its start to an officer's refusal, with the agency's reply played by hand. */
@EngineTest
class JourneysTest {

  private static final Map<String, Object> START = Map.of("thingKind", "BIG");
  private static final Actor OFFICER =
      new Actor("o-demo", "Officer", Set.of(Role.CASEWORKER), "demo-agency");

  @Autowired Journeys journeys;
  @Autowired Worklist worklist;
  @Autowired People people;
  @Autowired ExternalTaskService externalTasks;
  @Autowired RuntimeService runtime;
  @Autowired DossierPort dossierPort;
  @Autowired JdbcTemplate sql;
  @Autowired PlatformTransactionManager transactions;

  String personalNumber;
  Actor citizen;

  @BeforeEach
  void somebodyNew() {
    personalNumber = String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 24 | 1L << 39);
    personalNumber = personalNumber.substring(0, 12);
    citizen = people.citizen(personalNumber, "Nguyễn Thử");
  }

  @Test
  void startsAndShowsTheWayAhead() {
    Journey journey = start();

    assertThat(journey.state()).isEqualTo(Journey.State.OPEN);
    assertThat(journey.reference()).matches("LT-[2-9A-Z]{4}-[2-9A-Z]{4}");
    assertThat(journey.steps()).extracting(Step::elementId).contains("Task_DescribeThing");
    assertThat(step(journey, "Task_DescribeThing").state()).isEqualTo(Step.State.NOT_STARTED);
    assertThat(journeys.dossier(journey.id()))
        .extractingByKey("applicantPersonalNumber")
        .satisfies(fact -> assertThat(fact.source()).isEqualTo(Fact.Source.IDENTITY));
  }

  @Test
  void refusesAnswersThatTheFormDoesNotTake() {
    assertThat(journeys.start("demo-event", citizen, Map.of("thingKind", "HUGE"), "k"))
        .isInstanceOf(StartOutcome.Rejected.class);
    assertThat(journeys.of(citizen)).isEmpty();
  }

  @Test
  void knowsNoOtherLifeEvent() {
    assertThatThrownBy(() -> journeys.start("demo-service", citizen, Map.of(), null))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void answersTheSameRequestWithTheSameJourney() {
    Journey first = ((StartOutcome.Started) start("key-1")).journey();

    assertThat(start("key-1"))
        .isInstanceOfSatisfying(
            StartOutcome.Started.class,
            again -> {
              assertThat(again.replayed()).isTrue();
              assertThat(again.journey().id()).isEqualTo(first.id());
            });
    assertThat(journeys.start("demo-event", citizen, Map.of("thingKind", "SMALL"), "key-1"))
        .isInstanceOf(StartOutcome.KeyReused.class);
    assertThat(start("key-2"))
        .isInstanceOfSatisfying(
            StartOutcome.AlreadyOpen.class,
            open -> assertThat(open.journey().id()).isEqualTo(first.id()));
  }

  @Test
  void startsOnceHoweverManyTabsAskAtOnce() throws Exception {
    ExecutorService tabs = Executors.newFixedThreadPool(8);
    List<Callable<StartOutcome>> clicks =
        java.util.stream.IntStream.range(0, 16)
            .mapToObj(i -> (Callable<StartOutcome>) () -> start("tab-" + i % 2))
            .toList();
    Set<String> begun = new java.util.TreeSet<>();
    for (Future<StartOutcome> each : tabs.invokeAll(clicks)) {
      StartOutcome outcome = each.get();
      begun.add(
          outcome instanceof StartOutcome.Started started
              ? started.journey().id()
              : ((StartOutcome.AlreadyOpen) outcome).journey().id());
    }
    tabs.shutdown();

    assertThat(begun).hasSize(1);
    assertThat(journeys.of(citizen)).hasSize(1);
  }

  @Test
  void isNobodyElsesBusiness() {
    Journey journey = start();
    String another = (personalNumber.startsWith("9") ? "8" : "9") + personalNumber.substring(1);
    Actor stranger = people.citizen(another, "Người Lạ");

    assertThat(journeys.find(journey.id(), stranger)).isEmpty();
    assertThat(journeys.find(journey.id(), OFFICER)).as("before the office has it").isEmpty();
    assertThat(journeys.find(journey.id(), citizen)).isPresent();
  }

  @Test
  void goesFromTheRegistersToTheCitizenToTheOfficerAndSaysWhyItWasRefused() {
    Journey journey = start();
    agencyAnswers(journey, thing("N-1"));

    WorkItem todo = worklist.todos(citizen).get(0);
    assertThat(todo.elementId()).isEqualTo("Task_DescribeThing");
    assertThat(step(view(journey), "Task_DescribeThing").state()).isEqualTo(Step.State.YOUR_TURN);
    assertThat(
            worklist.complete(
                todo.id(),
                citizen,
                Map.of(
                    "thingParts[0].name", "Một",
                    "thingParts[1].name", "Hai",
                    "shopCode", "shop-1")))
        .isInstanceOf(Completion.Completed.class);

    WorkItem review =
        worklist.queue(OFFICER, null).stream()
            .filter(item -> item.journeyId().equals(journey.id()))
            .findFirst()
            .orElseThrow();
    assertThat(review.dueAt()).isAfter(review.createdAt());
    assertThat(step(view(journey), "Task_ReviewThing").state()).isEqualTo(Step.State.WITH_OFFICE);
    assertThat(worklist.complete(review.id(), citizen, Map.of("reviewDecision", "GRANT")))
        .as("by the citizen")
        .isInstanceOf(Completion.Gone.class);
    assertThat(worklist.complete(review.id(), OFFICER, Map.of("reviewDecision", "REFUSE")))
        .as("without a reason")
        .isInstanceOf(Completion.Rejected.class);
    assertThat(
            worklist.complete(
                review.id(),
                OFFICER,
                Map.of("reviewDecision", "REFUSE", "refusalReason", "TOO_BIG")))
        .isInstanceOf(Completion.Completed.class);
    assertThat(
            worklist.complete(
                review.id(),
                OFFICER,
                Map.of("reviewDecision", "REFUSE", "refusalReason", "TOO_BIG")))
        .as("twice")
        .isInstanceOf(Completion.Gone.class);

    Journey ended = view(journey);
    assertThat(ended.state()).isNotEqualTo(Journey.State.OPEN);
    assertThat(step(ended, "Task_ReviewThing").reasonCode())
        .isEqualTo("demo-event-review-thing.refusalReason.options.TOO_BIG");
    noPersonalDataInTheEngine("Một", "N-1", "shop-1");
  }

  @Test
  void joinsTheJourneyThatIsAlreadyAboutTheSame() {
    Journey first = start();
    agencyAnswers(first, thing("N-2"));
    Journey second = start();
    agencyAnswers(second, thing("N-2"));

    Journey joined = view(second);
    assertThat(joined.state()).isEqualTo(Journey.State.JOINED);
    assertThat(joined.joinedTo()).isEqualTo(first.id());
    assertThat(joined.endedAt()).isNotNull();
    assertThat(worklist.todos(citizen)).extracting(WorkItem::journeyId).containsOnly(first.id());
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(second.id()).count())
        .isZero();
  }

  @Test
  void completesATaskOnceHoweverManyTry() throws Exception {
    Journey journey = start();
    agencyAnswers(journey, thing("N-3"));
    WorkItem todo = worklist.todos(citizen).get(0);
    Map<String, Object> answers =
        Map.of("thingParts[0].name", "Một", "thingParts[1].name", "Hai", "shopCode", "shop-1");
    ExecutorService windows = Executors.newFixedThreadPool(8);
    List<Callable<Completion>> clicks =
        java.util.Collections.nCopies(8, () -> worklist.complete(todo.id(), citizen, answers));
    int completed = 0;
    for (Future<Completion> each : windows.invokeAll(clicks)) {
      completed += each.get() instanceof Completion.Completed ? 1 : 0;
    }
    windows.shutdown();

    assertThat(completed).isEqualTo(1);
  }

  private Journey start() {
    return ((StartOutcome.Started) start(UUID.randomUUID().toString())).journey();
  }

  private StartOutcome start(String key) {
    return journeys.start("demo-event", citizen, START, key);
  }

  private Journey view(Journey journey) {
    return journeys.find(journey.id(), citizen).orElseThrow();
  }

  private static Step step(Journey journey, String elementId) {
    return journey.steps().stream()
        .filter(step -> step.elementId().equals(elementId))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> thing(String number) {
    return Map.of(
        "thingNumber", number,
        "thingDate", LocalDate.of(2026, 1, 4),
        "thingValue", 100L,
        "thingParts", List.of(Map.of("order", 1L), Map.of("order", 2L)),
        "thingShops", List.of(Map.of("value", "shop-1", "label", "Shop 1")));
  }

  /** What an agency's worker does, without the agency. */
  private void agencyAnswers(Journey journey, Map<String, Object> reply) {
    LockedExternalTask task =
        externalTasks
            .fetchAndLock(100, "by-hand")
            .topic("demo-agency", 60_000)
            .businessKey(journey.id())
            .execute()
            .get(0);
    String deployment = journeys.find(journey.id(), citizen).orElseThrow().deploymentId();
    Map<String, Object> request =
        dossierPort.request(
            journey.id(), deployment, task.getProcessDefinitionKey(), task.getActivityId());
    assertThat(request).containsEntry("applicantPersonalNumber", personalNumber);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status ->
                externalTasks.complete(
                    task.getId(),
                    "by-hand",
                    dossierPort.reply(
                        journey.id(),
                        deployment,
                        task.getProcessDefinitionKey(),
                        task.getActivityId(),
                        reply)));
  }

  private void noPersonalDataInTheEngine(String... canaries) {
    for (String table :
        List.of("act_ru_variable", "act_ru_execution", "act_ru_task", "act_ru_ext_task")) {
      for (Map<String, Object> row : sql.queryForList("select * from " + table)) {
        assertThat(row.values().toString()).doesNotContain(canaries).doesNotContain(personalNumber);
      }
    }
  }
}
