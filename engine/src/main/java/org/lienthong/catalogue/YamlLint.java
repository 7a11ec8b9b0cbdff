package org.lienthong.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lienthong.feel.Patterns;
import tools.jackson.databind.JsonNode;

/** What the YAML and JSON files of a folder may hold: words, contracts, and FEEL where it runs. */
final class YamlLint {

  /** Where an agency's file holds FEEL that the sandbox runs. */
  private static final Set<String> SANDBOX_FEEL =
      Set.of("where", "when", "forEach", "key", "patch", "reply");

  private static final Set<String> FOREIGN_REFERENCES =
      Set.of("$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "externalValue");
  private static final Pattern LOCAL = Pattern.compile("#/[A-Za-z0-9_./~-]{1,200}");
  private static final Pattern PATH = Pattern.compile("(?:/[a-z0-9-]{1,60}){1,4}");

  private final LintReport report;
  private final FeelLint feel;

  YamlLint(LintReport report, FeelLint feel) {
    this.report = report;
    this.feel = feel;
  }

  void check(byte[] bytes, boolean json) {
    JsonNode tree = json ? DataLint.json(report, bytes) : DataLint.yaml(report, bytes);
    if (tree == null) {
      return;
    }
    String name = report.file();
    if (name.equals("agency.yaml")) {
      checkAgency(tree);
    } else if (name.equals("openapi.yaml")) {
      checkContract(tree, "");
      checkRecursion(tree);
      checkPaths(tree);
    }
    boolean words = name.startsWith("texts.");
    DataLint.texts(
        tree,
        "",
        (path, text) -> {
          if (words && PlainWords.hasTemplate(text)) {
            report.error(
                "text-expression",
                path,
                "Nothing is evaluated in a text: " + LintReport.quote(text) + ".");
          }
          PlainText.check(report, path, words || !runs(name, path) ? text : "");
        });
  }

  /** FEEL compares with {@code <}: that is no mark-up. */
  private static boolean runs(String file, String path) {
    return file.equals("agency.yaml") && SANDBOX_FEEL.contains(lastOf(path));
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private void checkAgency(JsonNode agency) {
    if (!PATH.matcher(agency.path("path").asString("")).matches()) {
      report.error(
          "agency-path",
          null,
          "path is where the agency answers below the configured address, such as /<agency>;"
              + " addresses of hosts are configuration.");
    }
    DataLint.texts(
        agency.path("sandbox"),
        "sandbox",
        (path, text) -> {
          if (SANDBOX_FEEL.contains(lastOf(path)) && !text.isBlank()) {
            feel.expression(report, path, text.strip());
          }
        });
  }

  private void checkContract(JsonNode node, String path) {
    if (node.isArray()) {
      node.forEach(item -> checkContract(item, path));
      return;
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      if (name.equals("$ref") && !LOCAL.matcher(value.asString("")).matches()) {
        report.error(
            "openapi-ref",
            path,
            "$ref stays in the file (#/…): " + LintReport.quote(value.asString("")) + ".");
      } else if (FOREIGN_REFERENCES.contains(name) && value.isString()) {
        report.error("openapi-ref", path, name + " is not followed. Use $ref within the file.");
      } else if (name.equals("servers") && path.isEmpty()) {
        report.error(
            "openapi-servers", null, "Addresses are configuration, not content. Delete it.");
      } else if (name.equals("pattern") && value.isString()) {
        Patterns.danger(value.stringValue()).ifPresent(d -> report.error("pattern", path, d));
      }
      checkContract(value, path.isEmpty() ? name : path + "." + name);
    }
  }

  private void checkPaths(JsonNode contract) {
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      if (!PATH.matcher(path.getKey()).matches()) {
        report.error(
            "openapi-path",
            path.getKey(),
            "A path reads like /register-birth: small letters, digits and hyphens.");
      }
    }
  }

  /** A schema that holds itself has no end for whoever maps facts by it. */
  private void checkRecursion(JsonNode contract) {
    RefWalk walk = new RefWalk(contract);
    walk.recursive()
        .ifPresent(
            ref ->
                report.error(
                    "openapi-ref-recursive",
                    ref,
                    "The schema "
                        + LintReport.quote(ref)
                        + " holds itself. Write it out as deep as it goes."));
  }
}
