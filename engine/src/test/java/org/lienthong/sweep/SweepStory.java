package org.lienthong.sweep;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.lienthong.EngineTest;
import org.lienthong.catalogue.Catalogue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Sweeps over small files, in parts of two people, that may die in between. */
@EngineTest
@TestPropertySource(
    properties = {
      "lienthong.sweep.batch=2",
      "lienthong.sweep.lease=PT0S",
      "lienthong.sweep.file-part=100B",
      "lienthong.sweep.file-limit=2KB",
      "lienthong.sweep.offers-per-second=2"
    })
@Import(SweepStory.Heard.class)
abstract class SweepStory {

  static final LocalDate DAY = LocalDate.of(2025, 8, 15);
  static final String HEADER = "personRef,regionCode,thingDate,thingKind,thingValue\n";
  static final String NOBODY = "zz-matches-nothing";

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
  static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }

  @BeforeEach
  void empty() {
    List.of("sweep", "sweep_part", "offer", "sweep_figure", "sweep_problem")
        .forEach(table -> jdbc.update("delete from " + table));
    heard.events.clear();
  }

  static String person(String ref, int value) {
    return ref + ",01,2025-08-01,BIG," + value + "\n";
  }

  static String seven() {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 1; i <= 7; i++) {
      csv.append(person("p" + i, 100 * i));
    }
    return csv.append(NOBODY).append(",02,2025-08-01,BIG,1\n").toString();
  }

  Sweep start(String csv) {
    return start(csv.getBytes(StandardCharsets.UTF_8));
  }

  Sweep start(byte[] csv) {
    return sweeps.overFile(
        new ByteArrayInputStream(csv), DAY, List.of("demo-benefit-amount"), "s-test");
  }

  Sweep now(Sweep sweep) {
    return sweeps.find(sweep.id()).orElseThrow();
  }

  SweepRunner dyingAt(int part, boolean afterWriting) {
    int[] parts = {0};
    OfferRows dying =
        new OfferRows(jdbc) {
          @Override
          void write(List<Offer> made, List<Offer> changed, List<Offer> withdrawn, boolean urgent) {
            parts[0]++;
            if (parts[0] == part && !afterWriting) {
              throw new Death();
            }
            super.write(made, changed, withdrawn, urgent);
            if (parts[0] == part) {
              throw new Death();
            }
          }
        };
    return new SweepRunner(
        rows, dying, figures, grounds, catalogue, transaction, clock, Duration.ZERO);
  }

  long parts() {
    return Objects.requireNonNull(
        jdbc.queryForObject("select count(*) from sweep_part", Long.class));
  }

  /** Every text of every table. */
  String everything() {
    StringBuilder all = new StringBuilder();
    jdbc.queryForList(
            "select table_name from information_schema.tables where upper(table_schema) = 'PUBLIC'",
            String.class)
        .forEach(table -> all.append(jdbc.queryForList("select * from \"" + table + "\"")));
    return all.toString();
  }
}
