package org.lienthong.ui.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lienthong.ui.page.Invalid;
import org.lienthong.ui.page.Problem.Place;
import tools.jackson.databind.JsonNode;

/** The JSON object that a program sent: readable, harmless, and still to be understood. */
final class Body {

  static final String REQUIRED = "required";
  static final String WRONG_TYPE = "wrong-type";
  static final String UNKNOWN = "unknown";

  private static final int PLACES_SAID = 20;

  private final JsonNode object;

  Body(JsonNode object) {
    this.object = object;
  }

  /** Refuses properties that nobody asked for. */
  Body only(String... names) {
    Set<String> known = Set.copyOf(Arrays.asList(names));
    List<Place> unknown =
        object.propertyNames().stream()
            .filter(name -> !known.contains(name))
            .limit(PLACES_SAID)
            .map(name -> new Place(Pointers.property("", name), UNKNOWN))
            .toList();
    if (!unknown.isEmpty()) {
      throw new Invalid(unknown);
    }
    return this;
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  String text(String name) {
    JsonNode value = required(name);
    if (!value.isString()) {
      throw new Invalid(Pointers.property("", name), WRONG_TYPE);
    }
    return value.stringValue();
  }

  List<String> texts(String name) {
    JsonNode value = required(name);
    if (!value.isArray()) {
      throw new Invalid(Pointers.property("", name), WRONG_TYPE);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value.values()) {
      if (!item.isString()) {
        throw new Invalid(Pointers.item("/" + name, texts.size()), WRONG_TYPE);
      }
      texts.add(item.stringValue());
    }
    return texts;
  }

  Map<String, Object> context(String name) {
    JsonNode value = required(name);
    if (!value.isObject()) {
      throw new Invalid(Pointers.property("", name), WRONG_TYPE);
    }
    return Values.context(value);
  }

  private JsonNode required(String name) {
    if (!has(name)) {
      throw new Invalid(Pointers.property("", name), REQUIRED);
    }
    return object.get(name);
  }
}
