package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lienthong.catalogue.Folder;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.TableForm;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every rule of the benefits dossier is a decision, shown by examples, and nothing is passed off.
 */
@DecisionsTest
class CoverageTest {

  private static final Path RULES = Path.of("src/test/resources/rules.yaml");
  private static final String GENERAL_KNOWLEDGE = "general knowledge|to be compared|assumption";

  @Autowired Eligibility eligibility;

  @Test
  void everyRuleFromV01ToV45IsADecision() throws IOException {
    Map<String, List<String>> rules = rules();

    assertThat(rules.keySet())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 45).mapToObj("V%02d"::formatted).toList());
    assertThat(rules.values()).noneMatch(List::isEmpty);
    assertThat(rules.values().stream().flatMap(List::stream))
        .as("Every decision of this country's first layer answers one rule")
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(firstLayer());
  }

  @Test
  void atLeast42RulesAreCompiledToColumns() throws IOException {
    Set<String> slow =
        eligibility.rules().compilations().stream()
            .filter(form -> !form.compiled())
            .map(TableForm::decision)
            .collect(Collectors.toSet());

    assertThat(rules().values().stream().filter(r -> r.stream().noneMatch(slow::contains)))
        .as("Rules that a sweep decides in columns; not so: %s", slow)
        .hasSizeGreaterThanOrEqualTo(42);
  }

  @Test
  void atLeast400ExamplesShowTheFirstLayer() throws IOException {
    Map<String, Integer> examples = new TreeMap<>();
    entries().forEach((table, entry) -> examples.put(table, entry.path("examples").size()));
    Set<String> asked = firstLayer();
    int first =
        examples.entrySet().stream()
            .filter(e -> asked.contains(DecisionFolders.asked(e.getKey())))
            .mapToInt(Map.Entry::getValue)
            .sum();

    assertThat(first).isGreaterThanOrEqualTo(400);
    for (List<String> decisions : rules().values()) {
      assertThat(decisions.stream().mapToInt(examples::get).sum())
          .as("Examples of %s", decisions)
          .isGreaterThanOrEqualTo(4);
    }
  }

  /** A rule is only checked if somebody read the law; its source then says which. */
  @Test
  void noRuleThatRestsOnGeneralKnowledgeIsMarkedAsChecked() {
    List<String> claimed = new ArrayList<>();
    entries()
        .forEach(
            (table, entry) -> {
              if (entry.path("legalBasisChecked").asBoolean(false)
                  && matches(entry.path("legalBasisSource"))) {
                claimed.add(table);
              }
            });

    assertThat(claimed).isEmpty();
  }

  @Test
  void noAmountThatRestsOnGeneralKnowledgeIsMarkedAsChecked() throws IOException {
    Path home = Path.of(System.getProperty("lienthong.content")).resolve("decisions");
    JsonNode parameters =
        YAMLMapper.builder().build().readTree(Files.readString(home.resolve("parameters.yaml")));
    List<String> claimed = new ArrayList<>();
    parameters
        .properties()
        .forEach(
            parameter -> {
              for (JsonNode value : parameter.getValue().path("values")) {
                assertThat(value.path("checked").isBoolean()).as(parameter.getKey()).isTrue();
                if (value.path("checked").asBoolean() && matches(value.path("source"))) {
                  claimed.add(parameter.getKey() + " " + value.path("from").asString());
                }
              }
            });

    assertThat(claimed).isEmpty();
  }

  private static boolean matches(JsonNode source) {
    return source.asString("").matches("(?s).*(" + GENERAL_KNOWLEDGE + ").*");
  }

  /** The decisions that people ask, without other countries' and those that weigh others. */
  private Set<String> firstLayer() {
    return eligibility.decisions().stream()
        .filter(decision -> !decision.matches("[a-z]{2}-.*"))
        .filter(decision -> !decision.startsWith("concurrence-"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, JsonNode> entries() {
    Map<String, JsonNode> entries = new TreeMap<>();
    for (Folder folder : DecisionFolders.all()) {
      DecisionFolders.yaml(folder, "examples.yaml")
          .properties()
          .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
    }
    return entries;
  }

  private static Map<String, List<String>> rules() throws IOException {
    Map<String, List<String>> rules = new TreeMap<>();
    YAMLMapper.builder()
        .build()
        .readTree(Files.readString(RULES))
        .properties()
        .forEach(
            rule ->
                rules.put(
                    rule.getKey(),
                    rule.getValue().values().stream().map(JsonNode::asString).toList()));
    return rules;
  }
}
