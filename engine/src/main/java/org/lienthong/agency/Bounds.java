package org.lienthong.agency;

import java.util.Map;
import java.util.Optional;
import org.lienthong.agency.Contract.Outside;
import tools.jackson.databind.JsonNode;

/** What no contract may allow, because nothing behind us can keep it. */
final class Bounds {

  private static final int LONGEST_TEXT = 4_000;
  private static final int DEEPEST = 30;

  private Bounds() {}

  static Optional<Outside> offence(JsonNode tree) {
    return offence(tree, "", 0);
  }

  private static Optional<Outside> offence(JsonNode node, String pointer, int depth) {
    if (depth > DEEPEST) {
      return outside(pointer, "too-deep");
    }
    if (node.isString()) {
      return text(node.asString()).flatMap(keyword -> outside(pointer, keyword));
    }
    if (node.isNumber()) {
      return Double.isFinite(node.doubleValue())
              && (!node.isIntegralNumber() || node.canConvertToLong())
          ? Optional.empty()
          : outside(pointer, "out-of-range");
    }
    return node.isObject() ? inObject(node, pointer, depth) : inArray(node, pointer, depth);
  }

  private static Optional<Outside> inObject(JsonNode object, String pointer, int depth) {
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      String name = property.getKey();
      String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      // a leading dollar is how the dossier marks types
      if (name.startsWith("$") || text(name).isPresent() || name.length() > 100) {
        return outside(pointer, "propertyNames");
      }
      Optional<Outside> inner = offence(property.getValue(), place, depth + 1);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  private static Optional<Outside> inArray(JsonNode array, String pointer, int depth) {
    int index = 0;
    for (JsonNode item : array) {
      Optional<Outside> inner = offence(item, pointer + "/" + index++, depth + 1);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  /** PostgreSQL refuses NUL and alters lone surrogates; the engine's columns end at 4,000. */
  private static Optional<String> text(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.of("too-long");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return Optional.of("nul");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return Optional.of("surrogate");
      }
    }
    return Optional.empty();
  }

  private static Optional<Outside> outside(String pointer, String keyword) {
    return Optional.of(new Outside(pointer, keyword));
  }
}
