package org.lienthong.agency;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine's external tasks, as far as we need them. Thread-safe. */
@Component
class Tasks {

  private static final Duration UNTIL_THE_REPLY = Duration.ofDays(3_650);

  private final ExternalTaskService tasks;
  private final RepositoryService repository;
  private final Clock clock;
  private final String worker = "lienthong-" + UUID.randomUUID();
  private final Map<String, String> deployments = new ConcurrentHashMap<>();

  Tasks(ExternalTaskService tasks, RepositoryService repository, Clock clock) {
    this.tasks = tasks;
    this.repository = repository;
    this.clock = clock;
  }

  /** Leases tasks of an agency, the oldest first. */
  List<LockedExternalTask> fetch(String agency, int atMost, Duration lease) {
    return tasks
        .fetchAndLock()
        .workerId(worker)
        .maxTasks(atMost)
        .orderByCreateTime()
        .asc()
        .subscribe()
        .topic(agency, lease.toMillis())
        .variables(List.of())
        .includeExtensionProperties()
        .execute();
  }

  /** Whether there is time left under the lease for a call of this length. */
  boolean leasedFor(LockedExternalTask task, Duration call) {
    return clock.instant().plus(call).isBefore(task.getLockExpirationTime().toInstant());
  }

  Ask ask(LockedExternalTask task) {
    return new Ask(
        task.getId(),
        worker,
        String.valueOf(task.getBusinessKey()),
        deployment(task.getProcessDefinitionId()),
        task.getProcessDefinitionKey(),
        task.getActivityId(),
        task.getTopicName(),
        String.valueOf(task.getExtensionProperties().get("operation")));
  }

  /** A task that was asked before, under the name of whoever leased it. */
  Ask ask(ExternalTask task, RequestRow row) {
    String owner = task.getWorkerId();
    return new Ask(
        task.getId(),
        owner == null ? worker : owner,
        row.journeyId(),
        deployment(task.getProcessDefinitionId()),
        task.getProcessDefinitionKey(),
        task.getActivityId(),
        task.getTopicName(),
        row.operation());
  }

  private String deployment(String definition) {
    return deployments.computeIfAbsent(
        definition, id -> repository.getProcessDefinition(id).getDeploymentId());
  }

  Optional<ExternalTask> find(String taskId) {
    @Nullable ExternalTask task =
        tasks.createExternalTaskQuery().externalTaskId(taskId).singleResult();
    return Optional.ofNullable(task);
  }

  /** Whether the task still waits, and for us. */
  boolean ours(Ask ask) {
    return find(ask.taskId()).filter(t -> ask.workerId().equals(t.getWorkerId())).isPresent();
  }

  void complete(Ask ask, Map<String, Object> variables) {
    tasks.complete(ask.taskId(), ask.workerId(), variables);
  }

  void refuse(Ask ask, String code) {
    tasks.handleBpmnError(ask.taskId(), ask.workerId(), code);
  }

  /** Takes the task out of sight until a reply or an operator comes. */
  void hide(Ask ask) {
    lease(ask, UNTIL_THE_REPLY);
  }

  /** Leases anew; unlike an extension this works too when the lease has run out meanwhile. */
  void lease(Ask ask, Duration time) {
    tasks.lock(ask.taskId(), ask.workerId(), Math.max(1, time.toMillis()));
  }

  void free(String taskId) {
    tasks.unlock(taskId);
  }
}
