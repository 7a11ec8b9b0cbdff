package org.lienthong.catalogue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads an agency's OpenAPI file; references within it are resolved, others refused. */
final class Contract {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final int MAX_DEPTH = 30;
  private static final Pattern EVENT_TYPE =
      Pattern.compile("[a-z0-9-]{1,60}(\\.[a-z0-9-]{1,60}){1,3}");

  private final String agency;
  private final JsonNode root;

  private Contract(String agency, JsonNode root) {
    this.agency = agency;
    this.root = root;
  }

  /**
   * Reads a contract.
   *
   * @throws ContentException if it cannot be read
   */
  static Map<String, Operation> read(String agency, byte[] bytes) {
    return new Contract(agency, Documents.yaml(bytes)).operations();
  }

  /**
   * Reads what the agency tells unasked.
   *
   * @throws ContentException if it cannot be read
   */
  static Map<String, Event> events(String agency, byte[] bytes) {
    return new Contract(agency, Documents.yaml(bytes)).events();
  }

  private Map<String, Event> events() {
    Map<String, Event> events = new TreeMap<>();
    for (Map.Entry<String, JsonNode> webhook : root.path("webhooks").properties()) {
      events.put(webhook.getKey(), event(webhook.getKey(), webhook.getValue().path("post")));
    }
    return events;
  }

  private Event event(String type, JsonNode post) {
    if (!EVENT_TYPE.matcher(type).matches()) {
      throw new ContentException(
          "The webhook " + type + " must be named like household.poverty.changed.");
    }
    JsonNode schema = schema(resolve(post.path("requestBody"), 0), "application/json");
    if (schema == null) {
      throw new ContentException(
          type
              + " says nothing. Give its post a requestBody with a schema under application/json.");
    }
    String about = post.path("x-about").asString("");
    JsonNode listed = schema.path("properties").path(about);
    boolean required =
        schema.path("required").valueStream().anyMatch(n -> n.asString("").equals(about));
    if (!required || !listed.path("items").path("type").asString("").equals("string")) {
      throw new ContentException(
          type + " does not say whom it is about. Name in x-about a required list of texts.");
    }
    return new Event(agency, type, about, types(Shape.of(schema)), schema.toString());
  }

  private Map<String, Operation> operations() {
    Map<String, Operation> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          Operation read = operation(path.getKey(), method.getKey(), method.getValue());
          if (operations.put(read.id(), read) != null) {
            throw new ContentException("The operationId " + read.id() + " stands twice.");
          }
        }
      }
    }
    return operations;
  }

  private Operation operation(String path, String method, JsonNode node) {
    String id = node.path("operationId").asString("");
    if (id.isEmpty()) {
      throw new ContentException(method + " " + path + " has no operationId; tasks ask by it.");
    }
    JsonNode request = schema(resolve(node.path("requestBody"), 0), "application/json");
    JsonNode reply = reply(id, node.path("responses"));
    Shape asked = request == null ? Shape.of(FactType.CONTEXT) : Shape.of(request);
    return new Operation(
        agency,
        id,
        method.toUpperCase(Locale.ROOT),
        path,
        types(asked),
        asked.required(),
        types(Shape.of(reply)),
        problems(node.path("responses")),
        request == null ? null : request.toString(),
        reply.toString());
  }

  private JsonNode reply(String id, JsonNode responses) {
    for (String status : List.of("200", "201")) {
      JsonNode schema = schema(resolve(responses.path(status), 0), "application/json");
      if (schema != null) {
        return schema;
      }
    }
    throw new ContentException(
        id + " declares no reply. Give its response 200 a schema under application/json.");
  }

  private static @Nullable JsonNode schema(JsonNode holder, String mediaType) {
    JsonNode schema = holder.path("content").path(mediaType).path("schema");
    return schema.isMissingNode() ? null : schema;
  }

  private Set<String> problems(JsonNode responses) {
    Set<String> codes = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      JsonNode schema = schema(resolve(response.getValue(), 0), "application/problem+json");
      if (response.getKey().startsWith("4") && schema != null) {
        JsonNode type = schema.path("properties").path("type");
        type.path("enum").forEach(value -> codes.add(lastSegment(value.asString(""))));
        if (type.has("const")) {
          codes.add(lastSegment(type.path("const").asString("")));
        }
      }
    }
    return codes;
  }

  static String lastSegment(String type) {
    return type.substring(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1);
  }

  private static Map<String, FactType> types(Shape shape) {
    Map<String, FactType> types = new LinkedHashMap<>();
    shape.fields().forEach((name, field) -> types.put(name, field.type()));
    return Map.copyOf(types);
  }

  /** A copy in which every reference is replaced by what it refers to. */
  private JsonNode resolve(JsonNode node, int depth) {
    if (depth > MAX_DEPTH) {
      throw new ContentException(
          "The contract refers to itself without end, or nests deeper than " + MAX_DEPTH + ".");
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(resolve(item, depth + 1)));
      return copy;
    }
    if (!node.isObject()) {
      return node;
    }
    String reference = node.path("$ref").asString("");
    if (!reference.isEmpty()) {
      return resolve(target(reference), depth + 1);
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(p -> copy.set(p.getKey(), resolve(p.getValue(), depth + 1)));
    return copy;
  }

  private JsonNode target(String reference) {
    JsonNode target = reference.startsWith("#/") ? root.at(reference.substring(1)) : null;
    if (target == null || target.isMissingNode()) {
      throw new ContentException(
          "The contract refers to " + reference + ", which is not in this file. Copy it here.");
    }
    return target;
  }
}
