package org.lienthong.journey;

import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.lienthong.journey.JourneyRow.JourneyRows;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the process of a journey that joined another.
 *
 * <p>Not in the transaction that found it out: that one still completes an activity of the very
 * process. By then the engine may be at the process itself, with its next job; so it is tried
 * again. A crash in between is made good at the next start, and until then no task of it reaches
 * anybody ({@link Journeys#openStep}).
 */
@Component
class Joining {

  private static final int TRIES = 8;

  private final JourneyRows journeys;
  private final RuntimeService runtime;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Joining(
      JourneyRows journeys,
      RuntimeService runtime,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.journeys = journeys;
    this.runtime = runtime;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @TransactionalEventListener
  void joined(JourneyJoined event) {
    end(event.journeyId());
  }

  @EventListener(ApplicationReadyEvent.class)
  void afterACrash() {
    journeys.findJoinedButRunning().forEach(journey -> end(journey.id));
  }

  private void end(String journeyId) {
    for (int tried = 1; ; tried++) {
      try {
        endOnce(journeyId);
        return;
      } catch (ProcessEngineException | ConcurrencyFailureException rival) {
        if (tried == TRIES) {
          throw rival;
        }
      }
    }
  }

  private void endOnce(String journeyId) {
    transaction.executeWithoutResult(
        status -> {
          runtime
              .createProcessInstanceQuery()
              .processInstanceBusinessKey(journeyId)
              .rootProcessInstances()
              .list()
              .forEach(each -> runtime.deleteProcessInstance(each.getId(), "joined"));
          JourneyRow journey = journeys.findById(journeyId).orElseThrow();
          journey.endedAt = clock.instant();
        });
  }
}
