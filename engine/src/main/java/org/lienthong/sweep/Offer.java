package org.lienthong.sweep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A benefit that a person is entitled to and may be offered.
 *
 * @param sweepId the sweep that made it or changed it last
 * @param amount where money is due
 * @param jurisdiction the code of the place whose law answered
 * @param rows the rows of the table that answered
 * @param version of the table's folder
 * @param grade how far the service goes by itself, from 0 (tell) to 3 (grant)
 * @param state LIVE, CONFIRMED, DECLINED, LAPSED, WITHDRAWN, or ENDED where a higher benefit took
 *     its place after it was granted
 * @param journeyId the journey that tells the person of it, once there is one
 * @param recipientRef who is told instead of the person; null where it is the person
 */
public record Offer(
    String id,
    String sweepId,
    String personRef,
    String decision,
    String service,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable String periodicity,
    @Nullable String jurisdiction,
    List<String> rows,
    int version,
    int grade,
    LocalDate day,
    String state,
    Instant madeAt,
    @Nullable String journeyId,
    @Nullable String recipientRef) {

  public static final String LIVE = "LIVE";
  static final String CONFIRMED = "CONFIRMED";
  static final String DECLINED = "DECLINED";
  static final String WITHDRAWN = "WITHDRAWN";
  private static final Set<String> TURNED_DOWN = Set.of(DECLINED, "LAPSED");

  public Offer {
    rows = List.copyOf(rows);
  }

  /** Who is told of it, and answers. */
  public String recipient() {
    return recipientRef == null ? personRef : recipientRef;
  }

  /** Whether it still waits or tells. */
  public boolean live() {
    return state.equals(LIVE);
  }

  /** Whether the person has it. */
  public boolean granted() {
    return state.equals(CONFIRMED);
  }

  /** Whether the person did not want it, in words or by silence. */
  boolean turnedDown() {
    return TURNED_DOWN.contains(state);
  }
}
