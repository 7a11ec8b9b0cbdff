package org.lienthong.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How every agency behaves just now. Thread-safe. */
final class Behaviour {

  private static final Setting WELL = new Setting(Mode.OK, Duration.ZERO);

  private final Map<String, Setting> settings = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

  Setting of(String agency) {
    return settings.getOrDefault(agency, WELL);
  }

  void set(String agency, Setting setting) {
    settings.put(agency, setting);
    turns.remove(agency);
  }

  /** Counts the answers since the mode was set, from 0: modes that vary go round by it. */
  int turn(String agency) {
    return turns.computeIfAbsent(agency, a -> new AtomicInteger()).getAndIncrement();
  }

  void clear() {
    settings.clear();
    turns.clear();
  }

  /** A mode and the time that belongs to it. */
  record Setting(Mode mode, Duration latency) {}
}
