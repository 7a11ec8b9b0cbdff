package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lienthong.sandbox.Sandbox;

/** The agencies' folders make a sandbox: rules, registers and samples are in order. */
class SandboxTest {

  @Test
  void startsFromTheFoldersAlone() {
    assertThatCode(() -> Sandbox.start(Home.PATH, 0).close()).doesNotThrowAnyException();
  }

  @Test
  void knowsTwoHundredPeople() throws Exception {
    try (Stream<Path> files = Files.walk(Home.PATH.resolve("processes/agencies"))) {
      List<Path> people = files.filter(f -> f.endsWith("registers/people.csv")).toList();
      assertThat(people).hasSize(1);
      try (Stream<String> lines = Files.lines(people.get(0))) {
        assertThat(lines.count() - 1).isGreaterThanOrEqualTo(200);
      }
    }
  }
}
