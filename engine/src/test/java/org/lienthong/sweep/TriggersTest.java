package org.lienthong.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.agency.Agencies;
import org.lienthong.agency.Agencies.Receipt;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.population.FactColumns;
import org.lienthong.population.FactKind;
import org.lienthong.population.PeopleTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Sweeps start unasked: by what an agency tells, by published law, by a day that comes. */
@EngineTest
@TestPropertySource(
    // of its own, for it publishes
    properties = "spring.datasource.url=jdbc:h2:mem:triggers-test;DB_CLOSE_DELAY=-1")
class TriggersTest {

  private static final String AGENCY = "demo-agency";
  private static final String EVENT = "thing.value.changed";

  @Autowired Agencies agencies;
  @Autowired Sweeps sweeps;
  @Autowired SweepRunner runner;
  @Autowired SweepRows rows;
  @Autowired TransactionTemplate transaction;
  @Autowired Calendar calendar;
  @Autowired Catalogue catalogue;
  @Autowired PeopleTable population;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  @BeforeEach
  void threePeople() {
    empty();
    Map<String, FactKind> columns = new LinkedHashMap<>();
    columns.put("regionCode", FactKind.TEXT);
    columns.put("bornOn", FactKind.DATE);
    columns.put("thingDate", FactKind.DATE);
    columns.put("thingKind", FactKind.TEXT);
    columns.put("thingValue", FactKind.NUMBER);
    population.load(new FactColumns(columns), each -> {});
    LocalDate today = LocalDate.now(clock);
    put("p1", today.minusYears(6), 50);
    put("p2", today.minusDays(40), 50);
    put("p3", today.minusYears(18), 500);
  }

  @AfterEach
  void empty() {
    List.of("sweep", "sweep_person", "sweep_calendar", "offer", "sweep_figure", "inbox")
        .forEach(table -> jdbc.update("delete from " + table));
    population.load(new FactColumns(Map.of()), each -> {});
  }

