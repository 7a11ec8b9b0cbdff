package org.lienthong.catalogue;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the dated amounts are called: {@code label: {vi: …, en: …}} of each, kept beside its values
 * so that whoever adds an amount names it in the same place. People read it where a decision tells
 * what it rests on.
 */
final class ParameterLabels implements Check {

  /** The texts of the folder of parameters: {@code <key>.label} in each language. */
  static Map<String, Map<String, String>> read(byte[] bytes) {
    Map<String, Map<String, String>> byLanguage = new TreeMap<>();
    for (Map.Entry<String, JsonNode> parameter : Documents.yaml(bytes).properties()) {
      for (Map.Entry<String, JsonNode> label : parameter.getValue().path("label").properties()) {
        byLanguage
            .computeIfAbsent(label.getKey(), language -> new TreeMap<>())
            .put(parameter.getKey() + ".label", label.getValue().asString("").strip());
      }
    }
    return byLanguage;
  }

  @Override
  public void check(Content content, Contents all, Findings findings) {
    for (String parameter : content.parameters().keys()) {
      for (String language : TextsInStep.LANGUAGES) {
        Map<String, String> texts = content.texts().byLanguage().getOrDefault(language, Map.of());
        if (texts.getOrDefault(parameter + ".label", "").isBlank()) {
          findings.error(
              "parameter-label",
              Parameters.FILE,
              parameter,
              parameter
                  + " has no name in the language "
                  + language
                  + ", and people read it where a decision is explained. Write label: {vi: …, en:"
                  + " …} beside its unit.");
        }
      }
    }
  }
}
