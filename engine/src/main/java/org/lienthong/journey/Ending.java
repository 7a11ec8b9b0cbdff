package org.lienthong.journey;

import java.time.Clock;
import org.camunda.bpm.engine.RuntimeService;
import org.lienthong.journey.JourneyRow.JourneyRows;
import org.springframework.stereotype.Component;

/** Ends journeys before their models do. */
@Component
class Ending {

  private final JourneyRows journeys;
  private final RuntimeService runtime;
  private final Clock clock;

  Ending(JourneyRows journeys, RuntimeService runtime, Clock clock) {
    this.journeys = journeys;
    this.runtime = runtime;
    this.clock = clock;
  }

  void withdraw(String journeyId) {
    journeys
        .findById(journeyId)
        .filter(journey -> journey.state == Journey.State.OPEN)
        .ifPresent(this::withdraw);
  }

  private void withdraw(JourneyRow journey) {
    journey.end(Journey.State.WITHDRAWN, clock.instant());
    journeys.saveAndFlush(journey);
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(journey.id)
        .rootProcessInstances()
        .list()
        .forEach(each -> runtime.deleteProcessInstance(each.getId(), "withdrawn"));
  }
}
