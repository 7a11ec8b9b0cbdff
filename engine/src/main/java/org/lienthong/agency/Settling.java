package org.lienthong.agency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.lienthong.agency.MessageRow.Inbox;
import org.lienthong.agency.RequestRow.Requests;
import org.lienthong.agency.RequestRow.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Carries an answer into the journey: dossier, engine and our own record in one transaction.
 * Thread-safe.
 */
@Component
class Settling {

  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LAST_PAUSE = Duration.ofSeconds(60);
  private static final int DEFECTS_BEFORE_PARKING = 3;

  private final Requests requests;
  private final Inbox inbox;
  private final Tasks tasks;
  private final Patience patience;
  private final Contracts contracts;
  private final ObjectProvider<DossierPort> dossiers;
  private final Clock clock;

  Settling(
      Requests requests,
      Inbox inbox,
      Tasks tasks,
      Patience patience,
      Contracts contracts,
      ObjectProvider<DossierPort> dossiers,
      Clock clock) {
    this.requests = requests;
    this.inbox = inbox;
    this.tasks = tasks;
    this.patience = patience;
    this.contracts = contracts;
    this.dossiers = dossiers;
    this.clock = clock;
  }

  /**
   * Settles what came of a call, whatever it was.
   *
   * @return whether the request moved on; false after an outage
   */
  boolean settle(Ask ask, Answer answer) {
    try {
      return patience.write(
          () -> {
            if (!tasks.ours(ask)) {
              LOG.info("request {} was settled by somebody else", ask.taskId());
              return true;
            }
            return apply(ask, answer, row(ask));
          });
    } catch (RuntimeException e) {
      return lostOrBroken(ask, answer, e);
    }
  }

  /** Applies an answer within the caller's transaction. */
  boolean apply(Ask ask, Answer answer, RequestRow row) {
    if (answer instanceof Answer.Now now) {
      tasks.complete(
          ask,
          dossiers
              .getObject()
              .reply(
                  ask.journeyId(),
                  ask.deploymentId(),
                  ask.processKey(),
                  ask.activityId(),
                  now.facts()));
      become(row, State.DONE, null);
    } else if (answer instanceof Answer.Refused refused) {
      tasks.refuse(ask, refused.code());
      become(row, State.REFUSED, refused.code());
    } else if (answer instanceof Answer.Garbage garbage) {
      park(ask, row, "reply " + garbage.reason());
    } else if (answer instanceof Answer.Outage outage) {
      pause(ask, row, outage.code(), outage.retryAfter());
      return false;
    } else {
      await(ask, row);
    }
    return true;
  }

  /** After a 202: the reply may have overtaken it, and then lies in the inbox already. */
  private void await(Ask ask, RequestRow row) {
    tasks.hide(ask);
    become(row, State.WAITING, null);
    Optional<MessageRow> early =
        inbox.findFirstBySubjectAndStateOrderById(ask.taskId(), MessageRow.State.RECEIVED);
    early.ifPresent(message -> deliver(ask, message, row));
  }

  /** Applies a stored message to the request that it answers, within the caller's transaction. */
  void deliver(Ask ask, MessageRow message, RequestRow row) {
    Answer answer = contracts.answer(ask, message);
    apply(ask, answer, row);
    if (answer instanceof Answer.Garbage garbage) {
      message.become(MessageRow.State.PARKED, garbage.reason(), clock.instant());
    } else {
      message.applied(clock.instant());
    }
  }

  /** Parks a request that cannot even be asked. */
  void park(Ask ask, String reason) {
    patience.write(
        () -> {
          if (tasks.ours(ask)) {
            park(ask, row(ask), reason);
          }
          return true;
        });
  }

  private void park(Ask ask, RequestRow row, String reason) {
    tasks.hide(ask);
    become(row, State.PARKED, reason);
    LOG.warn("request {} to {} is parked: {}", ask.taskId(), ask.agency(), reason);
  }

  private void pause(Ask ask, RequestRow row, String code, @Nullable Duration wish) {
    int attempts = row.countAttempt();
    long doubled = FIRST_PAUSE.toMillis() << Math.min(attempts - 1, 10);
    long most = Math.min(doubled, LAST_PAUSE.toMillis());
    Duration pause = Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    if (wish != null && wish.compareTo(pause) > 0) {
      pause = wish;
    }
    tasks.lease(ask, pause);
    row.become(State.RETRYING, code, clock.instant().plus(pause), clock.instant());
    requests.save(row);
  }

  /** A race that was lost is no failure; anything else is a defect of ours or of the model. */
  private boolean lostOrBroken(Ask ask, Answer answer, RuntimeException problem) {
    if (Patience.infrastructure(problem)) {
      throw problem;
    }
    return patience.write(
        () -> {
          if (!tasks.ours(ask)) {
            return true;
          }
          LOG.error("request {} could not be settled: {}", ask.taskId(), Trace.of(problem));
          RequestRow row = row(ask);
          String kind = "defect " + problem.getClass().getSimpleName();
          if (answer instanceof Answer.Refused refused) {
            park(ask, row, "refusal-not-modelled " + refused.code());
          } else if (row.countDefect() >= DEFECTS_BEFORE_PARKING) {
            park(ask, row, kind);
          } else {
            pause(ask, row, kind, null);
          }
          return false;
        });
  }

  private RequestRow row(Ask ask) {
    return requests.findById(ask.taskId()).orElseGet(() -> new RequestRow(ask, clock.instant()));
  }

  private void become(RequestRow row, State state, @Nullable String reason) {
    Instant now = clock.instant();
    row.become(state, reason, null, now);
    requests.save(row);
  }
}
