package org.lienthong.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lienthong.eligibility.Status;
import org.lienthong.identity.Actor;
import org.lienthong.journey.Journey;

/** From what a sweep found to what became of it. */
class OffersTest extends OfferStory {

  @Test
  void offersWithEverythingFilledInAndStartsOneJourneyHoweverOftenItIsTold() {
    sweep(BENEFIT);
    tell(only().offer().id());
    sweep(BENEFIT);

    PersonalOffer offer = only();
    assertThat(offer.open()).isTrue();
    assertThat(offer.offer().grade()).isEqualTo(2);
    assertThat(offer.offer().amount()).isEqualTo(1_200_000);
    assertThat(offer.answerBy()).isNotNull();
    assertThat(offer.decided()).satisfies(a -> assertThat(a.status()).isEqualTo(Status.ELIGIBLE));
    assertThat(journeys.of(person)).hasSize(1);
    assertThat(journey(offer).state()).isEqualTo(Journey.State.OPEN);
  }

  @Test
  void grantsWhatIsConfirmedAfterDecidingAnew() {
    sweep(BENEFIT);
    put(person.ref(), "SMALL", 500);

    assertThat(answer(Offers.Answer.CONFIRM)).isInstanceOf(OfferAnswer.Taken.class);
    assertThat(only().offer().state()).isEqualTo("CONFIRMED");
    assertThat(only().decided())
        .satisfies(a -> assertThat(a.matchedRows()).containsExactly("small-thing"));
    assertThat(journeys.dossier(only().offer().id()))
        .hasEntrySatisfying(
            "entitlementAmount", fact -> assertThat(fact.value()).isEqualTo(600_000L));
    assertThat(answer(Offers.Answer.CONFIRM)).isInstanceOf(OfferAnswer.Stale.class);
  }

  @Test
  void doesNotGrantWhatIsNotDueAnyMore() {
    sweep(BENEFIT);
    put(person.ref(), "BIG", 1);

    assertThat(answer(Offers.Answer.CONFIRM)).isInstanceOf(OfferAnswer.Taken.class);
    assertThat(only().offer().state()).isEqualTo("WITHDRAWN");
    assertThat(only().decided())
        .satisfies(a -> assertThat(a.matchedRows()).containsExactly("thing-too-cheap"));
    assertThat(journey(only()).steps())
        .anySatisfy(s -> assertThat(s.elementId()).isEqualTo("End_NotDueAnyMore"));
  }

  @Test
  void doesNotOfferAgainWhatWasDeclinedUntilTheAnswerChanges() {
    sweep(BENEFIT);
    assertThat(answer(Offers.Answer.DECLINE)).isInstanceOf(OfferAnswer.Taken.class);
    sweep(BENEFIT);
    assertThat(only().offer().state()).isEqualTo("DECLINED");

    put(person.ref(), "SMALL", 500);
    sweep(BENEFIT);
    assertThat(offers.of(person))
        .extracting(o -> o.offer().state())
        .containsExactlyInAnyOrder("LIVE", "DECLINED");
    sweep(BENEFIT);
    assertThat(offers.of(person)).hasSize(2);
  }

  @Test
  void takesSilenceForANo() {
    sweep(BENEFIT);
    management
        .createJobQuery()
        .timers()
        .processInstanceId(instance(only().offer().id()))
        .list()
        .forEach(timer -> management.executeJob(timer.getId()));

    assertThat(only().offer().state()).isEqualTo("LAPSED");
    assertThat(answer(Offers.Answer.CONFIRM)).isInstanceOf(OfferAnswer.Stale.class);
    sweep(BENEFIT);
    assertThat(only().offer().state()).isEqualTo("LAPSED");
  }

  private String instance(String journey) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(journey)
        .singleResult()
        .getId();
  }

  @Test
  void endsTheJourneyOfAnOfferThatIsNotTrueAnyMore() {
    sweep(BENEFIT);
    put(person.ref(), "BIG", 1);
    sweep(BENEFIT);

    assertThat(only().offer().state()).isEqualTo("WITHDRAWN");
    assertThat(only().open()).isFalse();
    assertThat(journey(only()).state()).isEqualTo(Journey.State.WITHDRAWN);
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(only().offer().id())
                .count())
        .isZero();
  }

  @Test
  void onlyTellsWhereTheServiceGoesNoFurther() {
    population.put(person.ref(), Map.of("demoPoints", "12"));
    sweep(TOP_UP);

    assertThat(only().offer().grade()).isEqualTo(1);
    assertThat(only().open()).isFalse();
    assertThat(only().offer().live()).isTrue();
    assertThat(journey(only()).state()).isEqualTo(Journey.State.COMPLETED);
  }

  @Test
  void waitsForSomebodyWhomNobodyKnowsYet() {
    put("synthetic-1", "BIG", 500);
    sweep(BENEFIT);

    assertThat(book.of("synthetic-1"))
        .singleElement()
        .satisfies(o -> assertThat(o.journeyId()).isNull());
  }

  @Test
  void showsNobodyTheOffersOfOthers() {
    sweep(BENEFIT);
    Actor other = people.citizen("999999999999", "Người Khác");

    assertThat(offers.of(other)).isEmpty();
    assertThat(offers.answer(only().offer().id(), other, Offers.Answer.CONFIRM))
        .isInstanceOf(OfferAnswer.Unknown.class);
    assertThat(only().open()).isTrue();
  }

  @Test
  void knowsWhoOffersWhatAndHowFarItGoes() {
    assertThat(catalogue.offering(BENEFIT)).isPresent();
    assertThat(catalogue.offering("anything-else")).isPresent();
    assertThat(catalogue.proactivity(BENEFIT)).as("of its service").isEqualTo(2);
    assertThat(catalogue.proactivity(TOP_UP)).as("of the decision first").isEqualTo(1);
    assertThat(catalogue.proactivity("unknown")).isZero();
  }
}
