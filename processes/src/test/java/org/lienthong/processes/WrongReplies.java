package org.lienthong.processes;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes replies that leave a contract in exactly one place, and knows in which. */
final class WrongReplies {

  /** Stands in every wrong value, so that a reason that quotes one is found out. */
  static final String SECRET = "Bí mật 7319";

  private final Random random;
  private final Replies replies;
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  WrongReplies(Random random) {
    this.random = random;
    this.replies = new Replies(random);
  }

  /**
   * A reply outside its contract.
   *
   * @param text what comes over the wire; it may be no JSON at all
   * @param place where it is wrong, as a JSON pointer
   * @param keywords what may be said to be wrong there
   */
  record Wrong(String text, String place, Set<String> keywords) {}

  /** A way to make a reply wrong. */
  private record Way(String place, Set<String> keywords, Runnable go) {}

  /** A value that a schema does not allow. */
  private record Value(Supplier<JsonNode> node, Set<String> keywords) {}

  /** A reply that leaves its contract in one place. */
  Wrong outside(JsonNode schema) {
    ObjectNode reply = (ObjectNode) replies.within(schema);
    List<Way> ways = new ArrayList<>();
    collect("", schema, reply, ways);
    int choice = random.nextInt(ways.size() + 3);
    if (choice < ways.size()) {
      Way way = ways.get(choice);
      way.go().run();
      return new Wrong(reply.toString(), way.place(), way.keywords());
    }
    String whole = reply.toString();
    return switch (choice - ways.size()) {
      case 0 ->
          new Wrong(
              whole.substring(0, random.nextInt(whole.length())), "", said("not-json", "type"));
      case 1 -> new Wrong("<html>" + SECRET + "</html>", "", said("not-json"));
      default -> new Wrong("[" + whole + "]", "", said("type"));
    };
  }

  /** All ways in which this object can be made wrong, and what lies in it. */
  private void collect(String place, JsonNode schema, ObjectNode object, List<Way> ways) {
    ways.add(new Way(place, said("additionalProperties"), () -> object.put(SECRET, 1)));
    for (String name : Replies.required(schema)) {
      ways.add(new Way(place, said("required"), () -> object.remove(name)));
    }
    for (String name : List.copyOf(object.propertyNames())) {
      JsonNode part = schema.path("properties").path(name);
      String inner = place + "/" + name;
      for (Value wrong : wrong(part)) {
        ways.add(new Way(inner, wrong.keywords(), () -> object.set(name, wrong.node().get())));
      }
      JsonNode value = object.get(name);
      if (value instanceof ObjectNode deeper) {
        collect(inner, part, deeper, ways);
      } else if (value instanceof ArrayNode items) {
        inArray(inner, part.path("items"), items, ways);
      }
    }
  }

  private void inArray(String place, JsonNode schema, ArrayNode items, List<Way> ways) {
    for (int i = 0; i < items.size(); i++) {
      int index = i;
      String inner = place + "/" + index;
      for (Value wrong : wrong(schema)) {
        ways.add(new Way(inner, wrong.keywords(), () -> items.set(index, wrong.node().get())));
      }
      if (items.get(i) instanceof ObjectNode deeper) {
        collect(inner, schema, deeper, ways);
      }
    }
  }

  /** Values that this schema does not allow. */
  private List<Value> wrong(JsonNode schema) {
    List<Value> wrong = new ArrayList<>();
    String type = schema.path("type").asString("");
    Set<String> other = said("type", "enum", "format", "pattern");
    wrong.add(new Value(() -> nodes.nullNode(), other));
    wrong.add(
        new Value(
            () -> nodes.objectNode().put(SECRET, SECRET),
            type.equals("object") ? said("additionalProperties", "required") : other));
    if (!type.equals("array")) {
      wrong.add(new Value(() -> nodes.arrayNode().add(SECRET), other));
    }
    if (!type.equals("boolean")) {
      wrong.add(new Value(() -> nodes.booleanNode(true), other));
    }
    if (!type.equals("integer") && !type.equals("number")) {
      wrong.add(new Value(() -> nodes.numberNode(73_190), other));
    }
    switch (type) {
      case "string" -> wrongTexts(schema, wrong);
      case "integer", "number" -> wrongNumbers(schema, wrong);
      case "array" -> wrongSizes(schema, wrong);
      default -> wrong.add(new Value(() -> nodes.stringNode(SECRET), other));
    }
    return wrong;
  }

  private void wrongTexts(JsonNode schema, List<Value> wrong) {
    wrong.add(new Value(() -> nodes.stringNode(SECRET + "\u0000"), said("nul")));
    wrong.add(new Value(() -> nodes.stringNode(SECRET + "x".repeat(4_001)), said("too-long")));
    if (schema.has("maxLength")) {
      wrong.add(
          new Value(
              () -> nodes.stringNode("x".repeat(schema.get("maxLength").asInt() + 1)),
              said("maxLength", "too-long", "enum", "pattern", "format")));
    }
    if (schema.path("minLength").asInt(0) > 0) {
      wrong.add(
          new Value(() -> nodes.stringNode(""), said("minLength", "enum", "pattern", "format")));
    }
    if (schema.has("enum") || schema.has("pattern") || schema.has("format")) {
      wrong.add(
          new Value(
              () -> nodes.stringNode(SECRET), said("enum", "pattern", "format", "maxLength")));
    }
  }

  private void wrongNumbers(JsonNode schema, List<Value> wrong) {
    wrong.add(new Value(() -> nodes.stringNode(SECRET), said("type", "enum")));
    wrong.add(
        new Value(() -> nodes.numberNode(new BigInteger("9".repeat(40))), said("out-of-range")));
    if (schema.path("type").asString("").equals("integer")) {
      wrong.add(new Value(() -> nodes.numberNode(1.5), said("type", "enum")));
    }
    if (schema.has("minimum")) {
      wrong.add(
          new Value(() -> nodes.numberNode(schema.get("minimum").asLong() - 1), said("minimum")));
    }
    if (schema.has("maximum")) {
      wrong.add(
          new Value(() -> nodes.numberNode(schema.get("maximum").asLong() + 1), said("maximum")));
    }
  }

  private void wrongSizes(JsonNode schema, List<Value> wrong) {
    wrong.add(new Value(() -> nodes.stringNode(SECRET), said("type")));
    if (schema.path("minItems").asInt(0) > 0) {
      wrong.add(new Value(() -> nodes.arrayNode(), said("minItems")));
    }
    if (schema.has("maxItems")) {
      wrong.add(new Value(() -> tooMany(schema), said("maxItems")));
    }
  }

  private ArrayNode tooMany(JsonNode schema) {
    ArrayNode many = nodes.arrayNode();
    for (int i = 0; i <= schema.get("maxItems").asInt(); i++) {
      many.add(replies.within(schema.path("items")));
    }
    return many;
  }

  private static Set<String> said(String... keywords) {
    return new TreeSet<>(Arrays.asList(keywords));
  }
}
