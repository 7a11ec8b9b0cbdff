package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Folder;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every example of every table gives what it promises, and every row is hit by some example. */
@DecisionsTest
class DecisionExamplesTest {

  @Autowired Eligibility eligibility;

  @TestFactory
  Stream<DynamicNode> examples() {
    return DecisionFolders.all().stream()
        .map(folder -> DynamicContainer.dynamicContainer(folder.key(), decisions(folder)));
  }

  private Stream<DynamicNode> decisions(Folder folder) {
    JsonNode examples = DecisionFolders.yaml(folder, "examples.yaml");
    return DecisionFolders.models(folder).entrySet().stream()
        .map(
            model -> {
              Set<String> rows = new TreeSet<>();
              model.getValue().getModelElementsByType(Rule.class).forEach(r -> rows.add(r.getId()));
              return decision(folder, model.getKey(), rows, examples.path(model.getKey()));
            });
  }

  private DynamicNode decision(Folder folder, String key, Set<String> rows, JsonNode entry) {
    String file = "decisions/" + folder.key() + "/examples.yaml";
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(
        DynamicTest.dynamicTest("says what it rests on", () -> restsOnSomething(file, entry)));
    for (JsonNode example : entry.path("examples")) {
      String name = example.path("name").asString("an example without a name");
      tests.add(DynamicTest.dynamicTest(name, () -> holds(file, key, name, example)));
    }
    tests.add(
        DynamicTest.dynamicTest("every row is hit", () -> everyRowIsHit(file, key, rows, entry)));
    return DynamicContainer.dynamicContainer(key, tests);
  }

  private static void restsOnSomething(String file, JsonNode entry) {
    assertThat(entry.path("legalBasisChecked").isBoolean())
        .as("%s says legalBasisChecked: true or false: has somebody read the law?", file)
        .isTrue();
    assertThat(entry.path("legalBasisSource").asString(""))
        .as("%s says in legalBasisSource where the rule was read", file)
        .isNotBlank();
  }

  private void holds(String file, String key, String name, JsonNode example) {
    Assessment answer = evaluate(key, example);
    assertThat(answer.table())
        .as(
            "%s: «%s» is answered by another table than the one under which it stands; the facts"
                + " say where the person lives",
            file, name)
        .isEqualTo(key);
    JsonNode expected = example.path("expect");
    assertThat(expected.has("status"))
        .as("%s: the example «%s» needs a status under expect", file, name)
        .isTrue();
    expected
        .properties()
        .forEach(
            promise ->
                assertThat(actual(answer, promise.getKey()))
                    .as(
                        "%s: «%s» promises another %s than the table %s gives (rows %s, reason %s,"
                            + " missing %s). Mend the table, or the example if the law says so.",
                        file,
                        name,
                        promise.getKey(),
                        key,
                        answer.matchedRows(),
                        answer.reasonKey(),
                        answer.missing())
                    .isEqualTo(plain(promise.getValue())));
  }

  private Assessment evaluate(String key, JsonNode example) {
    return Examples.evaluate(eligibility, key, example);
  }

  /** What the answer says under a name of the example, as text; lists are sorted. */
  private static String actual(Assessment answer, String name) {
    Object value =
        switch (name) {
          case "status" -> answer.status();
          case "amount" -> answer.amount();
          case "periodicity" -> answer.periodicity();
          case "currency" -> answer.currency();
          case "jurisdiction" -> answer.jurisdiction();
          case "row" -> String.join(", ", answer.matchedRows());
          case "rows" -> sorted(answer.matchedRows().stream());
          case "missing" -> sorted(answer.missing().stream());
          case "reason" -> answer.reasonKey();
          default -> answer.outputs().get(name);
        };
    return String.valueOf(value);
  }

  private static String plain(JsonNode promised) {
    return promised.isArray()
        ? sorted(promised.values().stream().map(JsonNode::asString))
        : promised.isNull() ? "null" : promised.asString();
  }

  private static String sorted(Stream<String> names) {
    return String.join(", ", new TreeSet<>(names.toList()));
  }

  private void everyRowIsHit(String file, String key, Set<String> rows, JsonNode entry) {
    Set<String> unhit = new TreeSet<>(rows);
    for (JsonNode example : entry.path("examples")) {
      unhit.removeAll(evaluate(key, example).matchedRows());
    }
    assertThat(unhit)
        .as(
            "Rows of %s that no example hits. Add an example for each to %s, or drop the row if no"
                + " case can reach it.",
            key, file)
        .isEmpty();
  }
}
