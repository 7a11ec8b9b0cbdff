package org.lienthong.catalogue;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Follows the references within a contract. */
final class RefWalk {

  private final JsonNode contract;
  private final Map<String, Set<String>> references = new TreeMap<>();

  RefWalk(JsonNode contract) {
    this.contract = contract;
  }

  /** A reference that leads back to itself, if there is one. */
  Optional<String> recursive() {
    Set<String> next = collect(contract, new TreeSet<>());
    Set<String> todo = new TreeSet<>(next);
    while (!todo.isEmpty()) {
      Set<String> found = new TreeSet<>();
      for (String ref : todo) {
        if (!references.containsKey(ref)) {
          Set<String> inner = collect(target(ref), new TreeSet<>());
          references.put(ref, inner);
          found.addAll(inner);
        }
      }
      todo = found;
    }
    return references.keySet().stream().filter(this::reachesItself).findFirst();
  }

  private JsonNode target(String ref) {
    JsonNode node = contract;
    for (String step : ref.substring(1).split("/", -1)) {
      node = step.isEmpty() ? node : node.path(step.replace("~1", "/").replace("~0", "~"));
    }
    return node;
  }

  private static Set<String> collect(JsonNode node, Set<String> refs) {
    if (node.isArray()) {
      node.forEach(item -> collect(item, refs));
    } else {
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        if (property.getKey().equals("$ref")) {
          String ref = property.getValue().asString("");
          if (ref.startsWith("#/")) {
            refs.add(ref);
          }
        } else {
          collect(property.getValue(), refs);
        }
      }
    }
    return refs;
  }

  private boolean reachesItself(String start) {
    Set<String> seen = new HashSet<>();
    Set<String> next = new TreeSet<>(references.getOrDefault(start, Set.of()));
    while (!next.isEmpty()) {
      Set<String> further = new TreeSet<>();
      for (String ref : next) {
        if (ref.equals(start)) {
          return true;
        }
        if (seen.add(ref)) {
          further.addAll(references.getOrDefault(ref, Set.of()));
        }
      }
      next = further;
    }
    return false;
  }
}
