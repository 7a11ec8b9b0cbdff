package org.lienthong.sandbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked and what was done: one entry per call, per applied effect and per delivery, with
 * keys and never with data. Thread-safe.
 */
final class Ledger {

  private final Clock clock;
  private final List<Map<String, Object>> entries = new ArrayList<>();

  Ledger(Clock clock) {
    this.clock = clock;
  }

  /** Notes what happened; a status of 0 stands for a connection that was closed. */
  synchronized void add(
      String kind, String agency, String operation, String key, Map<String, ?> more) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("seq", entries.size() + 1);
    entry.put("at", clock.instant().toString());
    entry.put("kind", kind);
    entry.put("agency", agency);
    entry.put("operation", operation);
    entry.put("key", key);
    entry.putAll(more);
    entries.add(java.util.Collections.unmodifiableMap(entry));
  }

  synchronized List<Map<String, Object>> entries() {
    return List.copyOf(entries);
  }

  synchronized void clear() {
    entries.clear();
  }

  String lines() {
    StringBuilder lines = new StringBuilder();
    for (Map<String, Object> entry : entries()) {
      lines.append(Json.MAPPER.writeValueAsString(Json.tree(entry))).append('\n');
    }
    return lines.toString();
  }
}
