package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Folder;
import tools.jackson.databind.JsonNode;

/** Every answer has its words, in every language: a reason per row, and each legal basis. */
class TextsTest {

  @TestFactory
  Stream<DynamicTest> everyRowHasItsWords() {
    return DecisionFolders.all().stream()
        .flatMap(
            folder ->
                Stream.of("vi", "en")
                    .map(
                        language ->
                            DynamicTest.dynamicTest(
                                folder.key() + " " + language, () -> inStep(folder, language))));
  }

  private static void inStep(Folder folder, String language) {
    String file = "texts." + language + ".yaml";
    Set<String> needed = needed(folder);
    Set<String> written = new TreeSet<>();
    collect("", DecisionFolders.yaml(folder, file), written);

    Set<String> absent = new TreeSet<>(needed);
    absent.removeAll(written);
    assertThat(absent)
        .as("Texts that decisions/%s/%s needs and does not have. Write them.", folder.key(), file)
        .isEmpty();
    Set<String> orphans = new TreeSet<>(written);
    orphans.removeAll(needed);
    assertThat(orphans)
        .as("Texts of decisions/%s/%s that nothing shows. Drop them.", folder.key(), file)
        .isEmpty();
  }

  private static Set<String> needed(Folder folder) {
    Set<String> keys = new TreeSet<>();
    DecisionFolders.models(folder)
        .forEach(
            (decision, model) -> {
              keys.add(decision + ".title");
              for (Rule rule : model.getModelElementsByType(Rule.class)) {
                keys.add(decision + "." + rule.getId());
                keys.add("legalBasis." + legalBasis(model, rule));
              }
            });
    return keys;
  }

  private static String legalBasis(DmnModelInstance model, Rule rule) {
    int column = 0;
    for (Output output : model.getModelElementsByType(Output.class)) {
      if (output.getName().equals("legalBasis")) {
        OutputEntry entry = rule.getOutputEntries().stream().skip(column).findFirst().orElseThrow();
        return entry.getText().getTextContent().strip().replace("\"", "");
      }
      column++;
    }
    throw new AssertionError("the decision has no output legalBasis");
  }

  private static void collect(String path, JsonNode node, Set<String> keys) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              child ->
                  collect(
                      path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
                      child.getValue(),
                      keys));
    } else if (!node.asString("").isBlank()) {
      keys.add(path);
    }
  }
}
