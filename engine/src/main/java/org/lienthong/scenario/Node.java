package org.lienthong.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a YAML file that can say where it is. */
record Node(String place, @Nullable Object value) {

  Node at(String more) {
    return new Node(place + ", " + more, value);
  }

  IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(place + ": " + what);
  }

  /** Refuses keys that nobody reads: most often a slip of the pen. */
  void only(String... keys) {
    for (String key : entries().keySet()) {
      if (!Arrays.asList(keys).contains(key)) {
        throw wrong("«" + key + "» is not known here; known are " + String.join(", ", keys));
      }
    }
  }

  boolean has(String key) {
    return value instanceof Map<?, ?> map && map.get(key) != null;
  }

  Node optional(String key) {
    return new Node(place + ", " + key, value instanceof Map<?, ?> map ? map.get(key) : null);
  }

  Node child(String key) {
    Node child = optional(key);
    if (child.value == null) {
      throw wrong("has no " + key);
    }
    return child;
  }

  Map<String, Node> entries() {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> entries.put(String.valueOf(key), new Node(place + ", " + key, each)));
    } else if (value != null) {
      throw wrong("must be a list of «name: value»");
    }
    return entries;
  }

  List<Node> items() {
    if (!(value instanceof List<?> list)) {
      throw wrong("must be a list (lines that begin with a dash)");
    }
    List<Node> items = new ArrayList<>();
    for (Object each : list) {
      items.add(new Node(place + " " + (items.size() + 1), each));
    }
    return items;
  }

  String text(String key) {
    return child(key).text();
  }

  @Nullable String optionalText(String key) {
    return has(key) ? child(key).text() : null;
  }

  private String text() {
    if (value instanceof String text) {
      return text;
    }
    throw wrong("must be a text; put it in quotes (\"…\"), numbers with leading zeros above all");
  }

  int number() {
    if (value instanceof Integer number) {
      return number;
    }
    throw wrong("must be a whole number");
  }

  List<String> texts(String key) {
    return has(key) ? child(key).items().stream().map(Node::text).toList() : List.of();
  }

  Map<String, Object> values(String key) {
    return optional(key).values();
  }

  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    entries().forEach((key, node) -> values.put(key, node.value() == null ? "" : node.value()));
    return values;
  }
}
