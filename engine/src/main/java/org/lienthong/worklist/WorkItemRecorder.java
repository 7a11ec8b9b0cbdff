package org.lienthong.worklist;

import java.time.Clock;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Element;
import org.lienthong.journey.Journeys;
import org.lienthong.platform.ActivityEvent;
import org.lienthong.platform.ActivityObserver;
import org.lienthong.worklist.WorkItemRow.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the worklist in step with the engine's tasks, in the engine's transaction. */
@Component
@Order(2)
class WorkItemRecorder implements ActivityObserver {

  private final WorkItems items;
  private final ObjectProvider<Journeys> journeys;
  private final Catalogue catalogue;
  private final Clock clock;

  WorkItemRecorder(
      WorkItems items, ObjectProvider<Journeys> journeys, Catalogue catalogue, Clock clock) {
    this.items = items;
    this.journeys = journeys;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  public void observed(ActivityEvent event) {
    String taskId = event.taskId();
    if (taskId == null) {
      return;
    }
    if (event.kind() == ActivityEvent.Kind.TASK_CREATED) {
      journeys
          .getObject()
          .openStep(taskId)
          .ifPresent(
              step ->
                  items.saveAndFlush(
                      new WorkItemRow(
                          taskId,
                          event,
                          step,
                          catalogue
                              .deployed(event.deploymentId(), event.processKey())
                              .element(event.activityId())
                              .map(Element::form)
                              .orElse(null),
                          clock.instant())));
    } else if (event.kind() == ActivityEvent.Kind.TASK_REMOVED) {
      items.findById(taskId).ifPresent(items::delete);
    }
  }
}
