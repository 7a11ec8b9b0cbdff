package org.lienthong.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lienthong.platform.ActivityEvent;
import org.lienthong.platform.ActivityObserver;

/** Which elements were reached, in order, per journey. Thread-safe. */
final class Visits implements ActivityObserver {

  private final Map<String, List<String>> byJourney = new ConcurrentHashMap<>();

  @Override
  public void observed(ActivityEvent event) {
    if (event.kind() == ActivityEvent.Kind.STARTED) {
      byJourney
          .computeIfAbsent(event.journeyId(), id -> new CopyOnWriteArrayList<>())
          .add(event.processKey() + "/" + event.activityId());
    }
  }

  Set<String> all() {
    Set<String> all = new LinkedHashSet<>();
    byJourney.values().forEach(all::addAll);
    return all;
  }

  List<String> of(String journeyId) {
    return byJourney.getOrDefault(journeyId, List.of());
  }

  /** Whether an element was reached, named alone or as {@code <process>/<element>}. */
  boolean reached(String journeyId, String element) {
    return of(journeyId).stream()
        .anyMatch(visit -> visit.equals(element) || visit.endsWith("/" + element));
  }
}
