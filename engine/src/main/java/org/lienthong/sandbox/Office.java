package org.lienthong.sandbox;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One agency as its folder describes it.
 *
 * @param key the folder's name
 * @param path where it answers, below the server's address
 * @param operations what it does, by id
 * @param seeds the registers that it keeps, by name
 */
record Office(
    String key, String path, Map<String, Operation> operations, Map<String, Register> seeds) {

  private static final String PROBLEM = "urn:lienthong:problem:";

  /** Reads a folder; a message names file and place. */
  static Office read(Path folder) throws IOException {
    String key = folder.getFileName().toString();
    try {
      JsonNode yaml = Json.YAML.readTree(folder.resolve("agency.yaml").toFile());
      return new Office(
          key,
          yaml.path("path").asString("/" + key),
          new Reader(folder, yaml.path("sandbox").path("operations")).operations(),
          registers(folder.resolve("registers")));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("agency " + key + ": " + e.getMessage(), e);
    }
  }

  Optional<Operation> at(String below) {
    return operations.values().stream().filter(o -> o.path().equals(below)).findFirst();
  }

  private static Map<String, Register> registers(Path folder) throws IOException {
    Map<String, Register> registers = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
          String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
          registers.put(name, Register.read(name, Files.readString(file)));
        }
      }
    }
    return registers;
  }

  /** Reads the contract, and beside it the rules and the sample replies. */
  private static final class Reader {

    private final Path folder;
    private final JsonNode rules;
    private final JsonNode openapi;
    private final SchemaRegistry schemas =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    Reader(Path folder, JsonNode rules) {
      this.folder = folder;
      this.rules = rules;
      this.openapi = Json.YAML.readTree(folder.resolve("openapi.yaml").toFile());
    }

    Map<String, Operation> operations() throws IOException {
      for (String id : rules.propertyNames()) {
        if (openapi.path("paths").findValuesAsString("operationId").stream()
            .noneMatch(id::equals)) {
          throw new IllegalArgumentException(
              "agency.yaml has rules for «" + id + "», which openapi.yaml does not know");
        }
      }
      Map<String, Operation> operations = new TreeMap<>();
      for (Map.Entry<String, JsonNode> path : openapi.path("paths").properties()) {
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          if (method.getValue().has("operationId")) {
            Operation operation = operation(path.getKey(), method.getKey(), method.getValue());
            operations.put(operation.id(), operation);
          }
        }
      }
      return operations;
    }

    private Operation operation(String path, String method, JsonNode contract) throws IOException {
      String id = contract.path("operationId").asString();
      JsonNode request = contract.path("requestBody");
      JsonNode reply = schemaOf(contract.path("responses").path("200"), "application/json");
      if (reply.isMissingNode()) {
        throw new IllegalArgumentException("operation " + id + " declares no reply (200)");
      }
      Rules script =
          rules.has(id) ? Rules.read(rules.get(id), "sandbox.operations." + id) : Rules.NONE;
      Path sample = folder.resolve("replies").resolve(id + ".json");
      if (script.reply() == null && !Files.exists(sample)) {
        throw new IllegalArgumentException(
            "operation "
                + id
                + " has neither a «reply» in agency.yaml nor replies/"
                + id
                + ".json");
      }
      return new Operation(
          id,
          method.toUpperCase(java.util.Locale.ROOT),
          path,
          request.isMissingNode() ? null : schema(schemaOf(request, "application/json")),
          schema(reply),
          texts(resolve(reply).path("required")),
          problems(contract),
          checked(script, problems(contract), id),
          script.reply() == null ? Json.MAPPER.readTree(Files.readString(sample)) : null);
    }

    private static Rules checked(Rules rules, List<String> problems, String id) {
      for (Rules.Refusal refusal : rules.refuses()) {
        if (!problems.contains(refusal.problem())) {
          throw new IllegalArgumentException(
              "operation "
                  + id
                  + " refuses with «"
                  + refusal.problem()
                  + "», which its 422 in openapi.yaml does not list");
        }
      }
      return rules;
    }

    private List<String> problems(JsonNode contract) {
      JsonNode problem =
          resolve(schemaOf(contract.path("responses").path("422"), "application/problem+json"));
      JsonNode type = resolve(problem.path("properties").path("type"));
      List<String> types = new ArrayList<>(texts(type.path("enum")));
      if (type.has("const")) {
        types.add(type.get("const").asString());
      }
      return types.stream().map(t -> t.substring(t.lastIndexOf(':') + 1)).toList();
    }

    private JsonNode schemaOf(JsonNode holder, String mediaType) {
      return resolve(holder).path("content").path(mediaType).path("schema");
    }

    private JsonNode resolve(JsonNode node) {
      String ref = node.path("$ref").asString("");
      return ref.startsWith("#/") ? resolve(openapi.at(ref.substring(1))) : node;
    }

    /** A schema that stands alone: the part, and beside it what it refers to. */
    private Schema schema(JsonNode part) {
      ObjectNode whole = Json.MAPPER.createObjectNode();
      whole.set("$defs", openapi.path("components").path("schemas"));
      whole.setAll((ObjectNode) part);
      String text = whole.toString().replace("\"#/components/schemas/", "\"#/$defs/");
      return schemas.getSchema(
          SchemaLocation.of("urn:sandbox:" + UUID.randomUUID()), Json.MAPPER.readTree(text));
    }

    private static List<String> texts(JsonNode array) {
      List<String> texts = new ArrayList<>();
      array.forEach(item -> texts.add(item.asString()));
      return texts;
    }
  }

  /** The operations whose contract declares no refusal: they answer as usual, come what may. */
  List<String> cannotRefuse() {
    return operations.values().stream()
        .filter(operation -> operation.problems().isEmpty())
        .map(Operation::id)
        .toList();
  }

  /** The type of a problem by its code. */
  static String problemType(String code) {
    return PROBLEM + code;
  }

  /** The operation whose refusal the contract lists first. */
  static @Nullable String firstProblem(Operation operation) {
    return operation.problems().isEmpty() ? null : operation.problems().get(0);
  }
}
