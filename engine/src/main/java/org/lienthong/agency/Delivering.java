package org.lienthong.agency;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.lienthong.agency.MessageRow.Inbox;
import org.lienthong.agency.RequestRow.Requests;
import org.lienthong.catalogue.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** One pass over the inbox: brings stored replies to the tasks that wait for them. */
@Component
class Delivering {

  private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
  private static final int BATCH = 50;
  private static final int TRIES = 5;
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Inbox inbox;
  private final Requests requests;
  private final Tasks tasks;
  private final Settling settling;
  private final Contracts contracts;
  private final ObjectProvider<HappeningListener> listeners;
  private final Patience patience;
  private final Clock clock;

  Delivering(
      Inbox inbox,
      Requests requests,
      Tasks tasks,
      Settling settling,
      Contracts contracts,
      ObjectProvider<HappeningListener> listeners,
      Patience patience,
      Clock clock) {
    this.inbox = inbox;
    this.requests = requests;
    this.tasks = tasks;
    this.settling = settling;
    this.contracts = contracts;
    this.listeners = listeners;
    this.patience = patience;
    this.clock = clock;
  }

  /** Handles what is due and says how many messages came to an end. */
  int pass() {
    List<Long> due = inbox.due(clock.instant(), Limit.of(BATCH));
    int handled = 0;
    for (Long id : due) {
      try {
        handled += patience.write(() -> handle(message(id))) ? 1 : 0;
      } catch (RuntimeException e) {
        if (Patience.infrastructure(e)) {
          throw e;
        }
        LOG.error("message {} could not be handled: {}", id, Trace.of(e));
        patience.write(() -> postpone(message(id), e));
      }
    }
    return handled;
  }

  private MessageRow message(Long id) {
    return inbox.findById(id).orElseThrow();
  }

  private boolean handle(MessageRow message) {
    if (message.state() != MessageRow.State.RECEIVED) {
      return false;
    }
    Optional<Event> event = contracts.event(message.agency(), message.type());
    if (event.isPresent()) {
      happened(message, event.get());
      return true;
    }
    Optional<ExternalTask> task = tasks.find(message.subject());
    Optional<RequestRow> row = requests.findById(message.subject());
    if (task.isEmpty()) {
      late(message, row);
      return true;
    }
    if (!task.get().getTopicName().equals(message.agency()) || foreign(message, row)) {
      message.become(MessageRow.State.PARKED, "other-request", clock.instant());
      return true;
    }
    if (row.isEmpty() || task.get().isSuspended()) {
      // our own question is under way, and its commit takes this; or an operator holds the process
      message.rest(clock.instant().plusSeconds(1));
      return false;
    }
    settling.deliver(tasks.ask(task.get(), row.get()), message, row.get());
    return true;
  }

  /** What an agency tells unasked goes to all who want to know. */
  private void happened(MessageRow message, Event event) {
    Contract.Reading read = contracts.of(event).read(message.body());
    if (read instanceof Contract.Within within) {
      Happening happening =
          new Happening(
              message.agency(), message.eventId(), event.type(), event.about(), within.facts());
      listeners.orderedStream().forEach(listener -> listener.happened(happening));
      message.applied(clock.instant());
    } else if (read instanceof Contract.Outside outside) {
      message.become(MessageRow.State.PARKED, outside.reason(), clock.instant());
    }
  }

  private static boolean foreign(MessageRow message, Optional<RequestRow> row) {
    Optional<String> operation = MessageType.of(message.type()).map(MessageType::operation);
    return row.isPresent() && !Optional.of(row.get().operation()).equals(operation);
  }

  /** Nobody waits: recorded, and nothing is brought back to life. */
  private void late(MessageRow message, Optional<RequestRow> row) {
    String why = "unknown";
    if (row.isPresent()) {
      boolean open = row.get().state().open();
      why = open ? "ended" : "finished";
      if (open) {
        row.get().become(RequestRow.State.LATE, null, null, clock.instant());
      }
    }
    message.become(MessageRow.State.LATE, why, clock.instant());
  }

  private boolean postpone(MessageRow message, RuntimeException problem) {
    if (message.postpone(clock.instant().plus(PAUSE)) >= TRIES) {
      message.become(
          MessageRow.State.PARKED, "defect " + problem.getClass().getSimpleName(), clock.instant());
    }
    return false;
  }
}
