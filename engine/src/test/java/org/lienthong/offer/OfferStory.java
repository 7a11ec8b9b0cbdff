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
import org.lienthong.EngineTest;
import org.lienthong.catalogue.Catalogue;
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

/** Somebody with a big thing, whom sweeps find, and what is made of their offers. */
@EngineTest
@TestPropertySource(properties = "lienthong.sweep.lease=PT0S")
abstract class OfferStory {

  static final String BENEFIT = "demo-benefit-amount";
  static final String TOP_UP = "demo-top-up-amount";
  static final LocalDate DAY = LocalDate.of(2025, 8, 15);

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
    kinds.put("representative", FactKind.TEXT);
    kinds.put("lostOn", FactKind.DATE);
    population.load(new FactColumns(kinds), each -> {});
    put(person.ref(), "BIG", 500);
  }

  void put(String ref, String kind, int value) {
    Map<String, String> facts = new HashMap<>();
    facts.put("regionCode", "01");
    facts.put("thingDate", "2025-08-01");
    facts.put("thingKind", kind);
    facts.put("thingValue", String.valueOf(value));
    population.put(ref, facts);
  }

  /** Sweeps, and tells of what it found as the queue does. */
  void sweep(String decision) {
    sweeps.overPopulation(DAY, List.of(decision), "s-test");
    sweeps.work();
    tellAll();
    book.of(person.ref()).stream()
        .filter(offer -> offer.state().equals("WITHDRAWN") && offer.journeyId() != null)
        .forEach(o -> events.publishEvent(new EntitlementLost(o.id(), o.id())));
  }

  void tellAll() {
    jdbc.queryForList("select id from offer where state = 'LIVE'", String.class)
        .forEach(this::tell);
  }

  void tell(String id) {
    Offer o = book.find(id).orElseThrow();
    events.publishEvent(
        new EntitlementFound(
            id, o.personRef(), o.decision(), o.service(), o.grade(), null, null, null, DAY));
  }

  PersonalOffer only() {
    List<PersonalOffer> mine = offers.of(person);
    assertThat(mine).hasSize(1);
    return mine.get(0);
  }

  Journey journey(PersonalOffer offer) {
    return journeys.find(String.valueOf(offer.offer().journeyId()), person).orElseThrow();
  }

  OfferAnswer answer(Offers.Answer answer) {
    return offers.answer(only().offer().id(), person, answer);
  }
}
