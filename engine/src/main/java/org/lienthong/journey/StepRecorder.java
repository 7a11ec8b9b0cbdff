package org.lienthong.journey;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Element;
import org.lienthong.deadline.StatutoryClock;
import org.lienthong.journey.JourneyRow.JourneyRows;
import org.lienthong.journey.StepRow.Steps;
import org.lienthong.platform.ActivityEvent;
import org.lienthong.platform.ActivityObserver;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes down what the engine does, in the engine's transaction: pages read this, not its tables.
 */
@Component
@Order(1)
class StepRecorder implements ActivityObserver {

  private final Steps steps;
  private final JourneyRows journeys;
  private final Catalogue catalogue;
  private final StatutoryClock statutoryClock;
  private final Clock clock;

  StepRecorder(
      Steps steps,
      JourneyRows journeys,
      Catalogue catalogue,
      StatutoryClock statutoryClock,
      Clock clock) {
    this.steps = steps;
    this.journeys = journeys;
    this.catalogue = catalogue;
    this.statutoryClock = statutoryClock;
    this.clock = clock;
  }

  @Override
  public void observed(ActivityEvent event) {
    // looked up, not counted: the same transaction needs the row anyway and has it from then on
    if (journeys.findById(event.journeyId()).isEmpty()) {
      return; // not a journey: an instance that nobody started through us
    }
    switch (event.kind()) {
      case STARTED -> start(event);
      case COMPLETED -> end(event, StepRow.State.COMPLETED);
      case CANCELLED -> end(event, left(event));
      case TASK_CREATED -> task(event);
      case PROCESS_ENDED -> processEnded(event);
      case TASK_REMOVED, PROCESS_STARTED -> {
        // the step's own start and end say it already
      }
    }
  }

  private void start(ActivityEvent event) {
    Instant now = clock.instant();
    StepRow step = new StepRow(event, now);
    step.dueAt = due(event, now);
    steps.saveAndFlush(step);
  }

  private @Nullable Instant due(ActivityEvent event, Instant now) {
    Element element =
        catalogue
            .deployed(event.deploymentId(), event.processKey())
            .element(event.activityId())
            .orElse(null);
    String days = element == null ? null : element.properties().get("statutoryLimitDays");
    if (element == null || days == null) {
      return null;
    }
    boolean working = "working".equals(element.properties().get("statutoryLimitUnit"));
    return statutoryClock.due(now, Integer.parseInt(days), working, clock.getZone());
  }

  /** An error end event does its work by leaving: for people it was reached, not interrupted. */
  private static StepRow.State left(ActivityEvent event) {
    return event.activityType().equals("errorEndEvent")
        ? StepRow.State.COMPLETED
        : StepRow.State.CANCELLED;
  }

  private void end(ActivityEvent event, StepRow.State how) {
    steps
        .findByActivityInstanceId(event.activityInstanceId())
        .ifPresent(
            step -> {
              step.state = how;
              step.endedAt = clock.instant();
            });
  }

  private void task(ActivityEvent event) {
    steps
        .findByActivityInstanceId(event.activityInstanceId())
        .ifPresent(
            step -> {
              step.taskId = event.taskId();
              step.assignee = event.assignee();
              step.unit = event.candidateGroup();
            });
  }

  private void processEnded(ActivityEvent event) {
    JourneyRow journey = journeys.findById(event.journeyId()).orElseThrow();
    if (!event.processKey().equals(journey.lifeEvent) || journey.state != Journey.State.OPEN) {
      return;
    }
    journey.end(outcome(journey), clock.instant());
  }

  private Journey.State outcome(JourneyRow journey) {
    var model = catalogue.deployed(journey.deploymentId, journey.lifeEvent);
    boolean refused =
        steps.findByJourneyIdOrderById(journey.id).stream()
            .filter(step -> step.processKey.equals(journey.lifeEvent))
            .map(step -> model.element(step.elementId))
            .flatMap(java.util.Optional::stream)
            .anyMatch(element -> "refused".equals(element.properties().get("outcome")));
    return refused ? Journey.State.REFUSED : Journey.State.COMPLETED;
  }
}
