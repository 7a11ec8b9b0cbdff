package org.lienthong.population;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.population.Chances.Band;
import org.lienthong.population.Derivations.Case;
import org.lienthong.population.Derivations.Step;
import tools.jackson.databind.JsonNode;

/** Reads how a variable is drawn; {@code decisions/README.md} has the whole vocabulary. */
final class DrawReader {

  private static final String RANGE = "..";

  private final Variables variables;
  private final ConditionReader conditions;
  private final MemberReader members;
  private final long asOf;

  DrawReader(Variables variables, long asOf) {
    this.variables = variables;
    this.asOf = asOf;
    this.conditions = new ConditionReader(variables, asOf);
    this.members = new MemberReader(variables, conditions, this);
  }

  Condition condition(JsonNode node) {
    return conditions.read(node);
  }

  /** How a variable of this kind is drawn. */
  Draw read(JsonNode node, FactKind kind) {
    if (node.isArray()) {
      return cases(node, kind);
    }
    if (!node.isObject()) {
      return Chances.constant(node.isNull() ? Draw.UNKNOWN : literal(node.asString(), kind));
    }
    String word = node.propertyNames().iterator().next();
    JsonNode how = node.get(word);
    return switch (word) {
      case "choose" -> choose(how, kind, step(node, kind));
      case "chance" -> Chances.chance(how.asDouble());
      case "between" ->
          Chances.between(
              literal(how.get(0).asString(), kind),
              literal(how.get(1).asString(), kind),
              step(node, kind));
      case "normal" -> normal(node, how, kind, false);
      case "lognormal" -> normal(node, how, kind, true);
      case "copy" -> variables.place(how.asString())::value;
      case "by" -> by(node, how, kind);
      case "years" -> age(node, how, ChronoUnit.YEARS);
      case "months" -> age(node, how, ChronoUnit.MONTHS);
      case "date" -> date(node, how);
      case "number" -> number(node, how, kind);
      default -> members.read(node, word, how);
    };
  }

  private Draw cases(JsonNode node, FactKind kind) {
    List<Case> cases = new ArrayList<>();
    for (JsonNode line : node) {
      JsonNode when = line.get("when");
      cases.add(
          new Case(when == null ? null : conditions.read(when), read(line.get("then"), kind)));
    }
    return Derivations.cases(cases);
  }

  private Draw choose(JsonNode weights, FactKind kind, long step) {
    List<Band> bands = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : weights.properties()) {
      String value = entry.getKey();
      int range = kind.isWords() ? -1 : value.indexOf(RANGE);
      String from = range < 0 ? value : value.substring(0, range);
      String to = range < 0 ? value : value.substring(range + RANGE.length());
      bands.add(new Band(literal(from, kind), literal(to, kind), entry.getValue().asDouble()));
    }
    return Chances.choose(bands, step);
  }

  private static Draw normal(JsonNode node, JsonNode how, FactKind kind, boolean log) {
    int scale = kind.scale();
    Chances.Limits limits =
        new Chances.Limits(
            scale * node.path("min").asDouble(Integer.MIN_VALUE),
            scale * node.path("max").asDouble(Long.MAX_VALUE / 2.0 / scale),
            step(node, kind));
    double spread = how.get(1).asDouble();
    return log
        ? Chances.lognormal(scale * how.get(0).asDouble(), spread, limits)
        : Chances.normal(scale * how.get(0).asDouble(), scale * spread, limits);
  }

  private Draw by(JsonNode node, JsonNode how, FactKind kind) {
    Variables.Place place = variables.place(how.asString());
    FactKind key = variables.kind(how.asString());
    Map<Integer, Draw> draws = new LinkedHashMap<>();
    int highest = -1;
    for (Map.Entry<String, JsonNode> entry : node.get("of").properties()) {
      int code = (int) key.parse(entry.getKey(), variables.codes());
      highest = Math.max(highest, code);
      draws.put(code, read(entry.getValue(), kind));
    }
    @Nullable Draw[] byCode = new Draw[highest + 1];
    draws.forEach((code, draw) -> byCode[code] = draw);
    JsonNode otherwise = node.get("else");
    return Derivations.by(place, byCode, otherwise == null ? null : read(otherwise, kind));
  }

  private Draw age(JsonNode node, JsonNode birth, ChronoUnit unit) {
    JsonNode at = node.get("at");
    return Derivations.age(value(birth, FactKind.DATE), value(at, FactKind.DATE), unit);
  }

  /** {@code {date: asOf, minusYears: 3, plusDays: {between: [0, 9]}, notAfter: asOf}}. */
  private Draw date(JsonNode node, JsonNode from) {
    List<Step> steps = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String word = entry.getKey();
      int sign = word.startsWith("plus") ? 1 : word.startsWith("minus") ? -1 : 0;
      if (sign != 0) {
        String unit = word.substring(sign > 0 ? "plus".length() : "minus".length());
        steps.add(
            new Step(
                ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)),
                sign,
                value(entry.getValue(), FactKind.INTEGER)));
      }
    }
    return Derivations.date(
        value(from, FactKind.DATE),
        steps,
        limit(node.get("notBefore"), FactKind.DATE),
        limit(node.get("notAfter"), FactKind.DATE));
  }

  private Draw number(JsonNode node, JsonNode base, FactKind kind) {
    JsonNode plus = node.get("plus");
    return Derivations.number(
        value(base, kind),
        node.path("times").asDouble(1),
        plus == null ? null : value(plus, kind),
        limit(node.get("min"), kind),
        limit(node.get("max"), kind),
        step(node, kind));
  }

  private @Nullable Draw limit(@Nullable JsonNode node, FactKind kind) {
    return node == null ? null : value(node, kind);
  }

  /** A draw, or a bare name or literal; nothing at all is the day of the population. */
  private Draw value(@Nullable JsonNode node, FactKind kind) {
    if (node == null) {
      return Chances.constant(asOf);
    }
    if (node.isString() && variables.knows(node.asString())) {
      return variables.place(node.asString())::value;
    }
    return read(node, kind);
  }

  private long literal(String text, FactKind kind) {
    return kind == FactKind.DATE && text.equals("asOf")
        ? asOf
        : kind.parse(text, variables.codes());
  }

  private static long step(JsonNode node, FactKind kind) {
    JsonNode step = node.get("step");
    return step == null ? 1 : Math.round(step.asDouble() * kind.scale());
  }
}
