package org.lienthong.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lienthong.journey.Journey;
import org.lienthong.sweep.Figure;
import org.lienthong.sweep.Offer;

/** What stands is not offered again, what is not true any more goes, and who is told of it. */
class StandingOffersTest extends OfferStory {

  @Test
  void countsWhatWasGrantedAsReceived() {
    assertThat(figure()).isEqualTo(new Figure(BENEFIT, "01", 1, 1_200_000, 0));
    tellAll();
    answer(Offers.Answer.CONFIRM);

    assertThat(figure()).isEqualTo(new Figure(BENEFIT, "01", 1, 1_200_000, 1));
    assertThat(only().offer().state()).isEqualTo("CONFIRMED");
    assertThat(book.received(person.ref())).containsExactly(BENEFIT);
    book.end(person.ref(), List.of(BENEFIT));
    assertThat(figure()).as("what has ended is received no more").satisfies(this::unreceived);
    assertThat(book.of(person.ref())).extracting(Offer::state).containsOnly("LIVE", "ENDED");
  }

  private void unreceived(Figure figure) {
    assertThat(figure.receiving()).isZero();
  }

  private Figure figure() {
    String sweep = sweeps.overPopulation(DAY, List.of(BENEFIT), "s-test").id();
    sweeps.work();
    return sweeps.figures(sweep).stream()
        .filter(figure -> figure.province().equals("01"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void withdrawsAnOfferOfWhichTheRuleCannotSayAnyMoreThatItIsDue() {
    sweep(BENEFIT);
    Map<String, String> unknown = new HashMap<>();
    unknown.put("thingValue", null);
    population.put(person.ref(), unknown);
    sweep(BENEFIT);

    assertThat(only().offer().state()).isEqualTo("WITHDRAWN");
    assertThat(journey(only()).state()).isEqualTo(Journey.State.WITHDRAWN);
  }

  @Test
  void keepsWhatWasTurnedDownThroughAGapInTheFacts() {
    sweep(BENEFIT);
    answer(Offers.Answer.DECLINE);
    Map<String, String> unknown = new HashMap<>();
    unknown.put("thingValue", null);
    population.put(person.ref(), unknown);
    sweep(BENEFIT);
    put(person.ref(), "BIG", 500);
    sweep(BENEFIT);

    assertThat(only().offer().state()).isEqualTo("DECLINED");
  }

  @Test
  void doesNotLetAFileThatKnowsLessTakeAnOfferAway() {
    sweep(BENEFIT);
    String csv =
        "personRef,regionCode,thingDate,thingKind\n" + person.ref() + ",01,2025-08-01,BIG\n";
    sweeps.overFile(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        DAY,
        List.of(BENEFIT),
        "s-test");
    sweeps.work();

    assertThat(only().offer().live()).isTrue();
  }

  @Test
  void tellsWhoeverActsForAPersonWhoCannot() {
    put(person.ref(), "BIG", 1);
    put("child-1", "BIG", 500);
    population.put("child-1", Map.of("representative", person.ref()));
    sweep(BENEFIT);

    assertThat(only().offer().personRef()).isEqualTo("child-1");
    assertThat(only().about()).as("nobody knows the child's name").isEmpty();
    assertThat(only().open()).isTrue();
    assertThat(book.of("child-1")).isEmpty();
    assertThat(answer(Offers.Answer.CONFIRM)).isInstanceOf(OfferAnswer.Taken.class);
    assertThat(journey(only()).state()).isEqualTo(Journey.State.COMPLETED);
    assertThat(book.received("child-1")).containsExactly(BENEFIT);
    assertThat(book.received(person.ref())).isEmpty();
  }

  @Test
  void offersNothingToTheDead() {
    population.put(person.ref(), Map.of("lostOn", "2025-08-01"));
    sweep(BENEFIT);

    assertThat(only().offer().journeyId()).isNull();
    assertThat(journeys.of(person)).isEmpty();
  }
}
