package org.lienthong.ui.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.ui.page.Invalid;
import tools.jackson.databind.JsonNode;

/** JSON as plain values, after what no database and no register could keep is refused. */
final class Values {

  private static final int DIGITS = 40;
  private static final int EXPONENT = 20;

  private Values() {}

  /**
   * Refuses characters and numbers that nothing behind us can hold.
   *
   * @throws Invalid naming the place
   */
  static void check(JsonNode node, String pointer) {
    if (node.isString()) {
      checkText(node.stringValue(), pointer);
    } else if (node.isNumber()) {
      checkNumber(node, pointer);
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        checkText(property.getKey(), pointer + "/?");
        check(property.getValue(), Pointers.property(pointer, property.getKey()));
      }
    } else {
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), Pointers.item(pointer, i));
      }
    }
  }

  private static void checkText(String text, String pointer) {
    boolean bad =
        text.codePoints()
            .anyMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    if (bad) {
      throw new Invalid(pointer, "bad-character");
    }
  }

  private static void checkNumber(JsonNode node, String pointer) {
    BigDecimal number = node.decimalValue();
    if (number.precision() > DIGITS || Math.abs((long) number.scale()) > EXPONENT) {
      throw new Invalid(pointer, "not-a-number");
    }
  }

  /** An object's properties, sorted, so that equal requests are equal however they are written. */
  static Map<String, Object> context(JsonNode object) {
    Map<String, @Nullable Object> values = new TreeMap<>();
    object.properties().forEach(each -> values.put(each.getKey(), plain(each.getValue())));
    @SuppressWarnings("NullAway") // what is null is unknown to whoever reads it
    Map<String, Object> context = (Map<String, Object>) (Map<String, ?>) values;
    return context;
  }

  private static @Nullable Object plain(JsonNode node) {
    if (node.isObject()) {
      return context(node);
    }
    if (node.isArray()) {
      List<@Nullable Object> items = new ArrayList<>();
      node.values().forEach(item -> items.add(plain(item)));
      return items;
    }
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNumber() ? number(node) : null;
  }

  private static Object number(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong()
        ? (Object) node.longValue()
        : (Object) node.decimalValue();
  }
}
