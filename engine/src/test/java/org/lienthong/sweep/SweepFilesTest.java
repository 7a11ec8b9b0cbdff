package org.lienthong.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file is read to its end or refused, and never kept longer than it is needed. */
class SweepFilesTest extends SweepStory {

  @Test
  void tellsBadRowsByLineAndGoesOn() {
    Sweep sweep =
        start(HEADER + person("p1", 100) + "p2,01,soon,BIG,100\n" + person("p3", 100) + "p4\n");
    assertThatThrownBy(() -> dyingAt(1, true).work()).isInstanceOf(Death.class);
    assertThat(sweeps.problems(sweep.id())).isEmpty();
    sweeps.work();

    assertThat(now(sweep).entitled()).isEqualTo(2);
    assertThat(now(sweep).problems()).isEqualTo(2);
    assertThat(sweeps.problems(sweep.id())).extracting(BadRow::line).containsExactly(3L, 5L);
    assertThat(sweeps.problems(sweep.id()).get(0))
        .isEqualTo(new BadRow(3, "thingDate", "not-a-date"));
  }

  @Test
  void countsNoFileAsThePopulation() {
    Sweep whole =
        sweeps.overFile(
            new ByteArrayInputStream(seven().getBytes(StandardCharsets.UTF_8)),
            DAY,
            List.of(),
            "s-test");
    sweeps.work();

    assertThat(now(whole).entitled()).isEqualTo(7);
    assertThat(sweeps.nonTakeUp()).isEmpty();
  }

  @Test
  void refusesAFileThatNamesUnknownFacts() {
    assertThatThrownBy(() -> start("personRef,thingDate,shoeSize\np1,2025-08-01,44\n"))
        .isInstanceOfSatisfying(
            BadFile.class,
            e -> assertThat(e.columns()).containsExactly(Map.entry("shoeSize", "unknown-column")));
    assertThat(sweeps.newest()).isEmpty();
  }

  @Test
  void deletesTheFileOfASweepThatFails() {
    Sweep sweep = start(seven());
    OfferRows broken =
        new OfferRows(jdbc) {
          @Override
          void write(List<Offer> made, List<Offer> changed, List<Offer> withdrawn, boolean urgent) {
            throw new IllegalStateException("p1");
          }
        };
    new SweepRunner(rows, broken, figures, grounds, catalogue, transaction, clock, Duration.ZERO)
        .work();

    assertThat(now(sweep).state()).isEqualTo(Sweep.State.FAILED);
    assertThat(now(sweep).problemCode()).isEqualTo("sweep-failed");
    assertThat(parts()).isZero();
  }

  @Test
  void refusesWhatIsNoTextAndNamesTheLine() {
    byte[] text = (HEADER + person("p1", 100) + "p?").getBytes(StandardCharsets.UTF_8);
    text[text.length - 1] = (byte) 0xC3;
    for (byte wrong : new byte[] {(byte) 0xC3, (byte) 0xFF, 0}) {
      text[text.length - 1] = wrong;
      assertThatThrownBy(() -> start(text))
          .isInstanceOfSatisfying(BadFile.class, e -> assertThat(e.line()).isEqualTo(3));
    }
    assertThatThrownBy(() -> start(HEADER + person("p1", 100).repeat(100)))
        .isInstanceOfSatisfying(FileTooLarge.class, e -> assertThat(e.limit()).isEqualTo(2048));
    assertThat(parts()).isZero();
    assertThat(sweeps.newest()).isEmpty();
  }

  @Test
  void readsCharactersThatAreCutBetweenParts() {
    String text = "a" + "đ".repeat(150) + "\n" + "ơ".repeat(59);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(files.keep("cut", new ByteArrayInputStream(bytes))).isEqualTo(2);
    assertThat(parts()).isEqualTo(5);
    assertThat(String.join("\n", files.open("cut").lines().toList())).isEqualTo(text);
  }

  @Test
  void forgetsFilesWhoseSweepNeverBeganAfterADay() {
    Sweep sweep = start(seven());
    files.keep("lost", new ByteArrayInputStream(new byte[] {'p'}));
    long before = parts();
    files.forgetOrphans();
    assertThat(parts()).isEqualTo(before);
    jdbc.update("update sweep_part set kept_at = ?", SweepRows.at(Instant.EPOCH));
    files.forgetOrphans();
    assertThat(parts()).isEqualTo(before - 1);
    sweeps.work();
    assertThat(now(sweep).state()).isEqualTo(Sweep.State.DONE);
  }
}
