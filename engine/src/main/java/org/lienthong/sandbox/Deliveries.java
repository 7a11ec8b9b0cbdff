package org.lienthong.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Later replies on their way to the inbox. Each is brought until it is taken, so it may arrive more
 * than once. Thread-safe.
 */
final class Deliveries {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofSeconds(30);

  private final Callback callback;
  private final Ledger ledger;
  private final ScheduledExecutorService scheduler;
  private final Map<String, LaterReply> waiting = new LinkedHashMap<>();
  private int sequence;

  Deliveries(Callback callback, Ledger ledger, ScheduledExecutorService scheduler) {
    this.callback = callback;
    this.ledger = ledger;
    this.scheduler = scheduler;
  }

  /** Takes an answer on; without a delay it is brought before this returns. */
  void take(Office office, Operation operation, String key, Answer answer, Duration delay) {
    LaterReply reply = reply(office, operation, key, answer);
    synchronized (waiting) {
      waiting.put(reply.id(), reply);
    }
    if (delay.isZero()) {
      bring(reply.id());
    } else {
      later(reply.id(), delay, FIRST_RETRY);
    }
  }

  @SuppressWarnings("unchecked")
  private LaterReply reply(Office office, Operation operation, String key, Answer answer) {
    Object data = Json.plain(Json.MAPPER.readTree(answer.body()));
    synchronized (waiting) {
      return new LaterReply(
          office.key(),
          "urn:lienthong:agency:" + office.key(),
          key + "." + ++sequence,
          office.key() + "." + operation.id() + (answer.refuses() ? ".refused" : ".replied"),
          key,
          data instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
    }
  }

  /** Tells the inbox something unasked, once; whether it was taken. */
  boolean tell(Office office, String type, Map<String, Object> data) {
    String id = UUID.randomUUID().toString();
    String source = "urn:lienthong:agency:" + office.key();
    boolean taken = taken(new LaterReply(office.key(), source, id, type, id, data));
    ledger.add("event", office.key(), type, id, Map.of("taken", taken));
    return taken;
  }

  private void later(String id, Duration delay, Duration retry) {
    Future<?> unused =
        scheduler.schedule(
            () -> {
              if (!bring(id)) {
                Duration twice = retry.multipliedBy(2);
                later(id, retry, twice.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : twice);
              }
            },
            delay.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Brings all replies of an agency that wait now, and says how many were taken. */
  int bringAll(String agency) {
    List<LaterReply> now;
    synchronized (waiting) {
      now = waiting.values().stream().filter(r -> r.agency().equals(agency)).toList();
    }
    return (int) now.stream().filter(reply -> bring(reply.id())).count();
  }

  int waiting(String agency) {
    synchronized (waiting) {
      return (int) waiting.values().stream().filter(r -> r.agency().equals(agency)).count();
    }
  }

  void clear() {
    synchronized (waiting) {
      waiting.clear();
    }
  }

  private boolean bring(String id) {
    @Nullable LaterReply reply;
    synchronized (waiting) {
      reply = waiting.get(id);
    }
    if (reply == null) {
      return true;
    }
    boolean taken = taken(reply);
    String operation = reply.type().split("\\.", -1)[1];
    ledger.add("delivery", reply.agency(), operation, reply.subject(), Map.of("taken", taken));
    if (taken) {
      synchronized (waiting) {
        waiting.remove(id);
      }
    }
    return taken;
  }

  /** Whatever the inbox does, the agency goes on. */
  private boolean taken(LaterReply reply) {
    try {
      return callback.deliver(reply);
    } catch (RuntimeException e) {
      return false;
    }
  }
}
