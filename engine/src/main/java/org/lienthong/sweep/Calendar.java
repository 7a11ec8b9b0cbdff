package org.lienthong.sweep;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.population.PeopleTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks which days have come since it last looked, once on all nodes together. */
@Component
class Calendar {

  private static final String SETTINGS = "decisions/sweeps.yaml";
  private static final int ROW = 1;
  private static final int LONGEST_AWAY = 366;

  private final JdbcTemplate jdbc;
  private final PeopleTable population;
  private final Triggers triggers;
  private final Catalogue catalogue;
  private final Clock clock;

  Calendar(
      JdbcTemplate jdbc,
      PeopleTable population,
      Triggers triggers,
      Catalogue catalogue,
      Clock clock) {
    this.jdbc = jdbc;
    this.population = population;
    this.triggers = triggers;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Starts what is due; a day on which no machine ran is made up for, at most a year. */
  @Transactional
  public void look() {
    LocalDate today = LocalDate.now(clock);
    LocalDate day = lastDone(today);
    Days days = Days.read(catalogue.file(SETTINGS));
    while (day.isBefore(today)) {
      day = day.plusDays(1);
      triggers.came(day, "birthday", population.refs(days.fact(), days.births(day)));
      if (days.endsMonth(day)) {
        triggers.came(day, "end-of-month");
      }
    }
    jdbc.update("update sweep_calendar set done_upto = ? where id = ?", today, ROW);
  }

  /** Nobody else looks before this transaction ends. The first look is about today. */
  private LocalDate lastDone(LocalDate today) {
    List<LocalDate> done =
        jdbc.query(
            "select done_upto from sweep_calendar where id = ? for update",
            (row, i) -> row.getObject(1, LocalDate.class),
            ROW);
    if (done.isEmpty()) {
      LocalDate yesterday = today.minusDays(1);
      jdbc.update("insert into sweep_calendar (id, done_upto) values (?, ?)", ROW, yesterday);
      return yesterday;
    }
    LocalDate earliest = today.minusDays(LONGEST_AWAY);
    return done.get(0).isBefore(earliest) ? earliest : done.get(0);
  }
}
