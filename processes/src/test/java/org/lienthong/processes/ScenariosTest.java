package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.scenario.Played;
import org.lienthong.scenario.Scenario;
import org.lienthong.scenario.Scenarios;

/** Plays every story that the content tells about itself. */
class ScenariosTest {

  private static final Pattern PROCESS = Pattern.compile("<bpmn:process id=\"([^\"]+)\"");
  private static final Pattern NODE =
      Pattern.compile(
          "<bpmn:\\w*(?:Event|Task|Gateway|callActivity|subProcess)\\b[^>]*? id=\"([^\"]+)\""
              + "|<bpmn:(?:callActivity|subProcess|task)\\b[^>]*? id=\"([^\"]+)\"");

  private static final Scenarios SCENARIOS = new Scenarios(Home.PATH);
  private static final Set<String> VISITED = new TreeSet<>();
  private static boolean whole = true;

  @TestFactory
  Stream<DynamicTest> everyScenarioPlaysAsTold() {
    List<Scenario> all = SCENARIOS.all();
    assertThat(all).as("stories in processes/**/scenarios.yaml").isNotEmpty();
    return Stream.concat(
        all.stream().map(scenario -> dynamicTest(scenario.toString(), () -> play(scenario))),
        Stream.of(
            dynamicTest("every flow node is visited by some story", ScenariosTest::everyNode)));
  }

  private static void play(Scenario scenario) {
    Played played = SCENARIOS.play(scenario);
    VISITED.addAll(played.visited());
    whole &= played.asTold();
    assertThat(played.problems()).as("%s (%s)", scenario, scenario.why()).isEmpty();
  }

  /** A node that no story visits is a promise that nobody has tried. */
  private static void everyNode() throws IOException {
    assumeThat(whole).as("all stories played as told; what failed above says enough").isTrue();
    Set<String> missing = new TreeSet<>();
    for (Path model : models()) {
      missing.addAll(nodes(model));
    }
    missing.removeAll(VISITED);
    assertThat(missing)
        .as("flow nodes that no scenario visits; add a story to the folder's scenarios.yaml")
        .isEmpty();
  }

  private static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.walk(Home.PATH.resolve("processes"), 3)) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  private static Set<String> nodes(Path model) throws IOException {
    String xml = Files.readString(model);
    var process = PROCESS.matcher(xml);
    assertThat(process.find()).as("a process in %s", model).isTrue();
    Set<String> nodes = new TreeSet<>();
    NODE.matcher(xml)
        .results()
        .forEach(
            node ->
                nodes.add(
                    process.group(1)
                        + "/"
                        + (node.group(1) == null ? node.group(2) : node.group(1))));
    return nodes;
  }
}