  private void put(String ref, LocalDate born, int value) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("regionCode", "01");
    facts.put("bornOn", born.toString());
    facts.put("thingDate", "2026-10-15");
    facts.put("thingKind", "BIG");
    facts.put("thingValue", Integer.toString(value));
    population.put(ref, Map.copyOf(facts));
  }

  private Receipt tell(String id, Map<String, Object> data) {
    return agencies.receive(AGENCY, "urn:lienthong:agency:" + AGENCY, id, EVENT, "s-1", data);
  }

  private static Map<String, Object> worth(int value, String... owners) {
    return Map.of("owners", List.of(owners), "thingValue", value, "changedOn", "2026-11-24");
  }

  private List<String> offered() {
    return jdbc.queryForList(
        "select person_ref from offer where state = 'LIVE' and decision = 'demo-benefit-amount'"
            + " order by person_ref",
        String.class);
  }

  private String inbox(String id) {
    return jdbc.queryForList("select state from inbox where event_id = ?", String.class, id).get(0);
  }

  @Test
  void anEventChangesWhatIsKnownAndAsksAboutThosePeopleOnly() {
    assertThat(tell("e1", worth(100, "p1", "p-nobody-knows"))).isEqualTo(Receipt.STORED);
    agencies.work();
    sweeps.work();

    assertThat(inbox("e1")).isEqualTo("APPLIED");
    assertThat(offered()).containsExactly("p1");
    assertThat(population.size()).as("nobody is made up").isEqualTo(3);
    assertThat(sweeps.newest())
        .singleElement()
        .satisfies(
            sweep -> {
              assertThat(sweep.cause()).isEqualTo(Sweep.Cause.EVENT);
              assertThat(sweep.causeDetail()).isEqualTo(EVENT);
              assertThat(sweep.state()).isEqualTo(Sweep.State.DONE);
              assertThat(sweep.peopleDone()).isEqualTo(1);
            });
    assertThat(jdbc.queryForObject("select count(*) from sweep_person", Long.class)).isZero();
    assertThat(sweeps.nonTakeUp()).as("three people are no population").isEmpty();
  }

  @Test
  void aSweepOverEverybodyThatReadBeforeAnEventUndoesNothingOfIt() {
    sweeps.work();
    String all = sweeps.overPopulation(LocalDate.now(clock), List.of(), "s-test").id();
    tell("e1", worth(100, "p1"));
    tell("e2", worth(50, "p3"));
    agencies.work();
    runner.work(true);
    assertThat(offered()).as("p1 is due it now, p3 not any more").containsExactly("p1");
    put("p1", LocalDate.now(clock).minusYears(6), 50); // what the sweep has read already
    put("p3", LocalDate.now(clock).minusYears(18), 500);

    sweeps.work();

    assertThat(sweeps.find(all)).hasValueSatisfying(s -> assertThat(s.peopleDone()).isEqualTo(3));
    assertThat(offered()).containsExactly("p1");
    assertThat(jdbc.queryForObject("select count(*) from sweep_person", Long.class))
        .as("kept as long as that sweep needs them")
        .isZero();
    sweeps.overPopulation(LocalDate.now(clock), List.of(), "s-test");
    sweeps.work();
    assertThat(offered()).as("what is read after an event counts").containsExactly("p3");
  }

  @Test
  void anEventWaitsForThePartThatIsBeingWritten() throws Exception {
    sweeps.work();
    String all = sweeps.overPopulation(LocalDate.now(clock), List.of(), "s-test").id();
    tell("e1", worth(100, "p1"));
    CompletableFuture<Integer> handled =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  rows.lock(all);
                  CompletableFuture<Integer> waits = CompletableFuture.supplyAsync(agencies::work);
                  assertThatThrownBy(() -> waits.get(500, TimeUnit.MILLISECONDS))
                      .isInstanceOf(TimeoutException.class);
                  return waits;
                }));

    assertThat(handled.get(10, TimeUnit.SECONDS)).isPositive();
    assertThat(jdbc.queryForList("select person_ref from sweep_person", String.class))
        .containsExactly("p1");
  }

  @Test
  void theSameEventStartsOneSweep() {
    tell("e1", worth(100, "p1"));
    agencies.work();
    assertThat(tell("e1", worth(100, "p1"))).isEqualTo(Receipt.SEEN_BEFORE);
    assertThat(tell("e1", worth(101, "p1"))).isEqualTo(Receipt.CONFLICTS);
    agencies.work();

    assertThat(sweeps.newest()).hasSize(1);
  }

  @Test
  void whatIsOutsideTheContractIsParkedAndChangesNothing() {
    tell("e1", Map.of("owners", List.of("p1"), "thingValue", -1, "changedOn", "2026-11-24"));
    tell("e2", Map.of("owners", "p1", "thingValue", 100, "changedOn", "2026-11-24"));
    tell("e3", Map.of("owners", List.of("p1"), "thingValue", 100, "changedOn", "2026-02-30"));
    agencies.work();

    assertThat(List.of("e1", "e2", "e3")).allSatisfy(e -> assertThat(inbox(e)).isEqualTo("PARKED"));
    assertThat(sweeps.newest()).isEmpty();
  }

  @Test
  void whatTheContractDoesNotDeclareIsNotTheAgencysToSay() {
    assertThat(
            agencies.receive(
                AGENCY, "urn:lienthong:agency:" + AGENCY, "e1", "thing.lost", "s", Map.of()))
        .isEqualTo(Receipt.NOT_ALLOWED);
  }

  @Test
  void aBirthdayAsksAboutThoseWhoseItIsOnceADay() {
    calendar.look();
    calendar.look();

    assertThat(sweeps.newest())
        .filteredOn(sweep -> sweep.source() == Sweep.Source.CHOSEN)
        .singleElement()
        .satisfies(
            sweep -> {
              assertThat(sweep.cause()).isEqualTo(Sweep.Cause.DATE);
              assertThat(sweep.peopleTotal()).as("6 and 18 today").isEqualTo(2);
            });
    sweeps.work();
    assertThat(offered()).containsExactly("p3");
  }

  @Test
  void daysOnWhichNothingRanAreMadeUpFor() {
    LocalDate today = LocalDate.now(clock);
    jdbc.update("insert into sweep_calendar values (1, ?)", today.minusDays(33));
    put("p2", today.minusDays(5).minusYears(6), 50);

    calendar.look();

    assertThat(sweeps.newest())
        .extracting(Sweep::causeDetail)
        .as("today's, the one five days ago, the ends of a month or two")
        .contains("birthday", "end-of-month")
        .filteredOn("birthday"::equals)
        .hasSize(2);
    assertThat(jdbc.queryForObject("select done_upto from sweep_calendar", LocalDate.class))
        .isEqualTo(today);
  }

  @Test
  void publishedLawAsksEverybodyAboutWhatItDecides() {
    Folder live = catalogue.folder(FolderKind.DECISION, "demo-benefit").orElseThrow();
    Map<String, byte[]> files = new TreeMap<>(live.files());
    String file = "demo-benefit-amount.dmn";
    String text = new String(files.get(file), StandardCharsets.UTF_8);
    files.put(file, text.replace("&lt; 100", "&lt; 40").getBytes(StandardCharsets.UTF_8));

    catalogue.publish(new Folder(live.kind(), live.key(), files), "a-designer", "b-designer");
    try {
      jdbc.update("update sweep set busy_until = null"); // all nodes have seen it
      sweeps.work();
      assertThat(offered()).containsExactly("p1", "p2", "p3");
      assertThat(sweeps.newest())
          .singleElement()
          .satisfies(
              sweep -> {
                assertThat(sweep.cause()).isEqualTo(Sweep.Cause.RULE_CHANGED);
                assertThat(sweep.causeDetail()).isEqualTo("demo-benefit");
              });
    } finally {
      catalogue.publish(live, "a-designer", "b-designer");
    }
  }
}
