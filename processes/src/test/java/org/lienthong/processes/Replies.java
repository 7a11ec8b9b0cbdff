package org.lienthong.processes;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes replies out of a contract, within it. */
final class Replies {

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

  static Set<String> required(JsonNode schema) {
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

  static JsonNode schema(String text) {
    return JSON.readTree(text);
  }
}
