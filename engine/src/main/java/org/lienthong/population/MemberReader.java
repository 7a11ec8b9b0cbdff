package org.lienthong.population;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lienthong.population.Members.Circle;
import org.lienthong.population.Members.Property;
import tools.jackson.databind.JsonNode;

/** Reads the draws that look at other members, and the lists. */
final class MemberReader {

  private final Variables variables;
  private final ConditionReader conditions;
  private final DrawReader draws;

  MemberReader(Variables variables, ConditionReader conditions, DrawReader draws) {
    this.variables = variables;
    this.conditions = conditions;
    this.draws = draws;
  }

  Draw read(JsonNode node, String word, JsonNode how) {
    return switch (word) {
      case "count" -> members(node, how).count();
      case "any" -> members(node, how).any();
      case "codes" -> codes(how);
      case "records" -> members(node, how).records(each(node.get("each")), variables.codes());
      default ->
          throw new IllegalArgumentException(
              "«" + word + "» is no way to draw; decisions/README.md lists them");
    };
  }

  private Members members(JsonNode node, JsonNode who) {
    JsonNode when = node.get("when");
    Condition condition = when == null ? scene -> true : conditions.read(when);
    return new Members(
        circle(who.asString()), condition, variables.number(Variables.HELPER + Variables.SUBJECT));
  }

  private Circle circle(String word) {
    return switch (word) {
      case "household" -> Members.ALL;
      case "others" -> Members.OTHERS;
      case "children" -> Members.whose(kin("mother"), kin("father"));
      default ->
          throw new IllegalArgumentException(
              "«" + word + "» is neither household nor others nor children");
    };
  }

  private int kin(String name) {
    return variables.number(Variables.HELPER + name);
  }

  private Draw codes(JsonNode how) {
    Map<String, Draw> each = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : how.properties()) {
      each.put(entry.getKey(), draws.read(entry.getValue(), FactKind.BOOLEAN));
    }
    return Members.codes(each);
  }

  /** Per property a draw, with its kind beside it: {@code {as: date, draw: …}}. */
  private Map<String, Property> each(JsonNode node) {
    Map<String, Property> each = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      FactKind kind = FactKind.of(entry.getValue().get("as").asString());
      each.put(entry.getKey(), new Property(kind, draws.read(entry.getValue().get("draw"), kind)));
    }
    return each;
  }
}
