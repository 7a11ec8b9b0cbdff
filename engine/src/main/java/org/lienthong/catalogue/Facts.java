package org.lienthong.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which facts contracts, forms and tables name, and what each looks like. */
final class Facts {

  /** Outputs of a decision that mean the same everywhere and never become facts by name. */
  static final Set<String> OWN_OUTPUTS =
      Set.of("status", "amount", "periodicity", "reasonCode", "legalBasis");

  private Facts() {}

  static Shape request(Operation operation) {
    String schema = operation.requestSchema();
    return schema == null ? Shape.of(FactType.CONTEXT) : shape(schema);
  }

  static Shape reply(Operation operation) {
    return shape(operation.replySchema());
  }

  private static Shape shape(String schema) {
    return Shape.of(Documents.json(schema.getBytes(StandardCharsets.UTF_8)));
  }

  /** The outputs of a decision that become facts by name. */
  static Map<String, FactType> free(DecisionTable table) {
    Map<String, FactType> free = new LinkedHashMap<>(table.outputs());
    free.keySet().removeAll(OWN_OUTPUTS);
    return free;
  }

  /** Per file of a folder the facts that it names, but for those that it only shows. */
  static Map<String, Map<String, Shape>> named(Content content) {
    Map<String, Map<String, Shape>> named = new LinkedHashMap<>();
    content.forms().forEach((key, form) -> named.put(key + ".form", asked(form)));
    content
        .decisions()
        .forEach(
            (file, table) -> {
              Map<String, Shape> shapes = new LinkedHashMap<>();
              table.inputs().forEach((name, type) -> shapes.put(name, Shape.of(type)));
              free(table).forEach((name, type) -> shapes.put(name, Shape.of(type)));
              named.put(file + ".dmn", shapes);
            });
    if (content.agency() != null) {
      Map<String, Shape> shapes = new LinkedHashMap<>();
      for (Operation operation : content.agency().operations().values()) {
        shapes.putAll(request(operation).fields());
        shapes.putAll(reply(operation).fields());
      }
      named.put("openapi.yaml", shapes);
    }
    return named;
  }

  /** The facts that a form gives. */
  static Map<String, Shape> asked(Form form) {
    return asked(form.fields());
  }

  private static Map<String, Shape> asked(List<Field> fields) {
    Map<String, Shape> asked = new LinkedHashMap<>();
    for (Field field : fields) {
      if (field.type().equals("group")) {
        asked.putAll(asked(field.fields()));
      } else if (gives(field)) {
        asked.merge(field.key(), shape(field), Shape::with);
      }
    }
    return asked;
  }

  /** Whether somebody answers the field, so that its fact is written. */
  static boolean gives(Field field) {
    if (field.type().equals("dynamiclist")) {
      return field.fields().stream().anyMatch(Facts::gives);
    }
    return !field.type().equals("text") && !field.readonly();
  }

  /** Whether the fact is there once the form was answered. */
  static boolean always(Field field) {
    return field.condition() == null && (field.required() || field.type().equals("checkbox"));
  }

  private static Shape shape(Field field) {
    if (!field.type().equals("dynamiclist")) {
      return Shape.of(type(field));
    }
    Set<String> required = new LinkedHashSet<>();
    field.fields().stream().filter(Facts::always).forEach(f -> required.add(f.key()));
    Map<String, Shape> items = asked(field.fields());
    required.retainAll(items.keySet());
    return new Shape(FactType.LIST, items, required);
  }

  static FactType type(Field field) {
    return switch (field.type()) {
      case "number" -> FactType.NUMBER;
      case "checkbox" -> FactType.BOOLEAN;
      case "datetime" -> FactType.DATE;
      case "checklist", "dynamiclist" -> FactType.LIST;
      default -> FactType.TEXT;
    };
  }
}
