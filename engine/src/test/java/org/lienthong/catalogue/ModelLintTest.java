package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.feel.Feel;

/** Plays every attack of {@code attacks/attacks.csv} against the wall before the engine. */
class ModelLintTest {

  private static final Path ATTACKS = Path.of("src/test/resources/attacks");
  private static final String KEY = "demo-attack";

  private final ModelLint lint = new ModelLint(new Feel());

  @TestFactory
  Stream<DynamicTest> refusesEveryAttackByItsRule() throws IOException {
    return Files.readAllLines(ATTACKS.resolve("attacks.csv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split("\\|", -1)))
        .map(row -> DynamicTest.dynamicTest(row.get(0) + ": " + row.get(4), () -> play(row)));
  }

  private void play(List<String> row) throws IOException {
    String file = row.get(0);
    String path = row.get(2).isEmpty() ? KEY + file.substring(file.lastIndexOf('.')) : row.get(2);
    byte[] bytes = Files.readAllBytes(ATTACKS.resolve(file));

    List<Finding> findings =
        lint.check(new Folder(FolderKind.valueOf(row.get(1)), KEY, Map.of(path, bytes)));

    assertThat(findings.stream().map(Finding::rule).distinct().sorted().toList())
        .as("%s", findings)
        .containsExactly(row.get(3).split(" "));
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
              assertThat(finding.folder()).isEqualTo(KEY);
              assertThat(finding.file()).isEqualTo(path);
              assertThat(finding.message()).hasSizeBetween(20, 1_000).doesNotContain("\n");
            });
  }

  @Test
  void knowsEveryAttackFileOfTheFolder() throws IOException {
    List<String> told =
        Files.readAllLines(ATTACKS.resolve("attacks.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('|')))
            .toList();
    try (Stream<Path> files = Files.list(ATTACKS)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(n -> !n.equals("attacks.csv")))
          .containsExactlyInAnyOrderElementsOf(told);
    }
    assertThat(told).hasSizeGreaterThan(40);
  }

  @Test
  void passesWhatContentNeeds() throws IOException {
    assertThat(lint.check(folder(FolderKind.LIFE_EVENT, "demo-event"))).isEmpty();
    assertThat(lint.check(folder(FolderKind.DECISION, "demo-benefit"))).isEmpty();
    assertThat(lint.check(folder(FolderKind.AGENCY, "demo-office"))).isEmpty();
  }

  @Test
  void refusesATableOfMoreRowsThanAnybodyReads() {
    String row = "<rule id=\"r%d\"><inputEntry><text>1</text></inputEntry></rule>";
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 2_001; i++) {
      rows.append(row.formatted(i));
    }
    String table =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" \
        xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="D" name="d" namespace="urn:x">\
        <decision id="demo-attack-a" camunda:historyTimeToLive="P365D"><decisionTable id="T">\
        <input id="C"><inputExpression id="E"><text>a</text></inputExpression></input>\
        """
            + rows
            + "</decisionTable></decision></definitions>";
    assertThat(
            lint.check(
                new Folder(
                    FolderKind.DECISION,
                    KEY,
                    Map.of("demo-attack-a.dmn", table.getBytes(StandardCharsets.UTF_8)))))
        .extracting(Finding::rule)
        .containsExactly("dmn-too-many-rules");
  }

  @Test
  void refusesAFolderThatIsNone() {
    assertThat(lint.check(new Folder(FolderKind.SERVICE, "../Evil", Map.of())))
        .extracting(Finding::rule)
        .containsExactly("folder-name");
  }

  @Test
  void refusesFilesBeyondAnyUse() {
    assertThat(
            lint.check(
                new Folder(FolderKind.AGENCY, KEY, Map.of("a.csv", new byte[1024 * 1024 + 1]))))
        .extracting(Finding::rule)
        .containsExactly("file-too-large");
  }

  private static Folder folder(FolderKind kind, String key) throws IOException {
    Path root = Path.of("src/test/resources/harmless", key);
    Map<String, byte[]> files = new java.util.HashMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    assertThat(files).isNotEmpty();
    return new Folder(kind, key, files);
  }
}
