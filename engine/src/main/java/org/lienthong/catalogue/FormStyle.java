package org.lienthong.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How a form is made, so that every question can be asked and is asked once. */
final class FormStyle implements Check {

  private static final Set<String> CONFIRMS = Set.of("true", "correct");
  private static final List<String> CORRECTED =
      List.of("textfield", "textarea", "number", "datetime", "select", "radio");
  private static final Set<String> CHOICES = Set.of("select", "radio", "checklist");

  @Override
  public void check(Content content, Contents all, Findings findings) {
    for (Form form : content.forms().values()) {
      String file = form.key() + ".form";
      fields(file, form.fields(), false, findings);
      byte[] bytes = content.folder().files().getOrDefault(file, new byte[0]);
      dates(file, Documents.json(bytes).path("components"), findings);
    }
  }

  private static void fields(String file, List<Field> fields, boolean list, Findings findings) {
    Set<String> seen = new HashSet<>();
    for (Field field : fields) {
      if (!seen.add(field.key())) {
        findings.error(
            "field-twice",
            file,
            field.key(),
            "Two fields write " + field.key() + "; ask once. Delete one of them.");
      }
      boolean choice = CHOICES.contains(field.type()) && !field.readonly();
      if (choice && field.options().isEmpty() && field.optionsFrom() == null) {
        findings.error(
            "field-options",
            file,
            field.key(),
            "There is nothing to choose. Give it values, or the name of the fact that lists them"
                + " (valuesKey).");
      }
      confirms(file, field, list, findings);
      fields(file, field.fields(), list || field.type().equals("dynamiclist"), findings);
    }
  }

  private static void confirms(String file, Field field, boolean list, Findings findings) {
    String confirm = field.properties().get("confirm");
    if (confirm != null && !CONFIRMS.contains(confirm)) {
      findings.error(
          "form-confirm",
          file,
          field.key(),
          "confirm is true (shown, to be agreed to) or correct (the person may also say what is"
              + " right), not «"
              + confirm
              + "».");
    }
    if (field.corrects() && (list || !field.readonly() || !CORRECTED.contains(field.type()))) {
      findings.error(
          "form-confirm",
          file,
          field.key(),
          "Only a readonly field of its own can be corrected, of a type among "
              + CORRECTED
              + ": what is known is shown, and the correction stands beside it. Write confirm:"
              + " true, or make it such a field.");
    }
  }

  private static void dates(String file, JsonNode components, Findings findings) {
    for (JsonNode component : components) {
      boolean time = component.path("type").asString("").equals("datetime");
      if (time && !component.path("subtype").asString("").equals("date")) {
        findings.error(
            "field-type",
            file,
            component.path("key").asString(""),
            "A date is asked without a time of day. Set the subtype to date.");
      }
      dates(file, component.path("components"), findings);
    }
  }
}
