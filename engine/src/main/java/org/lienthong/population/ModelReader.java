package org.lienthong.population;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the data file; messages say where in the file something is wrong. */
final class ModelReader {

  private final JsonNode root;
  private final Variables variables = new Variables();
  private final Map<String, FactKind> columns = new LinkedHashMap<>();
  private final LocalDate asOf;
  private final DrawReader draws;

  private ModelReader(JsonNode root) {
    this.root = root;
    this.asOf = LocalDate.parse(root.get("asOf").asString());
    declare("columns", columns);
    declare("helpers", new LinkedHashMap<>());
    this.draws = new DrawReader(variables, asOf.toEpochDay());
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException with the place in the file and what is wrong there
   */
  static Model read(InputStream yaml) {
    // not by Jackson's parser: its trees do not know YAML's anchors
    Object tree = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
    return new ModelReader(JsonMapper.shared().valueToTree(tree)).model();
  }

  private void declare(String section, Map<String, FactKind> into) {
    for (Map.Entry<String, JsonNode> entry : root.get(section).properties()) {
      String name = entry.getKey();
      at(
          section + "." + name,
          () -> {
            FactKind kind = FactKind.of(entry.getValue().asString());
            variables.declare(name, kind);
            return into.put(name, kind);
          });
    }
  }

  private Model model() {
    List<Statement> household = statements("household");
    List<Composition> compositions = new ArrayList<>();
    for (JsonNode each : root.get("compositions")) {
      compositions.add(composition("compositions[" + compositions.size() + "]", each));
    }
    List<Statement> person = statements("person");
    return new Model(
        asOf,
        new FactColumns(columns),
        columns.keySet().stream().mapToInt(variables::number).toArray(),
        variables.size(),
        variables.codes().all(),
        Composition.Kin.of(variables),
        household,
        List.copyOf(compositions),
        person);
  }

  private List<Statement> statements(String section) {
    List<Statement> statements = new ArrayList<>();
    for (JsonNode each : root.get(section)) {
      String where = section + "[" + statements.size() + "]";
      JsonNode when = each.get("when");
      Condition condition = when == null ? null : at(where + ".when", () -> draws.condition(when));
      statements.add(statement(where, condition, each.get("draw")));
    }
    return List.copyOf(statements);
  }

  private Statement statement(String where, @Nullable Condition when, @Nullable JsonNode node) {
    List<String> names = new ArrayList<>();
    List<Draw> all = new ArrayList<>();
    if (node != null) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        String name = entry.getKey();
        names.add(name);
        all.add(at(where + "." + name, () -> draws.read(entry.getValue(), variables.kind(name))));
      }
    }
    return new Statement(
        when, names.stream().mapToInt(variables::number).toArray(), all.toArray(Draw[]::new));
  }

  private Composition composition(String where, JsonNode node) {
    List<Composition.Part> parts = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    for (JsonNode member : node.get("members")) {
      String role = member.get("as").asString();
      parts.add(at(where + "." + role, () -> part(where + "." + role, member, roles)));
      roles.add(role);
    }
    return new Composition(node.get("weight").asDouble(), List.copyOf(parts));
  }

  private Composition.Part part(String where, JsonNode member, List<String> roles) {
    int[] kin = new int[Variables.KIN.size()];
    Arrays.fill(kin, -1);
    for (int k = 0; k < kin.length; k++) {
      JsonNode relative = member.get(Variables.KIN.get(k));
      if (relative != null) {
        kin[k] = roles.lastIndexOf(relative.asString());
        if (kin[k] < 0) {
          throw new IllegalArgumentException(relative.asString() + " does not stand above");
        }
      }
    }
    JsonNode times = member.get("times");
    JsonNode keep = member.get("keep");
    return new Composition.Part(
        variables.codes().number(member.get("as").asString()),
        times == null ? null : draws.read(times, FactKind.INTEGER),
        kin,
        statement(where, null, member.get("draw")),
        keep == null ? null : draws.read(keep, FactKind.BOOLEAN));
  }

  /** Names the place of what goes wrong, once. */
  private static <T> T at(String where, Supplier<T> read) {
    try {
      return read.get();
    } catch (Misread e) {
      throw e;
    } catch (IllegalArgumentException | ArithmeticException | NullPointerException e) {
      throw new Misread(where + ": " + e.getMessage(), e);
    }
  }

  private static final class Misread extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Misread(String message, Exception cause) {
      super(message, cause);
    }
  }
}
