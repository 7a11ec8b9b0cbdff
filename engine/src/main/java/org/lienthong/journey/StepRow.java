package org.lienthong.journey;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.platform.ActivityEvent;
import org.springframework.data.jpa.repository.JpaRepository;

/** One run of an element of the model, as the database keeps it. */
@Entity
@Table(name = "step")
class StepRow {

  /** How a run of an element stands. */
  enum State {
    ACTIVE,
    COMPLETED,
    CANCELLED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  String journeyId;
  String processInstanceId;
  String deploymentId;
  String processKey;
  String elementId;
  String activityInstanceId;
  String activityType;

  @Enumerated(EnumType.STRING)
  State state = State.ACTIVE;

  @Nullable String taskId;
  @Nullable String assignee;
  @Nullable String unit;
  @Nullable String reasonCode;
  @Nullable Instant dueAt;
  Instant startedAt;
  @Nullable Instant endedAt;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected StepRow() {}

  StepRow(ActivityEvent event, Instant startedAt) {
    this.journeyId = event.journeyId();
    this.processInstanceId = event.processInstanceId();
    this.deploymentId = event.deploymentId();
    this.processKey = event.processKey();
    this.elementId = event.activityId();
    this.activityInstanceId = event.activityInstanceId();
    this.activityType = event.activityType();
    this.startedAt = startedAt;
  }

  /** All steps. */
  interface Steps extends JpaRepository<StepRow, Long> {

    Optional<StepRow> findByActivityInstanceId(String activityInstanceId);

    Optional<StepRow> findByTaskId(String taskId);

    List<StepRow> findByJourneyIdOrderById(String journeyId);

    boolean existsByJourneyIdAndUnit(String journeyId, String unit);
  }
}
