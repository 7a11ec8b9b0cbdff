package org.lienthong.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The amounts that law sets and changes, each with the days from which it was in force.
 *
 * @param byKey per key its values, oldest first
 */
record DatedValues(Map<String, List<Dated>> byKey) {

  static final String FILE = "parameters.yaml";
  static final DatedValues NONE = new DatedValues(Map.of());

  /**
   * A value from a day on.
   *
   * @param value a {@link Long}, {@link Double}, {@link Boolean} or {@link String}
   */
  record Dated(LocalDate from, Object value) {}

  DatedValues {
    byKey = Map.copyOf(byKey);
  }

  static DatedValues read(byte[] bytes) {
    Map<String, List<Dated>> byKey = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : Documents.yaml(bytes).properties()) {
      List<Dated> values = new ArrayList<>();
      entry.getValue().path("values").forEach(v -> values.add(dated(entry.getKey(), v)));
      values.sort(Comparator.comparing(Dated::from));
      byKey.put(entry.getKey(), List.copyOf(values));
    }
    return new DatedValues(byKey);
  }

  /** What is in force on a day; keys that had no value yet are left out. */
  Map<String, Object> on(LocalDate day) {
    Map<String, Object> inForce = new TreeMap<>();
    byKey.forEach((key, values) -> last(values, day).ifPresent(v -> inForce.put(key, v.value())));
    return Map.copyOf(inForce);
  }

  private static Optional<Dated> last(List<Dated> values, LocalDate day) {
    return values.stream().filter(v -> !v.from().isAfter(day)).reduce((a, b) -> b);
  }

  private static Dated dated(String key, JsonNode node) {
    String from = node.path("from").asString("");
    try {
      return new Dated(LocalDate.parse(from), value(key, node.path("value")));
    } catch (DateTimeException e) {
      throw new ContentException(
          key + " has a value from «" + from + "», which is no date. Write 2024-07-01.", e);
    }
  }

  private static Object value(String key, JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.asLong();
    }
    if (node.isNumber()) {
      return node.asDouble();
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isString()) {
      return node.asString();
    }
    throw new ContentException(key + " has a value that is neither number, text nor yes or no.");
  }
}
