package org.lienthong.deadline;

import java.time.Instant;
import java.time.ZoneId;

/** Computes when something is due by law. Thread-safe. */
public interface StatutoryClock {

  /**
   * The end of the last day of a limit.
   *
   * @param start when the limit began to run; that day does not count
   * @param days how many days
   * @param workingDays whether only working days count
   * @param zone where the office is
   */
  Instant due(Instant start, int days, boolean workingDays, ZoneId zone);
}
