package org.lienthong.sandbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a folder is said when the sandbox starts, with the place and the mend. */
class WorldTest {

  @TempDir Path home;
  private Path agency;

  @BeforeEach
  void copyContent() throws IOException {
    Path source = Path.of("src/test/resources/asking/processes/agencies");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path target = home.resolve("processes/agencies").resolve(source.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    agency = home.resolve("processes/agencies/demo-registry");
  }

  @Test
  void namesAnExpressionThatIsNotFeel() throws IOException {
    change("agency.yaml", "notice = null", "notice = = null");
    refusesToStart("demo-registry", "find-notice.refuses", "notice = = null");
  }

  @Test
  void namesARegisterThatNobodyKeeps() throws IOException {
    change("agency.yaml", "register: demo-births", "register: demo-deaths");
    refusesToStart("demo-registry", "registers/demo-deaths.csv");
  }

  @Test
  void namesAProblemThatTheContractDoesNotDeclare() throws IOException {
    change("agency.yaml", "problem: notice-used", "problem: notice-spent");
    refusesToStart("find-notice", "notice-spent", "422");
  }

  @Test
  void namesRulesForAnOperationThatDoesNotExist() throws IOException {
    change("agency.yaml", "register-items:", "register-item:");
    refusesToStart("register-item", "openapi.yaml");
  }

  @Test
  void namesACellThatDoesNotFitItsColumn() throws IOException {
    change("registers/demo-notices.csv", "2026-03-02", "2026-02-30");
    refusesToStart("demo-notices", "row 3", "eventDate");
  }

  @Test
  void namesAKeyThatStandsTwice() throws IOException {
    change("registers/demo-people.csv", "P2,", "P1,");
    refusesToStart("demo-people", "row 3", "number");
  }

  @Test
  void namesAnOperationWithoutAnyReply() throws IOException {
    Files.delete(home.resolve("processes/agencies/demo-bank/replies/get-rate.json"));
    refusesToStart("demo-bank", "get-rate", "replies/get-rate.json");
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = agency.resolve(file);
    String text = Files.readString(path);
    Files.writeString(path, text.replace(from, to));
  }

  private void refusesToStart(String... words) {
    assertThatThrownBy(() -> World.read(home, Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains(words);
  }
}
