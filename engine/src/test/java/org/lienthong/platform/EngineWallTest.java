package org.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.platform.AttackFlags.Reached;

/**
 * Plays what an engine would run or fetch against the engine itself, past the linter that would
 * have refused it: behind the walls it reaches nothing, and in an engine without them it does what
 * it is made for, so that a wall that fell would show. What has no such aim (shapes, names, loops)
 * is for the linter alone, in {@code ModelLintTest}.
 */
class EngineWallTest extends WalledEngine {

  /**
   * The engine makes this one's object while it parses, before any wall but the linter is asked.
   */
  private static final String MADE_BY_THE_PARSER = "form-handler.bpmn";

  private static ProcessEngine open;

  @BeforeAll
  static void buildWithoutWalls() {
    open = engine("open", false);
  }

  @AfterAll
  static void closeIt() {
    open.close();
  }

  @TestFactory
  Stream<DynamicTest> stopsWhatWouldWorkWithoutIt() throws IOException {
    List<String[]> attacks =
        Files.readAllLines(ATTACKS.resolve("attacks.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\\|", -1))
            .filter(row -> row.length > 5)
            .toList();
    assertThat(attacks).hasSizeGreaterThan(45);
    return attacks.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0] + ": " + row[4], () -> attack(row[0], Reached.valueOf(row[5]))));
  }

  private void attack(String name, Reached expected) throws IOException {
    assertThat(reached(walled, name))
        .as("behind the walls: %s", outcome)
        .isEqualTo(name.equals(MADE_BY_THE_PARSER) ? EnumSet.of(Reached.OBJECT_MADE) : Set.of());

    System.setProperty(SCHEMAS, "all");
    try {
      assertThat(reached(open, name)).as("without walls: %s", outcome).contains(expected);
    } finally {
      System.setProperty(SCHEMAS, LIMIT);
    }
  }

  private Set<Reached> reached(ProcessEngine engine, String name) throws IOException {
    forget();
    play(engine, name, Files.readAllBytes(ATTACKS.resolve(name)));
    if (Files.deleteIfExists(COMMAND_RAN)) {
      AttackFlags.reached.add(Reached.CODE_RAN);
    }
    if (requests.get() > 0) {
      AttackFlags.reached.add(Reached.FETCHED);
    }
    return AttackFlags.reached;
  }
}
