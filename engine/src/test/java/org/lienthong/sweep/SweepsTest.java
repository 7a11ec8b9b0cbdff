package org.lienthong.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.catalogue.Catalogue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
@TestPropertySource(
    properties = {
      "lienthong.sweep.batch=2",
      "lienthong.sweep.lease=PT0S",
      "lienthong.sweep.file-part=100B",
      "lienthong.sweep.file-limit=2KB",
      "lienthong.sweep.offers-per-second=2"
    })
@Import(SweepsTest.Heard.class)
class SweepsTest {

  private static final LocalDate DAY = LocalDate.of(2025, 8, 15);
  private static final String HEADER = "personRef,regionCode,thingDate,thingKind,thingValue\n";
  private static final String NOBODY = "zz-matches-nothing";

  @Autowired Sweeps sweeps;
  @Autowired SweepRows rows;
  @Autowired OfferRows offers;
  @Autowired FigureRows figures;
  @Autowired Grounds grounds;
  @Autowired Catalogue catalogue;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  @Autowired JdbcTemplate jdbc;
  @Autowired SweepFiles files;
  @Autowired OfferQueue queue;
  @Autowired Heard heard;

  /** Hears what is told. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Heard {
    final List<EntitlementFound> events = new ArrayList<>();

    @EventListener
    void on(EntitlementFound event) {
      events.add(event);
    }
  }

  /** The machine dies: nothing of ours sees it. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }

  @BeforeEach
  void empty() {
    List.of("sweep", "sweep_part", "offer", "sweep_figure", "sweep_problem")
        .forEach(table -> jdbc.update("delete from " + table));
    heard.events.clear();
  }

  private static String person(String ref, int value) {
    return ref + ",01,2025-08-01,BIG," + value + "\n";
  }

  private static String seven() {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 1; i <= 7; i++) {
      csv.append(person("p" + i, 100 * i));
    }
    return csv.append(NOBODY).append(",02,2025-08-01,BIG,1\n").toString();
  }

  private Sweep start(String csv) {
    return start(csv.getBytes(StandardCharsets.UTF_8));
  }

  private Sweep start(byte[] csv) {
    return sweeps.overFile(
        new ByteArrayInputStream(csv), DAY, List.of("demo-benefit-amount"), "s-test");
  }

  private Sweep now(Sweep sweep) {
    return sweeps.find(sweep.id()).orElseThrow();
  }

  private SweepRunner dyingAt(int part, boolean afterWriting) {
    int[] parts = {0};
    OfferRows dying =
        new OfferRows(jdbc) {
          @Override
          void write(List<Offer> made, List<Offer> changed, List<Offer> withdrawn) {
            parts[0]++;
            if (parts[0] == part && !afterWriting) {
              throw new Death();
            }
            super.write(made, changed, withdrawn);
            if (parts[0] == part) {
              throw new Death();
            }
          }
        };
    return new SweepRunner(
        rows, dying, figures, grounds, catalogue, transaction, clock, Duration.ZERO);
  }

  @Test
  void findsEverybodyWhoIsEntitledAndKeepsNothingOfOthers() {
    Sweep sweep = start(seven());
    assertThat(sweeps.work()).isEqualTo(1);

    Sweep done = now(sweep);
    assertThat(done.state()).isEqualTo(Sweep.State.DONE);
    assertThat(done.percent()).isEqualTo(100);
    assertThat(List.of(done.peopleTotal(), done.peopleDone(), done.entitled(), done.offersMade()))
        .containsExactly(8L, 8L, 7L, 7L);
    Offer offer =
        sweeps.offers(sweep.id(), null).stream()
            .filter(o -> o.personRef().equals("p1"))
            .findFirst()
            .orElseThrow();
    assertThat(offer.amount()).isEqualTo(1_200_000);
    assertThat(offer.currency()).isEqualTo("VND");
    assertThat(offer.rows()).containsExactly("big-thing");
    assertThat(offer.service()).isEqualTo("demo-benefit");
    assertThat(sweeps.figures(sweep.id()))
        .containsExactly(new Figure("demo-benefit-amount", "01", 7, 8_400_000, 0));
    assertThat(everything()).contains("p1").doesNotContain(NOBODY);
    assertThat(parts()).isZero();
  }

  private long parts() {
    return Objects.requireNonNull(
        jdbc.queryForObject("select count(*) from sweep_part", Long.class));
  }

  /** Every text of every table. */
  private String everything() {
    StringBuilder all = new StringBuilder();
    jdbc.queryForList(
            "select table_name from information_schema.tables where upper(table_schema) = 'PUBLIC'",
            String.class)
        .forEach(table -> all.append(jdbc.queryForList("select * from \"" + table + "\"")));
    return all.toString();
  }

