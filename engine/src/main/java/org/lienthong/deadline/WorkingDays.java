package org.lienthong.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Counts the days of a statutory time limit by the office's calendar.
 *
 * <p>The day on which the limit begins to run does not count; the limit ends when its last day
 * ends. Public holidays come from {@code lienthong.calendar.holidays}, as announced each year:
 * lunar dates are never computed here. Thread-safe.
 */
@Component
@EnableConfigurationProperties(WorkingDays.Calendar.class)
class WorkingDays implements StatutoryClock {

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final Set<LocalDate> holidays;

  WorkingDays(Calendar calendar) {
    this.holidays = Set.copyOf(calendar.holidays());
  }

  @Override
  public Instant due(Instant start, int days, boolean workingDays, ZoneId zone) {
    LocalDate day = start.atZone(zone).toLocalDate();
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (!workingDays || isWorkingDay(day)) {
        counted++;
      }
    }
    return day.atTime(LocalTime.of(23, 59, 59)).atZone(zone).toInstant();
  }

  private boolean isWorkingDay(LocalDate day) {
    return !WEEKEND.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /** The days on which offices are closed, besides weekends. */
  @ConfigurationProperties("lienthong.calendar")
  record Calendar(@DefaultValue Set<LocalDate> holidays) {}
}
