package org.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Forms;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.journey.JourneyRow.JourneyRows;
import org.lienthong.worklist.Worklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who are at the same journey in the same moment. */
@EngineTest
class RivalsTest {

  private static final Map<String, Object> START = Map.of("thingKind", "BIG");

  @Autowired Journeys journeys;
  @Autowired JourneyRows rows;
  @Autowired Dossier dossier;
  @Autowired Catalogue catalogue;
  @Autowired Forms forms;
  @Autowired People people;
  @Autowired Worklist worklist;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired TaskService tasks;
  @Autowired ExternalTaskService externalTasks;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Clock clock;

  Actor citizen;

  @BeforeEach
  void somebodyNew() {
    long number = UUID.randomUUID().getMostSignificantBits() >>> 24 | 1L << 39;
    citizen = people.citizen(String.valueOf(number).substring(0, 12), "Nguyễn Thử");
  }

  @Test
  void endsAJourneyThatJoinedAnotherThoughTheEngineIsAtIt() {
    Journey journey = start("k");

    joining(3).joined(new JourneyJoined(journey.id()));

    assertThat(processes(journey)).isZero();
    assertThat(rows.findById(journey.id()).orElseThrow().endedAt).isNotNull();
  }

  @Test
  void saysSoWhenTheEngineStaysAtIt() {
    Journey journey = start("k");

    assertThatThrownBy(() -> joining(100).joined(new JourneyJoined(journey.id())))
        .isInstanceOf(OptimisticLockingException.class);
    assertThat(rows.findById(journey.id()).orElseThrow().endedAt)
        .as("so that the next start ends it")
        .isNull();
  }

  @Test
  void givesNobodyATaskOfAJourneyThatJoinedAnother() {
    Journey journey = start("k");
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> rows.findById(journey.id()).orElseThrow().state = Journey.State.JOINED);

    agencyAnswers(journey);

    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(journey.id()).count())
        .isEqualTo(1);
    assertThat(worklist.todos(citizen)).isEmpty();
  }

  @Test
  void answersARequestWithTheJourneyThatItBeganInThisMoment() {
    Journey journey = start("k");

    assertThat(startingJustBefore().start("demo-event", citizen, START, "k"))
        .isEqualTo(new Starting.Answer.Begun(journey.id(), true));
    assertThat(startingJustBefore().start("demo-event", citizen, Map.of("thingKind", "SMALL"), "k"))
        .as("another request under the same key")
        .isInstanceOf(Starting.Answer.OtherRequest.class);
    assertThat(startingJustBefore().start("demo-event", citizen, START, "another"))
        .isEqualTo(new Starting.Answer.Underway(journey.id()));
  }

  private Journey start(String key) {
    return ((StartOutcome.Started) journeys.start("demo-event", citizen, START, key)).journey();
  }

  private long processes(Journey journey) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(journey.id()).count();
  }

  private void agencyAnswers(Journey journey) {
    externalTasks
        .fetchAndLock(100, "by-hand")
        .topic("demo-agency", 60_000)
        .businessKey(journey.id())
        .execute()
        .forEach(task -> externalTasks.complete(task.getId(), "by-hand"));
  }

  /** One that loses the process to the engine's own next job so many times. */
  private Joining joining(int lost) {
    AtomicInteger left = new AtomicInteger(lost);
    RuntimeService rivalled =
        instead(
            RuntimeService.class,
            runtime,
            "deleteProcessInstance",
            () -> {
              if (left.getAndDecrement() > 0) {
                throw new OptimisticLockingException("somebody was faster");
              }
              return null;
            });
    return new Joining(rows, rivalled, transactions, clock);
  }

  /** One that looks the key up a moment before the same request begins the journey. */
  private Starting startingJustBefore() {
    AtomicInteger looked = new AtomicInteger();
    JourneyRows before =
        instead(
            JourneyRows.class,
            rows,
            "findByApplicantAndRequestKey",
            () -> looked.getAndIncrement() == 0 ? Optional.empty() : null);
    return new Starting(
        before, catalogue, forms, dossier, people, runtime, repository, transactions, clock);
  }

  /** The same, but for one method, whose answer is asked for first; null leaves it to the same. */
  private static <T> T instead(Class<T> type, T same, String method, Supplier<Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              Object first = called.getName().equals(method) ? answer.get() : null;
              try {
                return first == null ? called.invoke(same, arguments) : first;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