  @Test
  void goesOnAfterACrashWithoutLeavingOutOrDoubling() {
    for (boolean afterWriting : new boolean[] {false, true}) {
      empty();
      Sweep sweep = start(seven());
      assertThatThrownBy(() -> dyingAt(3, afterWriting).work()).isInstanceOf(Death.class);

      assertThat(now(sweep).state()).isEqualTo(Sweep.State.RUNNING);
      assertThat(now(sweep).peopleDone()).isEqualTo(4);
      assertThat(sweeps.offers(sweep.id(), null)).hasSize(4);

      sweeps.work();
      assertThat(now(sweep).state()).isEqualTo(Sweep.State.DONE);
      assertThat(now(sweep).peopleDone()).isEqualTo(8);
      assertThat(sweeps.offers(sweep.id(), null))
          .extracting(Offer::personRef)
          .containsExactlyInAnyOrder("p1", "p2", "p3", "p4", "p5", "p6", "p7");
      assertThat(sweeps.figures(sweep.id())).extracting(Figure::entitled).containsExactly(7L);
    }
  }

  @Test
  void offersOnceHoweverOftenItIsSwept() {
    start(seven());
    sweeps.work();
    Sweep again = start(seven());
    sweeps.work();

    assertThat(now(again).entitled()).isEqualTo(7);
    assertThat(now(again).offersMade()).isZero();
    assertThat(jdbc.queryForObject("select count(*) from offer", Long.class)).isEqualTo(7);
  }

  @Test
  void offersOnceThoughTwoSweepsFindTheSameAtTheSameTime() {
    Sweep first = start(seven());
    Sweep second = start(seven());
    boolean[] overtaken = {false};
    OfferRows slow =
        new OfferRows(jdbc) {
          @Override
          Map<String, Offer> standing(List<String> people) {
            Map<String, Offer> seen = super.standing(people);
            if (!overtaken[0]) {
              overtaken[0] = true;
              CompletableFuture.runAsync(sweeps::work).join();
            }
            return seen;
          }
        };
    // its own until it has ended: the other sweep is all that is free
    Duration lease = Duration.ofHours(1);
    new SweepRunner(rows, slow, figures, grounds, catalogue, transaction, clock, lease).work();

    assertThat(now(first).state()).isEqualTo(Sweep.State.DONE);
    assertThat(now(second).state()).isEqualTo(Sweep.State.DONE);
    assertThat(now(first).offersMade() + now(second).offersMade()).isEqualTo(7);
    assertThat(now(first).entitled()).isEqualTo(7);
    assertThat(sweeps.figures(first.id())).isEqualTo(sweeps.figures(second.id()));
    assertThat(jdbc.queryForObject("select count(*) from offer", Long.class)).isEqualTo(7);
  }

  @Test
  void changesAndWithdrawsOffersWithTheFacts() {
    start(HEADER + person("p1", 100) + person("p2", 100));
    sweeps.work();
    String old = HEADER + "p1,01,2025-06-30,SMALL,100\n" + "p2,01,2025-08-01,BIG,1\n";
    Sweep second = start(old);
    sweeps.work();

    assertThat(sweeps.offers(second.id(), null))
        .singleElement()
        .satisfies(o -> assertThat(o.amount()).isEqualTo(500_000));
    assertThat(jdbc.queryForList("select person_ref from offer where state = 'LIVE'", String.class))
        .containsExactly("p1");
  }

  @Test
  void pausesGoesOnAndIsCancelled() {
    Sweep sweep = start(seven());
    assertThatThrownBy(() -> dyingAt(2, false).work()).isInstanceOf(Death.class);

    assertThat(sweeps.pause(sweep.id())).isTrue();
    assertThat(sweeps.pause(sweep.id())).isFalse();
    assertThat(sweeps.work()).isZero();
    assertThat(now(sweep).peopleDone()).isEqualTo(2);
    assertThat(sweeps.resume(sweep.id())).isTrue();
    assertThat(parts()).isGreaterThan(1);
    assertThat(sweeps.cancel(sweep.id())).isTrue();
    assertThat(parts()).isZero();
    assertThat(sweeps.cancel(sweep.id())).isFalse();
    assertThat(sweeps.work()).isZero();
    assertThat(now(sweep).state()).isEqualTo(Sweep.State.CANCELLED);
    assertThat(sweeps.pause("none")).isFalse();
  }

  @Test
  void stopsBetweenPartsWhenPausedMeanwhile() {
    Sweep sweep = start(seven());
    OfferRows pausing =
        new OfferRows(jdbc) {
          @Override
          Map<String, Offer> standing(List<String> people) {
            if (people.contains("p3")) {
              rows.state(sweep.id(), Sweep.State.PAUSED);
            }
            return super.standing(people);
          }
        };
    new SweepRunner(rows, pausing, figures, grounds, catalogue, transaction, clock, Duration.ZERO)
        .work();

    assertThat(now(sweep).state()).isEqualTo(Sweep.State.PAUSED);
    assertThat(now(sweep).peopleDone()).isEqualTo(4);
    sweeps.resume(sweep.id());
    sweeps.work();
    assertThat(now(sweep).entitled()).isEqualTo(7);
  }

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
          void write(List<Offer> made, List<Offer> changed, List<Offer> withdrawn) {
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

  @Test
  void tellsOfOffersNoFasterThanAllowed() {
    start(HEADER + person("p1", 100) + person("p2", 100) + person("p3", 100));
    sweeps.work();

    assertThat(queue.tell()).isEqualTo(2);
    assertThat(queue.tell()).isEqualTo(1);
    assertThat(queue.tell()).isZero();
    assertThat(heard.events)
        .extracting(EntitlementFound::personRef)
        .containsExactlyInAnyOrder("p1", "p2", "p3");
  }
}
