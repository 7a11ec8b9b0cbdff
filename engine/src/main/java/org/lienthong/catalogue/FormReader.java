package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a form-js file. Its buttons and lines are left out: pages bring their own. */
final class FormReader {

  private static final Set<String> DECORATION = Set.of("button", "separator", "spacer");
  private static final int MAX_DEPTH = 5;

  private FormReader() {}

  /**
   * Reads a form.
   *
   * @throws ContentException if it is not JSON
   */
  static Form read(String key, byte[] bytes) {
    return new Form(key, fields(Documents.json(bytes).path("components"), 0));
  }

  private static List<Field> fields(JsonNode components, int depth) {
    if (depth > MAX_DEPTH) {
      throw new ContentException("The form nests groups and lists deeper than " + MAX_DEPTH + ".");
    }
    List<Field> fields = new ArrayList<>();
    for (JsonNode component : components) {
      if (!DECORATION.contains(component.path("type").asString(""))) {
        fields.add(field(component, depth));
      }
    }
    return fields;
  }

  private static Field field(JsonNode component, int depth) {
    JsonNode validate = component.path("validate");
    return new Field(
        component.path("type").asString(""),
        key(component),
        validate.path("required").asBoolean(false),
        component.path("readonly").asBoolean(false) || component.path("disabled").asBoolean(false),
        condition(component),
        options(component.path("values")),
        text(component.path("valuesKey")),
        integer(validate.path("minLength")),
        integer(validate.path("maxLength")),
        number(validate.path("min")),
        number(validate.path("max")),
        text(validate.path("pattern")),
        fields(component.path("components"), depth + 1),
        properties(component.path("properties")));
  }

  /** The fact; for lists their path; for components that hold none, their id. */
  private static String key(JsonNode component) {
    for (String name : List.of("key", "path", "id")) {
      String value = text(component.path(name));
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  private static @Nullable String condition(JsonNode component) {
    String hide = text(component.path("conditional").path("hide"));
    if (hide == null) {
      return null;
    }
    return hide.startsWith("=") ? hide.substring(1).strip() : hide.strip();
  }

  private static List<String> options(JsonNode values) {
    List<String> codes = new ArrayList<>();
    for (JsonNode value : values) {
      codes.add(value.path("value").asString(""));
    }
    return codes;
  }

  private static Map<String, String> properties(JsonNode node) {
    Map<String, String> properties = new HashMap<>();
    node.properties().forEach(p -> properties.put(p.getKey(), p.getValue().asString("")));
    return properties;
  }

  private static @Nullable String text(JsonNode node) {
    String value = node.asString("");
    return value.isEmpty() ? null : value;
  }

  private static @Nullable Integer integer(JsonNode node) {
    return node.isNumber() ? Integer.valueOf(node.asInt()) : null;
  }

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? Double.valueOf(node.asDouble()) : null;
  }
}
