package org.lienthong.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lienthong.population.Variables.Place;
import tools.jackson.databind.JsonNode;

/**
 * Reads conditions: per name a value, a list of values, an interval, {@code known}, {@code
 * unknown}, {@code {not: …}}, {@code {same: <name>}} or {@code {below: <name>}}; all must hold. A
 * list of such maps: one must hold.
 */
final class ConditionReader {

  private static final Pattern INTERVAL = Pattern.compile("([\\[(\\]])(.+?)\\.\\.(.+?)([\\])\\[])");
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(.+)");

  private final Variables variables;
  private final long asOf;

  ConditionReader(Variables variables, long asOf) {
    this.variables = variables;
    this.asOf = asOf;
  }

  Condition read(JsonNode node) {
    if (node.isArray()) {
      Condition[] any = node.valueStream().map(this::read).toArray(Condition[]::new);
      return scene -> {
        for (Condition each : any) {
          if (each.holds(scene)) {
            return true;
          }
        }
        return false;
      };
    }
    Condition[] all = node.properties().stream().map(this::test).toArray(Condition[]::new);
    return all.length == 1 ? all[0] : scene -> all(all, scene);
  }

  private static boolean all(Condition[] all, Scene scene) {
    for (Condition each : all) {
      if (!each.holds(scene)) {
        return false;
      }
    }
    return true;
  }

  private Condition test(Map.Entry<String, JsonNode> entry) {
    Place place = variables.place(entry.getKey());
    return test(place, variables.kind(entry.getKey()), entry.getValue());
  }

  private Condition test(Place place, FactKind kind, JsonNode wanted) {
    if (wanted.isObject()) {
      if (wanted.has("not")) {
        Condition not = test(place, kind, wanted.get("not"));
        return scene -> !not.holds(scene);
      }
      return compared(place, wanted);
    }
    if (wanted.isArray()) {
      return oneOf(place, kind, wanted.valueStream().map(JsonNode::asString).toList());
    }
    String text = wanted.asString();
    return switch (text) {
      case "known" -> scene -> place.value(scene) != Draw.UNKNOWN;
      case "unknown" -> scene -> place.value(scene) == Draw.UNKNOWN;
      default -> bounds(place, kind, text);
    };
  }

  /** Compared with another value; what is unknown is neither the same nor below. */
  private Condition compared(Place place, JsonNode wanted) {
    boolean same = wanted.has("same");
    Place other = variables.place(wanted.get(same ? "same" : "below").asString());
    return scene -> {
      long left = place.value(scene);
      long right = other.value(scene);
      return left != Draw.UNKNOWN && right != Draw.UNKNOWN && (same ? left == right : left < right);
    };
  }

  private Condition oneOf(Place place, FactKind kind, List<String> literals) {
    List<Condition> any = new ArrayList<>();
    for (String literal : literals) {
      any.add(bounds(place, kind, literal));
    }
    Condition[] tests = any.toArray(Condition[]::new);
    return scene -> {
      for (Condition test : tests) {
        if (test.holds(scene)) {
          return true;
        }
      }
      return false;
    };
  }

  private Condition bounds(Place place, FactKind kind, String text) {
    Matcher interval = INTERVAL.matcher(text);
    if (!kind.isWords() && interval.matches()) {
      long from = literal(kind, interval.group(2)) + (interval.group(1).equals("[") ? 0 : 1);
      long to = literal(kind, interval.group(3)) - (interval.group(4).equals("]") ? 0 : 1);
      return within(place, from, to);
    }
    Matcher comparison = COMPARISON.matcher(text);
    if (!kind.isWords() && comparison.matches()) {
      long limit = literal(kind, comparison.group(2));
      return switch (comparison.group(1)) {
        case "<" -> within(place, Draw.UNKNOWN + 1, limit - 1);
        case "<=" -> within(place, Draw.UNKNOWN + 1, limit);
        case ">" -> within(place, limit + 1, Long.MAX_VALUE);
        default -> within(place, limit, Long.MAX_VALUE);
      };
    }
    long value = literal(kind, text);
    return scene -> place.value(scene) == value;
  }

  private static Condition within(Place place, long from, long to) {
    return scene -> {
      long value = place.value(scene);
      return value >= from && value <= to;
    };
  }

  private long literal(FactKind kind, String text) {
    return kind == FactKind.DATE && text.trim().equals("asOf")
        ? asOf
        : kind.parse(text.trim(), variables.codes());
  }
}
