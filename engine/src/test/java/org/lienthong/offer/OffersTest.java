package org.lienthong.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.eligibility.Status;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Journeys;
import org.lienthong.population.FactColumns;
import org.lienthong.population.FactKind;
import org.lienthong.population.PeopleTable;
import org.lienthong.sweep.EntitlementFound;
import org.lienthong.sweep.EntitlementLost;
import org.lienthong.sweep.Offer;
import org.lienthong.sweep.OfferBook;
import org.lienthong.sweep.Sweeps;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** From what a sweep found to what became of it. */
@EngineTest
@TestPropertySource(
    properties = {"lienthong.sweep.lease=PT0S", "lienthong.sweep.files=target/sweeps"})
class OffersTest {

  private static final String BENEFIT = "demo-benefit-amount";
  private static final String TOP_UP = "demo-top-up-amount";
  private static final LocalDate DAY = LocalDate.of(2025, 8, 15);

  @Autowired Offers offers;
  @Autowired OfferBook book;
  @Autowired Sweeps sweeps;
  @Autowired Journeys journeys;
  @Autowired PeopleTable population;
  @Autowired People people;
  @Autowired Catalogue catalogue;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired ApplicationEventPublisher events;
  @Autowired JdbcTemplate jdbc;

  Actor person;

  @BeforeEach
  void somebodyWithABigThing() {
    jdbc.update("delete from offer");
    String number = String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 24 | 1L << 39);
    person = people.citizen(number.substring(0, 12), "Nguyễn Thử");
    Map<String, FactKind> kinds = new LinkedHashMap<>();
    kinds.put("regionCode", FactKind.TEXT);
    kinds.put("thingDate", FactKind.DATE);
    kinds.put("thingKind", FactKind.TEXT);
    kinds.put("thingValue", FactKind.INTEGER);
    kinds.put("demoPoints", FactKind.INTEGER);
    population.load(new FactColumns(kinds), each -> {});
    put(person.ref(), "BIG", 500);
  }

  private void put(String ref, String kind, int value) {
    Map<String, String> facts = new HashMap<>();
    facts.put("regionCode", "01");
    facts.put("thingDate", "2025-08-01");
    facts.put("thingKind", kind);
    facts.put("thingValue", String.valueOf(value));
    population.put(ref, facts);
  }

  /** Sweeps, and tells of what it found as the queue does. */
  private void sweep(String decision) {
    sweeps.overPopulation(DAY, List.of(decision), "s-test");
    sweeps.work();
    jdbc.queryForList("select id from offer where state = 'LIVE'", String.class)
        .forEach(this::tell);
    book.of(person.ref()).stream()
        .filter(offer -> offer.state().equals("WITHDRAWN") && offer.journeyId() != null)
        .forEach(o -> events.publishEvent(new EntitlementLost(o.id(), o.id())));
  }

  private void tell(String id) {
    Offer o = book.find(id).orElseThrow();
    events.publishEvent(
        new EntitlementFound(
            id, o.personRef(), o.decision(), o.service(), o.grade(), null, null, null, DAY));
  }

  private PersonalOffer only() {
    List<PersonalOffer> mine = offers.of(person);
    assertThat(mine).hasSize(1);
    return mine.get(0);
  }

  private Journey journey(PersonalOffer offer) {
    return journeys.find(String.valueOf(offer.offer().journeyId()), person).orElseThrow();
  }

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

  private OfferAnswer answer(Offers.Answer answer) {
    return offers.answer(only().offer().id(), person, answer);
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
    assertThat(List.of(catalogue.proactivity("demo-benefit"), catalogue.proactivity("unknown")))
        .containsExactly(2, 0);
  }
}
