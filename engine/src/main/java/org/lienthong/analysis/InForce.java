package org.lienthong.analysis;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of the law over some time.
 *
 * @param from the first day; null for all time before
 * @param until the first day after; null where there is no end
 * @param amounts by key; those not in force are left out
 */
public record InForce(
    @Nullable LocalDate from, @Nullable LocalDate until, Map<String, Object> amounts) {

  /** No amounts, for ever. */
  public static final InForce NOTHING = new InForce(null, null, Map.of());

  public InForce {
    amounts = Map.copyOf(amounts);
  }

  /** Some day of it. */
  LocalDate day() {
    if (from != null) {
      return from;
    }
    return until == null ? LocalDate.of(2026, 1, 15) : until.minusDays(1);
  }

  boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }
}
