package org.lienthong.catalogue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;
import tools.jackson.databind.JsonNode;

/** What an agency promises: its samples keep it, and its sandbox offers nothing else. */
final class Contracts implements Check {

  private static final String SETTINGS = "agency.yaml";
  private static final String CONTRACT = "openapi.yaml";

  private final Feel feel;
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  Contracts(Feel feel) {
    this.feel = feel;
  }

  @Override
  public void check(Content content, Contents all, Findings findings) {
    AgencyFile agency = content.agency();
    if (agency == null) {
      return;
    }
    agency.operations().values().forEach(o -> operation(content, o, findings));
    agency.events().values().forEach(e -> closed(e.type(), "event", e.schema(), findings));
    for (String file : content.folder().files().keySet()) {
      if (file.startsWith("replies/")
          && !agency.operations().containsKey(ContentReader.withoutEnding(file.substring(8)))) {
        findings.error(
            "reply-orphan",
            file,
            null,
            "The sample belongs to no operation of openapi.yaml. Rename it or delete it.");
      }
    }
    sandbox(agency, all, findings);
  }

  private void operation(Content content, Operation operation, Findings findings) {
    closed(operation.id(), "request", operation.requestSchema(), findings);
    closed(operation.id(), "reply", operation.replySchema(), findings);
    String file = "replies/" + operation.id() + ".json";
    byte[] sample = content.folder().files().get(file);
    if (sample == null) {
      findings.error(
          "reply-missing",
          file,
          operation.id(),
          "There is no sample of this operation's reply. Add " + file + ".");
      return;
    }
    try {
      schemas
          .getSchema(operation.replySchema(), InputFormat.JSON)
          .validate(
              new String(sample, StandardCharsets.UTF_8),
              InputFormat.JSON,
              run -> run.executionConfig(c -> c.formatAssertionsEnabled(true)))
          .forEach(
              e ->
                  findings.error(
                      "reply-sample",
                      file,
                      operation.id(),
                      "The sample breaks the contract at "
                          + e.getInstanceLocation()
                          + ": "
                          + e.getMessage()
                          + ". Mend the sample or the schema."));
    } catch (SchemaException | IllegalArgumentException | tools.jackson.core.JacksonException e) {
      findings.error(
          "reply-sample", file, operation.id(), "The sample cannot be read: " + e.getMessage());
    }
  }

  private static void closed(
      String operation,
      String what,
      @org.jspecify.annotations.Nullable String schema,
      Findings findings) {
    if (schema == null) {
      return;
    }
    JsonNode node = Documents.json(schema.getBytes(StandardCharsets.UTF_8));
    if (!"object".equals(node.path("type").asString(""))) {
      findings.error(
          "contract-object",
          CONTRACT,
          operation,
          "The " + what + " must be an object: its properties are facts.");
    } else if (node.path("additionalProperties").asBoolean(true)) {
      findings.warn(
          "contract-open",
          CONTRACT,
          operation,
          "The " + what + " lets anything else through. Set additionalProperties to false.");
    }
  }

  private void sandbox(AgencyFile agency, Contents all, Findings findings) {
    JsonNode operations = agency.settings().path("sandbox").path("operations");
    for (Map.Entry<String, JsonNode> entry : operations.properties()) {
      Operation operation = agency.operations().get(entry.getKey());
      if (operation == null) {
        findings.error(
            "sandbox-operation",
            SETTINGS,
            entry.getKey(),
            "The sandbox answers for "
                + entry.getKey()
                + ", which openapi.yaml does not offer. Rename it, or offer it.");
        continue;
      }
      refusals(operation, entry.getValue(), findings);
      registers(operation, entry.getValue(), all, findings);
      expression(operation, entry.getValue().path("reply").asString(""), findings);
    }
  }

  private void refusals(Operation operation, JsonNode settings, Findings findings) {
    for (JsonNode refusal : settings.path("refuses")) {
      expression(operation, refusal.path("when").asString(""), findings);
      String problem = refusal.path("problem").asString("");
      if (!operation.problems().contains(problem)) {
        findings.error(
            "sandbox-problem",
            SETTINGS,
            operation.id(),
            "The sandbox refuses with "
                + problem
                + ", which the contract does not declare. Add it to the problem types in"
                + " openapi.yaml.");
      }
    }
  }

  private void registers(Operation operation, JsonNode settings, Contents all, Findings findings) {
    Set<String> known = new TreeSet<>();
    for (Content agency : all.of(FolderKind.AGENCY)) {
      agency.folder().files().keySet().stream()
          .filter(f -> f.startsWith("registers/") && f.endsWith(".csv"))
          .forEach(f -> known.add(f.substring("registers/".length(), f.length() - 4)));
    }
    Set<String> used = new TreeSet<>();
    settings.path("reads").forEach(r -> used.add(r.path("register").asString("")));
    settings.path("changes").forEach(r -> used.add(r.path("register").asString("")));
    settings
        .path("reads")
        .forEach(r -> expression(operation, r.path("where").asString(""), findings));
    for (JsonNode change : settings.path("changes")) {
      for (String part : Set.of("key", "patch", "forEach", "when")) {
        expression(operation, change.path(part).asString(""), findings);
      }
    }
    used.removeAll(known);
    for (String register : used) {
      findings.error(
          "sandbox-register",
          SETTINGS,
          operation.id(),
          "There is no register " + register + ". Add registers/" + register + ".csv.");
    }
  }

  private void expression(Operation operation, String text, Findings findings) {
    if (text.isBlank()) {
      return;
    }
    try {
      feel.parse(text);
    } catch (FeelSyntaxException e) {
      findings.error("feel", SETTINGS, operation.id(), String.valueOf(e.getMessage()));
    }
  }
}
