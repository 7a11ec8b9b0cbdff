package org.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.agency.DossierPort;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.worklist.Worklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What we write of a journey stands or falls with what the engine writes of it. */
@EngineTest
class RollbackTest {

  private static final Map<String, Object> REPLY =
      Map.of(
          "thingNumber", "N-9",
          "thingDate", LocalDate.of(2026, 1, 4),
          "thingValue", 100L,
          "thingParts", List.of(Map.of("order", 1L), Map.of("order", 2L)),
          "thingShops", List.of(Map.of("value", "shop-1", "label", "Shop 1")));

  @Autowired Journeys journeys;
  @Autowired Worklist worklist;
  @Autowired People people;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ExternalTaskService externalTasks;
  @Autowired DossierPort dossier;
  @Autowired JdbcTemplate sql;
  @Autowired PlatformTransactionManager transactions;

  Actor citizen;

  @BeforeEach
  void somebodyNew() {
    long number = UUID.randomUUID().getMostSignificantBits() >>> 24 | 1L << 39;
    citizen = people.citizen(String.valueOf(number).substring(0, 12), "Nguyễn Thử");
  }

  @Test
  void leavesNoTraceOfAStartThatWasRolledBack() {
    Journey begun =
        rolledBack(
            () -> {
              Journey journey = start();
              assertThat(rows("step", journey)).as("within").isPositive();
              assertThat(processes(journey)).as("within").isEqualTo(1);
              return journey;
            });

    assertThat(journeys.find(begun.id(), citizen)).isEmpty();
    assertThat(rows("step", begun) + rows("fact", begun)).isZero();
    assertThat(processes(begun)).isZero();
  }

  @Test
  void takesBackTheStepAndTheWorkItemWithTheEnginesTask() {
    Journey journey = start();
    List<Map<String, Object>> steps = steps(journey);

    rolledBack(
        () -> {
          agencyAnswers(journey);
          assertThat(worklist.todos(citizen)).as("within").hasSize(1);
          assertThat(steps(journey)).as("within").isNotEqualTo(steps);
          return journey;
        });

    assertThat(worklist.todos(citizen)).isEmpty();
    assertThat(rows("work_item", journey)).isZero();
    assertThat(steps(journey)).isEqualTo(steps);
    assertThat(engineTasks(journey)).isZero();

    agencyAnswers(journey);
    assertThat(worklist.todos(citizen)).as("asked anew, it goes on").hasSize(1);
    assertThat(engineTasks(journey)).isEqualTo(1);
  }

  private <T> T rolledBack(Supplier<T> work) {
    return Objects.requireNonNull(
        new TransactionTemplate(transactions)
            .execute(
                status -> {
                  status.setRollbackOnly();
                  return work.get();
                }));
  }

  private Journey start() {
    StartOutcome outcome =
        journeys.start("demo-event", citizen, Map.of("thingKind", "BIG"), UUID.randomUUID() + "");
    return ((StartOutcome.Started) outcome).journey();
  }

  /** What an agency's worker does, without the agency. */
  private void agencyAnswers(Journey journey) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              LockedExternalTask task =
                  externalTasks
                      .fetchAndLock(1, "by-hand")
                      .topic("demo-agency", 60_000)
                      .businessKey(journey.id())
                      .execute()
                      .get(0);
              externalTasks.complete(
                  task.getId(),
                  "by-hand",
                  dossier.reply(
                      journey.id(),
                      journey.deploymentId(),
                      task.getProcessDefinitionKey(),
                      task.getActivityId(),
                      REPLY));
            });
  }

  private long processes(Journey journey) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(journey.id()).count();
  }

  private long engineTasks(Journey journey) {
    return tasks.createTaskQuery().processInstanceBusinessKey(journey.id()).count();
  }

  private long rows(String table, Journey journey) {
    return rowsOf(table, journey).size();
  }

  private List<Map<String, Object>> steps(Journey journey) {
    return rowsOf("step", journey);
  }

  private List<Map<String, Object>> rowsOf(String table, Journey journey) {
    return sql.queryForList(
        "select * from " + table + " where journey_id = ? order by 1", journey.id());
  }
}
