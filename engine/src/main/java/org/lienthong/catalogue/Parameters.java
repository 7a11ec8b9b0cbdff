package org.lienthong.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All amounts that law sets and changes, by key. Immutable. */
public final class Parameters {

  static final String FILE = "parameters.yaml";
  static final Parameters NONE = new Parameters(Map.of());

  private final Map<String, Parameter> byKey;

  private Parameters(Map<String, Parameter> byKey) {
    this.byKey = Collections.unmodifiableMap(new TreeMap<>(byKey));
  }

  static Parameters read(byte[] bytes) {
    Map<String, Parameter> byKey = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : Documents.yaml(bytes).properties()) {
      byKey.put(entry.getKey(), parameter(entry.getKey(), entry.getValue()));
    }
    return new Parameters(byKey);
  }

  /** The keys, sorted. */
  public Set<String> keys() {
    return byKey.keySet();
  }

  /** Every one, sorted by key. */
  public Collection<Parameter> all() {
    return byKey.values();
  }

  /** The amount of a key. */
  public Optional<Parameter> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** What is in force in a country on a day; keys that had no value yet are left out. */
  public Map<String, Object> on(LocalDate day) {
    return on(day, List.of());
  }

  /**
   * What is in force at a place on a day; keys that had no value yet are left out.
   *
   * @param path the codes of the place and of what it lies in, the country last
   */
  public Map<String, Object> on(LocalDate day, List<String> path) {
    Map<String, Object> inForce = new TreeMap<>();
    byKey.forEach((key, p) -> p.on(day, path).ifPresent(v -> inForce.put(key, v.value())));
    return Map.copyOf(inForce);
  }

  private static Parameter parameter(String key, JsonNode node) {
    List<Parameter.Value> values = new ArrayList<>();
    node.path("values").forEach(v -> values.add(dated(key, v)));
    values.sort(Comparator.comparing(Parameter.Value::from));
    Map<String, String> labels = new LinkedHashMap<>();
    node.path("label").properties().forEach(l -> labels.put(l.getKey(), text(l.getValue())));
    return new Parameter(
        key, text(node.path("unit")), text(node.path("legalBasis")), labels, values);
  }

  private static Parameter.Value dated(String key, JsonNode node) {
    String from = node.path("from").asString("");
    try {
      return new Parameter.Value(
          LocalDate.parse(from),
          jurisdiction(key, node.path("jurisdiction")),
          value(key, node.path("value")),
          text(node.path("source")),
          node.path("checked").asBoolean(false));
    } catch (DateTimeException e) {
      throw new ContentException(
          key + " has a value from «" + from + "», which is no date. Write 2024-07-01.", e);
    }
  }

  /** YAML takes a bare 01 for a number. */
  private static @Nullable String jurisdiction(String key, JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw new ContentException(
          key + " has a value of a jurisdiction without quotes. Write jurisdiction: \"01\".");
    }
    return node.asString();
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

  private static String text(JsonNode node) {
    return node.asString("").strip();
  }
}
