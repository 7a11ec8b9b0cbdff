package org.lienthong.worklist;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.journey.OpenStep;
import org.lienthong.platform.ActivityEvent;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** A piece of human work as the database keeps it. */
@Entity
@Table(name = "work_item")
class WorkItemRow {

  /** Sorts after every due date: nothing is due. */
  private static final String NEVER = "9999-12-31T23:59:59Z";

  @Id String id;
  String journeyId;
  String reference;
  String lifeEvent;
  String deploymentId;
  String processKey;
  String elementId;
  @Nullable String form;
  @Nullable String assignee;
  @Nullable String unit;
  @Nullable String claimedBy;
  Instant createdAt;
  @Nullable Instant dueAt;
  String sortKey;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected WorkItemRow() {}

  WorkItemRow(
      String taskId, ActivityEvent event, OpenStep step, @Nullable String form, Instant createdAt) {
    this.id = taskId;
    this.journeyId = step.journeyId();
    this.reference = step.reference();
    this.lifeEvent = step.lifeEvent();
    this.deploymentId = event.deploymentId();
    this.processKey = event.processKey();
    this.elementId = event.activityId();
    this.form = form;
    this.assignee = event.assignee();
    this.unit = event.candidateGroup();
    this.createdAt = createdAt;
    this.dueAt = step.dueAt();
    this.sortKey = (dueAt == null ? NEVER : dueAt.toString()) + "|" + createdAt + "|" + taskId;
  }

  WorkItem item() {
    return new WorkItem(
        id,
        journeyId,
        reference,
        lifeEvent,
        deploymentId,
        processKey,
        elementId,
        form,
        assignee,
        unit,
        claimedBy,
        createdAt,
        dueAt);
  }

  /** Everything that waits. */
  interface WorkItems extends JpaRepository<WorkItemRow, String> {

    List<WorkItemRow> findByAssigneeOrderBySortKey(String assignee);

    List<WorkItemRow> findByUnitAndSortKeyGreaterThanOrderBySortKey(
        String unit, String after, Limit limit);

    long countByUnit(String unit);

    Optional<WorkItemRow> findByIdAndAssignee(String id, String assignee);

    Optional<WorkItemRow> findByIdAndUnit(String id, String unit);

    @Modifying
    @Query(
        "update WorkItemRow w set w.claimedBy = :who where w.id = :id and w.unit = :unit"
            + " and (w.claimedBy is null or w.claimedBy = :who)")
    int claim(String id, String unit, String who);

    @Modifying
    @Query("update WorkItemRow w set w.claimedBy = null where w.id = :id and w.claimedBy = :who")
    int release(String id, String who);
  }
}
