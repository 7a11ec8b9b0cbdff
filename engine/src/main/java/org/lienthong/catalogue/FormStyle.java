package org.lienthong.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How a form is made, so that every question can be asked and is asked once. */
final class FormStyle implements Check {

  private static final Set<String> CHOICES = Set.of("select", "radio", "checklist");

  @Override
  public void check(Content content, Contents all, Findings findings) {
    for (Form form : content.forms().values()) {
      String file = form.key() + ".form";
      fields(file, form.fields(), findings);
      byte[] bytes = content.folder().files().getOrDefault(file, new byte[0]);
      dates(file, Documents.json(bytes).path("components"), findings);
    }
  }

  private static void fields(String file, List<Field> fields, Findings findings) {
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
      fields(file, field.fields(), findings);
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
