package org.lienthong.agency;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A dossier in memory, with a hook for what happens while a reply is taken. */
final class FakeDossier implements DossierPort {

  static final String CANARY = "Nguyễn-Canary";

  final Map<String, Map<String, Object>> facts = new ConcurrentHashMap<>();
  volatile Consumer<String> onReply = activity -> {};
  private final Map<String, Map<String, Object>> requests = new ConcurrentHashMap<>();

  void reset() {
    facts.clear();
    requests.clear();
    onReply = activity -> {};
    asks("Service_Find", Map.of("parentNumber", "P1"));
    asks("Service_Left", Map.of("parentNumber", "P1"));
    asks(
        "Service_Register",
        Map.of("noticeNumber", "N-2", "items", java.util.List.of(Map.of("name", CANARY))));
  }

  void asks(String activity, Map<String, Object> request) {
    requests.put(activity, request);
  }

  @Override
  public Map<String, Object> request(
      String journeyId, String deploymentId, String processKey, String activityId) {
    return requests.getOrDefault(activityId, Map.of());
  }

  @Override
  public Map<String, Object> reply(
      String journeyId,
      String deploymentId,
      String processKey,
      String activityId,
      Map<String, Object> reply) {
    onReply.accept(activityId);
    facts.put(journeyId, new HashMap<>(reply));
    return Map.of();
  }
}
