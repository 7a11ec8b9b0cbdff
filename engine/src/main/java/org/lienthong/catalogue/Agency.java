package org.lienthong.catalogue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A government body that can be asked over the network.
 *
 * @param key its name everywhere; also the topic of tasks that ask it
 * @param url where it answers
 * @param timeout how long it may take in all
 * @param operations what it does, by id
 * @param events what it tells unasked, by type
 */
public record Agency(
    String key,
    String url,
    Duration timeout,
    Map<String, Operation> operations,
    Map<String, Event> events) {

  public Agency {
    operations = Map.copyOf(operations);
    events = Map.copyOf(events);
  }

  /** The operation with this id. */
  public Optional<Operation> operation(String id) {
    return Optional.ofNullable(operations.get(id));
  }

  /** The event of this type. */
  public Optional<Event> event(String type) {
    return Optional.ofNullable(events.get(type));
  }
}
