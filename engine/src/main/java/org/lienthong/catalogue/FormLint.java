package org.lienthong.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lienthong.feel.Patterns;
import tools.jackson.databind.JsonNode;

/** What a form may ask and how: form-js's JSON, as far as our own pages show it. */
final class FormLint {

  private static final Set<String> TYPES =
      Set.of(
          "text",
          "textfield",
          "textarea",
          "number",
          "datetime",
          "select",
          "radio",
          "checkbox",
          "dynamiclist",
          "group");
  private static final Set<String> TOP =
      Set.of(
          "type",
          "id",
          "schemaVersion",
          "components",
          "executionPlatform",
          "executionPlatformVersion",
          "exporter");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "type",
          "id",
          "key",
          "path",
          "label",
          "dateLabel",
          "text",
          "description",
          "values",
          "valuesKey",
          "validate",
          "conditional",
          "readonly",
          "disabled",
          "properties",
          "layout",
          "subtype",
          "components",
          "isRepeating",
          "allowAddRemove",
          "defaultRepetitions",
          "showOutline",
          "defaultValue",
          "decimalDigits",
          "increment",
          "appearance",
          "searchable",
          "disallowPassedDates",
          "verticalAlignment",
          "disableCollapse");
  private static final Set<String> CHECKS =
      Set.of("required", "minLength", "maxLength", "min", "max", "pattern");

  /** Who a journey is about comes from signing in, never from a question. */
  private static final Set<String> IDENTITY = Set.of("applicant", "applicantPersonalNumber");

  private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
  private static final int NEWEST_SCHEMA = 19;
  private static final int MAX_COMPONENTS = 200;

  private final LintReport report;
  private final FeelLint feel;
  private int components;

  FormLint(LintReport report, FeelLint feel) {
    this.report = report;
    this.feel = feel;
  }

  void check(byte[] bytes) {
    JsonNode form = DataLint.json(report, bytes);
    if (form == null) {
      return;
    }
    only(form, TOP, "the form", null);
    String id = form.path("id").asString("");
    if (!id.equals(report.stem()) || !id.startsWith(report.folder().key() + "-")) {
      report.error(
          "form-id",
          id,
          "A form is named like its file, and both begin with the folder's name: "
              + report.folder().key()
              + "-…");
    }
    if (form.path("schemaVersion").asInt(0) > NEWEST_SCHEMA) {
      report.error("form-schema", id, "Forms are read up to schemaVersion " + NEWEST_SCHEMA + ".");
    }
    form.path("components").forEach(this::checkComponent);
    if (components > MAX_COMPONENTS) {
      report.error("form-too-long", id, "The form has more than " + MAX_COMPONENTS + " parts.");
    }
    DataLint.texts(form, "", this::checkText);
  }

  private void only(
      JsonNode node,
      Set<String> allowed,
      String what,
      @org.jspecify.annotations.Nullable String id) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!allowed.contains(property.getKey())) {
        report.error(
            "form-attribute",
            id,
            LintReport.quote(property.getKey())
                + " is not on the list for "
                + what
                + ". Delete it.");
      }
    }
  }

  private void checkComponent(JsonNode component) {
    components++;
    String id =
        component
            .path("key")
            .asString(component.path("path").asString(component.path("id").asString("")));
    String type = component.path("type").asString("");
    if (!TYPES.contains(type)) {
      report.error(
          "form-component",
          id,
          "Our pages do not show " + LintReport.quote(type) + ". Use one of " + TYPES + ".");
      return;
    }
    only(component, ATTRIBUTES, "a component", id);
    only(component.path("validate"), CHECKS, "validate", id);
    only(component.path("conditional"), Set.of("hide"), "conditional", id);
    checkKey(component, id);
    checkCondition(component, id);
    if (component.has("readonly") && !component.path("readonly").isBoolean()) {
      report.error(
          "form-expression", id, "readonly is true or false; expressions hide fields only.");
    }
    JsonNode pattern = component.path("validate").path("pattern");
    if (!pattern.isMissingNode()) {
      Patterns.danger(pattern.asString("("))
          .ifPresent(danger -> report.error("pattern", id, danger));
    }
    component.path("components").forEach(this::checkComponent);
  }

  private void checkKey(JsonNode component, String id) {
    for (String name : Set.of("key", "path", "valuesKey")) {
      JsonNode key = component.path(name);
      if (!key.isMissingNode() && !FACT.matcher(key.asString("?")).matches()) {
        report.error(
            "form-key",
            id,
            name + " is a fact, a camelCase name: " + LintReport.quote(key.asString("")));
      }
    }
    String confirm = component.path("properties").path("confirm").asString("");
    boolean asked =
        !component.path("readonly").asBoolean(false) && !confirm.equals("true")
            || confirm.equals("correct");
    if (asked && IDENTITY.contains(component.path("key").asString(""))) {
      report.error(
          "form-identity",
          id,
          "Who the journey is about is known from signing in. Make the field readonly.");
    }
  }

  private void checkCondition(JsonNode component, String id) {
    JsonNode hide = component.path("conditional").path("hide");
    if (!hide.isMissingNode()) {
      String text = hide.asString("").strip();
      if (!text.startsWith("=")) {
        report.error("form-expression", id, "conditional.hide is FEEL with = before it.");
      } else {
        feel.expression(report, id, text.substring(1).strip());
      }
    }
  }

  private void checkText(String path, String text) {
    if (path.endsWith(".hide") || path.endsWith(".pattern")) {
      return;
    }
    if (text.startsWith("=") || PlainWords.hasTemplate(text)) {
      report.error(
          "form-expression",
          path,
          "Only conditional.hide is an expression: " + LintReport.quote(text) + ".");
    }
    PlainText.check(report, path, text);
  }
}
