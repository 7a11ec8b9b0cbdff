package org.lienthong.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sweep of a file on the command line. */
class SweepCommandTest {

  private static final String HEADER =
      "personRef,birthDate,provinceCode,monthlyPension,householdPoverty,otherSocialAllowance,"
          + "socialPensionRequested,receives\n";
  private static final String DECISION = "social-pension-entitlement";

  @TempDir Path folder;
  private Path people;
  private Path out;
  private String said = "";

  @BeforeEach
  void files() throws IOException {
    people = folder.resolve("people.csv");
    out = folder.resolve("entitled.csv");
    Files.writeString(
        people,
        HEADER
            + "e1,1945-03-02,48,0,NONE,0,true,[]\n"
            + "e2,1990-03-02,48,0,NONE,0,true,[]\n"
            + "secret,1945-02-30,48,0,NONE,0,true,[]\n"
            + "e4,1940-03-02,48,0,NONE,0,true,\"[\"\""
            + DECISION
            + "\"\"]\"\n");
  }

  private int sweep(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    if (!all.contains("--content")) {
      all.addAll(List.of("--content", System.getProperty("lienthong.content", "..")));
    }
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = SweepCommand.run(all, new PrintStream(err, true, StandardCharsets.UTF_8));
    said = err.toString(StandardCharsets.UTF_8);
    return code;
  }

  @Test
  void writesWhoIsEntitledAndGoesOnAfterABadRow() throws IOException {
    int code =
        sweep(
            "--file",
            people.toString(),
            "--day=2026-01-01",
            "--out",
            out.toString(),
            "--decisions",
            DECISION);

    assertThat(code).as(said).isEqualTo(SweepCommand.SOME_LEFT_OUT);
    assertThat(Files.readAllLines(out))
        .satisfiesExactly(
            header -> assertThat(header).startsWith("personRef,decision,service,amount,currency"),
            one ->
                assertThat(one)
                    .startsWith("e1," + DECISION + ",social-pension,5")
                    .endsWith("false"),
            one -> assertThat(one).startsWith("e4," + DECISION).endsWith("true"));
    assertThat(said)
        .contains("line 4, birthDate: not-a-date", "3 people, 2 entitlements", "1 rows left out")
        .doesNotContain("secret");
    assertThat(Files.readAllLines(folder.resolve("entitled.csv.problems.csv")))
        .containsExactly("line,field,code", "4,birthDate,not-a-date");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(3);
    }
  }

  @Test
  void saysKindlyWhatIsWrong() throws IOException {
    String file = people.toString();
    wrong("--file is missing", "--out", out.toString());
    wrong("--out is missing", "--file", file);
    wrong("no file", "--file", "nowhere.csv", "--out", out.toString());
    wrong("its folder must be there", "--file", file, "--out", "no/such/folder.csv");
    wrong("three different files", "--file", file, "--out", file);
    wrong("such as 2026-01-31", "--file", file, "--out", out.toString(), "--day", "2026-02-30");
    wrong("There is no option --dya", "--file", file, "--out", out.toString(), "--dya", "x");
    wrong("--out needs a value", "--file", file, "--out");
    wrong("given twice", "--file", file, "--file", file);
    wrong("no folder", "--file", file, "--out", out.toString(), "--content", folder.toString());
    assertThat(out).doesNotExist();
    assertThat(sweep("--help")).isZero();
    assertThat(said).contains("usage:", "--decisions");
  }

  @Test
  void refusesADecisionOrAFileThatIsNone() throws IOException {
    wrong(
        "called no-such",
        "--file",
        people.toString(),
        "--out",
        out.toString(),
        "--decisions=no-such");
    Files.writeString(people, "personRef,shoeSize\np1,44\n");
    assertThat(sweep("--file", people.toString(), "--out", out.toString())).isEqualTo(2);
    assertThat(said).contains("line 1, shoeSize: unknown-column");
    Files.write(people, new byte[] {'a', '\n', (byte) 0xFF});
    assertThat(sweep("--file", people.toString(), "--out", out.toString())).isEqualTo(2);
    assertThat(said).contains("line 2 is no text in UTF-8");
    assertThat(out).doesNotExist();
  }

  private void wrong(String words, String... asked) {
    assertThat(sweep(asked)).as(said).isEqualTo(SweepCommand.WRONG);
    assertThat(said).contains(words);
  }
}
