package org.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.platform.AttackFlags.Reached;

/** Plays every attack against the engine itself, past the linter that would have refused it. */
class EngineWallTest extends WalledEngine {

  /** They would not end; the linter alone stops them. */
  private static final Set<String> WITHOUT_END =
      Set.of(
          "endless-loop.bpmn",
          "endless-loop-subprocess.bpmn",
          "condition-feel-bomb.bpmn",
          "call-itself.bpmn",
          "timer-cycle.bpmn",
          "feel-bomb.dmn",
          "feel-redos.dmn");

  /** The engine makes these while it parses, before any wall but the linter is asked. */
  private static final Set<String> MADE_BY_THE_PARSER =
      Set.of("form-handler.bpmn", "form-validator.bpmn");

  @TestFactory
  Stream<DynamicTest> runsNothingOfAnyModelThatTheLinterWouldHaveRefused() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(ATTACKS)) {
      files = all.filter(f -> f.toString().matches(".*\\.(bpmn|dmn|cmmn)")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(80);
    return files.stream()
        .filter(f -> !WITHOUT_END.contains(f.getFileName().toString()))
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> attack(f)));
  }

  private void attack(Path file) throws IOException {
    forget();
    String name = file.getFileName().toString();
    play(walled, name, Files.readAllBytes(file));

    if (MADE_BY_THE_PARSER.contains(name)) {
      assertThat(AttackFlags.reached).doesNotContain(Reached.CODE_RAN);
    } else {
      assertThat(AttackFlags.reached).doesNotContain(Reached.CODE_RAN, Reached.OBJECT_MADE);
    }
    assertThat(requests).hasValue(0);
  }

  /** Without the walls the same models do their work: the tests above can fail. */
  @Test
  void knowsThatTheAttacksWork() throws IOException {
    ProcessEngine open = engine("open", false);
    try {
      for (String name : List.of("class.bpmn", "execution-listener.bpmn", "event-class.bpmn")) {
        forget();
        play(open, name, Files.readAllBytes(ATTACKS.resolve(name)));
        assertThat(AttackFlags.reached).as(name).contains(Reached.CODE_RAN);
      }
      forget();
      String feel =
          "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"feel\">bean.run() = \"ran\"</bpmn:conditionExpression>";
      play(open, "demo-attack.bpmn", model(feel, "").getBytes(StandardCharsets.UTF_8));
      assertThat(AttackFlags.reached).as("FEEL calls Java: " + outcome).contains(Reached.CODE_RAN);
      forget();
      play(walled, "demo-attack.bpmn", model(feel, "").getBytes(StandardCharsets.UTF_8));
      assertThat(AttackFlags.reached).doesNotContain(Reached.CODE_RAN);
    } finally {
      open.close();
    }
  }
}
