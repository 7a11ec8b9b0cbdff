package org.lienthong.agency;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON to facts and back. A text whose schema says {@code format: date} is a {@link LocalDate}, a
 * whole number a {@link Long}, another a {@link Double}; null is absent.
 */
final class Facts {

  private static final List<String> COMBINATIONS = List.of("allOf", "anyOf", "oneOf");

  private Facts() {}

  /** The properties of a reply that its schema found valid. */
  static Map<String, Object> of(JsonNode schema, JsonNode reply) {
    return object(all(List.of(schema)), reply, "");
  }

  private static Map<String, Object> object(List<JsonNode> schemas, JsonNode node, String place) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      Object value =
          value(
              property(schemas, property.getKey()),
              property.getValue(),
              place + "/" + property.getKey());
      if (value != null) {
        facts.put(property.getKey(), value);
      }
    }
    return Collections.unmodifiableMap(facts);
  }

  private static @Nullable Object value(List<JsonNode> schemas, JsonNode node, String place) {
    if (node.isObject()) {
      return object(schemas, node, place);
    }
    if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      List<JsonNode> ofItems = all(schemas.stream().map(s -> s.path("items")).toList());
      for (JsonNode item : node) {
        Object value = value(ofItems, item, place + "/" + items.size());
        if (value == null) {
          throw new NotAFact(place, "null-item");
        }
        items.add(value);
      }
      return Collections.unmodifiableList(items);
    }
    if (node.isNumber()) {
      boolean whole = node.isIntegralNumber() || says(schemas, "type", "integer");
      return whole ? (Object) node.asLong() : (Object) node.doubleValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() ? null : text(schemas, node.asString(), place);
  }

  private static Object text(List<JsonNode> schemas, String text, String place) {
    if (!says(schemas, "format", "date")) {
      return text;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new NotAFact(place, "format");
    }
  }

  private static List<JsonNode> property(List<JsonNode> schemas, String name) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode schema : schemas) {
      JsonNode named = schema.path("properties").path(name);
      found.add(named.isMissingNode() ? schema.path("additionalProperties") : named);
    }
    return all(found);
  }

  /** The schemas and all that they combine. */
  private static List<JsonNode> all(List<JsonNode> schemas) {
    List<JsonNode> all = new ArrayList<>(schemas);
    for (JsonNode schema : schemas) {
      for (String word : COMBINATIONS) {
        List<JsonNode> parts = new ArrayList<>();
        schema.path(word).forEach(parts::add);
        if (!parts.isEmpty()) {
          all.addAll(all(parts));
        }
      }
    }
    return all;
  }

  private static boolean says(List<JsonNode> schemas, String keyword, String word) {
    return schemas.stream().anyMatch(s -> s.path(keyword).asString("").equals(word));
  }

  /** Facts as JSON; dates in ISO's way. */
  static JsonNode tree(@Nullable Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = nodes.objectNode();
      map.forEach(
          (name, inner) -> {
            if (inner != null) {
              object.set(String.valueOf(name), tree(inner));
            }
          });
      return object;
    }
    if (value instanceof Iterable<?> items) {
      ArrayNode array = nodes.arrayNode();
      items.forEach(item -> array.add(tree(item)));
      return array;
    }
    if (value instanceof Boolean bool) {
      return nodes.booleanNode(bool);
    }
    if (value instanceof Long || value instanceof Integer) {
      return nodes.numberNode(((Number) value).longValue());
    }
    if (value instanceof Number number) {
      double real = number.doubleValue();
      return real == Math.rint(real) && Math.abs(real) < 1e15
          ? nodes.numberNode((long) real)
          : nodes.numberNode(real);
    }
    return value == null ? nodes.nullNode() : nodes.stringNode(Objects.toString(value));
  }

  /** A value that its schema allows and that yet is no fact. */
  static final class NotAFact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String keyword;

    NotAFact(String pointer, String keyword) {
      super(keyword, null, false, false);
      this.pointer = pointer;
      this.keyword = keyword;
    }

    String pointer() {
      return pointer;
    }

    String keyword() {
      return keyword;
    }
  }
}
