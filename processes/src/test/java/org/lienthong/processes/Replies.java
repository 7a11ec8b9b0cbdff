package org.lienthong.processes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes replies out of a contract: within it, or outside it in exactly one place. */
final class Replies {

  /** Stands in every wrong value, so that a reason that quotes one is found out. */
  static final String SECRET = "Bí mật 7319";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyÀỆỘ 0123456789-.,'\"\\/😀";

  private final Random random;
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  Replies(Random random) {
    this.random = random;
  }

  /** A reply that its schema allows. */
  JsonNode within(JsonNode schema) {
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
    }
    return switch (schema.path("type").asString("")) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "string" -> nodes.stringNode(text(schema));
      case "integer" -> nodes.numberNode(integer(schema));
      case "number" ->
          nodes.numberNode(integer(schema) + random.nextInt(100) / 100.0 * room(schema));
      case "boolean" -> nodes.booleanNode(random.nextBoolean());
      default -> throw new IllegalStateException("teach the generator this schema: " + schema);
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = nodes.objectNode();
    Set<String> required = required(schema);
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (required.contains(property.getKey()) || random.nextBoolean()) {
                object.set(property.getKey(), within(property.getValue()));
              }
            });
    return object;
  }

  private static Set<String> required(JsonNode schema) {
    Set<String> required = new LinkedHashSet<>();
    schema.path("required").forEach(name -> required.add(name.asString()));
    return required;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = nodes.arrayNode();
    int least = schema.path("minItems").asInt(0);
    int most = schema.path("maxItems").asInt(least + 5);
    int size = least + random.nextInt(most - least + 1);
    for (int i = 0; i < size; i++) {
      array.add(within(schema.path("items")));
    }
    return array;
  }

  private String text(JsonNode schema) {
    if (schema.path("format").asString("").equals("date")) {
      return LocalDate.of(1900, 1, 1).plusDays(random.nextInt(80_000)).toString();
    }
    String pattern = schema.path("pattern").asString("");
    if (!pattern.isEmpty()) {
      return ofPattern(pattern);
    }
    int least = schema.path("minLength").asInt(0);
    int most = Math.min(schema.path("maxLength").asInt(1_000), 1_000);
    int length = least + random.nextInt(most - least + 1);
    int[] alphabet = LETTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  /** Only {@code ^[0-9]{n}$} and {@code ^[0-9]{n,m}$}, which is what contracts use. */
  private String ofPattern(String pattern) {
    if (!pattern.matches("\\^\\[0-9]\\{\\d+(,\\d+)?}\\$")) {
      throw new IllegalStateException("teach the generator this pattern: " + pattern);
    }
    String[] limits = pattern.replaceAll("^.*\\{|}.*$", "").split(",", -1);
    int least = Integer.parseInt(limits[0]);
    int most = Integer.parseInt(limits[limits.length - 1]);
    StringBuilder digits = new StringBuilder();
    for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private long integer(JsonNode schema) {
    long least = schema.path("minimum").asLong(-1_000_000);
    long most = schema.path("maximum").asLong(Math.max(least, 0) + 2_000_000);
    return least + Math.floorMod(random.nextLong(), most - least + 1);
  }

  /** A fraction may be added only where it does not pass the maximum. */
  private static double room(JsonNode schema) {
    return schema.has("maximum") ? 0 : 1;
  }

  /** A reply that leaves its contract in one place, as text: it may be no JSON at all. */
  String outside(JsonNode schema) {
    ObjectNode reply = (ObjectNode) within(schema);
    List<Runnable> wrongs = new ArrayList<>();
    collect(schema, reply, wrongs);
    int choice = random.nextInt(wrongs.size() + 3);
    if (choice < wrongs.size()) {
      wrongs.get(choice).run();
      return reply.toString();
    }
    String whole = reply.toString();
    return switch (choice - wrongs.size()) {
      case 0 -> whole.substring(0, random.nextInt(whole.length()));
      case 1 -> "<html>" + SECRET + "</html>";
      default -> "[" + whole + "]";
    };
  }

  /** All ways in which this object can be made wrong, and what lies in it. */
  private void collect(JsonNode schema, ObjectNode object, List<Runnable> wrongs) {
    wrongs.add(() -> object.put(SECRET, 1));
    required(schema).forEach(name -> wrongs.add(() -> object.remove(name)));
    for (String name : List.copyOf(object.propertyNames())) {
      JsonNode part = schema.path("properties").path(name);
      for (JsonNode wrong : wrong(part)) {
        wrongs.add(() -> object.set(name, wrong));
      }
      JsonNode value = object.get(name);
      if (value instanceof ObjectNode inner) {
        collect(part, inner, wrongs);
      } else if (value instanceof ArrayNode items) {
        inArray(part, items, wrongs);
      }
    }
  }

  private void inArray(JsonNode schema, ArrayNode items, List<Runnable> wrongs) {
    for (int i = 0; i < items.size(); i++) {
      int place = i;
      for (JsonNode wrong : wrong(schema.path("items"))) {
        wrongs.add(() -> items.set(place, wrong));
      }
      if (items.get(i) instanceof ObjectNode inner) {
        collect(schema.path("items"), inner, wrongs);
      }
    }
  }

  /** Values that this schema does not allow. */
  private List<JsonNode> wrong(JsonNode schema) {
    List<JsonNode> wrong = new ArrayList<>();
    wrong.add(nodes.nullNode());
    wrong.add(nodes.objectNode().put(SECRET, SECRET));
    String type = schema.path("type").asString("");
    if (!type.equals("array")) {
      wrong.add(nodes.arrayNode().add(SECRET));
    }
    if (!type.equals("boolean")) {
      wrong.add(nodes.booleanNode(true));
    }
    if (!type.equals("integer") && !type.equals("number")) {
      wrong.add(nodes.numberNode(73_190));
    }
    switch (type) {
      case "string" -> wrongTexts(schema, wrong);
      case "integer", "number" -> wrongNumbers(schema, wrong);
      case "array" -> wrongSizes(schema, wrong);
      default -> wrong.add(nodes.stringNode(SECRET));
    }
    return wrong;
  }

  private void wrongTexts(JsonNode schema, List<JsonNode> wrong) {
    wrong.add(nodes.stringNode(SECRET + "\u0000"));
    wrong.add(nodes.stringNode(SECRET + "x".repeat(4_001)));
    if (schema.has("maxLength")) {
      wrong.add(nodes.stringNode("x".repeat(schema.get("maxLength").asInt() + 1)));
    }
    if (schema.path("minLength").asInt(0) > 0) {
      wrong.add(nodes.stringNode(""));
    }
    if (schema.has("enum") || schema.has("pattern") || schema.has("format")) {
      wrong.add(nodes.stringNode(SECRET));
    }
  }

  private void wrongNumbers(JsonNode schema, List<JsonNode> wrong) {
    wrong.add(nodes.stringNode(SECRET));
    wrong.add(nodes.numberNode(new java.math.BigInteger("9".repeat(40))));
    if (schema.path("type").asString("").equals("integer")) {
      wrong.add(nodes.numberNode(1.5));
    }
    if (schema.has("minimum")) {
      wrong.add(nodes.numberNode(schema.get("minimum").asLong() - 1));
    }
    if (schema.has("maximum")) {
      wrong.add(nodes.numberNode(schema.get("maximum").asLong() + 1));
    }
  }

  private void wrongSizes(JsonNode schema, List<JsonNode> wrong) {
    wrong.add(nodes.stringNode(SECRET));
    if (schema.path("minItems").asInt(0) > 0) {
      wrong.add(nodes.arrayNode());
    }
    if (schema.has("maxItems")) {
      ArrayNode many = nodes.arrayNode();
      for (int i = 0; i <= schema.get("maxItems").asInt(); i++) {
        many.add(within(schema.path("items")));
      }
      wrong.add(many);
    }
  }

  static JsonNode schema(String text) {
    return JSON.readTree(text);
  }
}
