package org.lienthong.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Everybody who is entitled is found, once, whatever happens meanwhile. */
class SweepsTest extends SweepStory {

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
