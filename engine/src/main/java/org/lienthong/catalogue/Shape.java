package org.lienthong.catalogue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a fact looks like inside.
 *
 * @param type its type
 * @param fields for a context its properties; for a list of contexts those of its items
 * @param required the fields that are always there
 */
record Shape(FactType type, Map<String, Shape> fields, Set<String> required) {

  Shape {
    fields = Map.copyOf(fields);
    required = Set.copyOf(required);
  }

  static Shape of(FactType type) {
    return new Shape(type, Map.of(), Set.of());
  }

  /** The shape that a JSON Schema without references describes. */
  static Shape of(JsonNode schema) {
    FactType type = typeOf(schema);
    JsonNode holder = type == FactType.LIST ? schema.path("items") : schema;
    Map<String, Shape> fields = new LinkedHashMap<>();
    holder.path("properties").properties().forEach(p -> fields.put(p.getKey(), of(p.getValue())));
    Set<String> required = new LinkedHashSet<>();
    holder.path("required").forEach(name -> required.add(name.asString("")));
    required.retainAll(fields.keySet());
    return new Shape(type, fields, required);
  }

  /** This shape with what another source of the same fact adds to it. */
  Shape with(Shape other) {
    if (type != other.type) {
      return other;
    }
    Map<String, Shape> all = new LinkedHashMap<>(fields);
    other.fields.forEach((name, shape) -> all.merge(name, shape, Shape::with));
    Set<String> always = new LinkedHashSet<>(required);
    always.addAll(other.required);
    return new Shape(type, all, always);
  }

  private static FactType typeOf(JsonNode schema) {
    JsonNode declared = schema.path("type");
    String type = declared.asString("");
    if (declared.isArray()) {
      for (JsonNode each : declared) {
        type = "null".equals(each.asString("")) ? type : each.asString("");
      }
    }
    return switch (type) {
      case "number", "integer" -> FactType.NUMBER;
      case "boolean" -> FactType.BOOLEAN;
      case "array" -> FactType.LIST;
      case "object" -> FactType.CONTEXT;
      case "string" ->
          "date".equals(schema.path("format").asString("")) ? FactType.DATE : FactType.TEXT;
      default -> schema.has("properties") ? FactType.CONTEXT : FactType.TEXT;
    };
  }
}
