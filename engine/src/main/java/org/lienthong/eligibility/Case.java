package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a table is asked about: the facts of one person's case and the law of its key date.
 *
 * @param facts the facts that the table reads, typed, derived ones included
 * @param derived the names among them that nobody declared
 * @param bases the days from which facts could be derived
 * @param keyDate null where the table names one and it is unknown
 * @param parameters the dated amounts that the table reads
 */
record Case(
    Map<String, Object> facts,
    Set<String> derived,
    Set<String> bases,
    @Nullable LocalDate keyDate,
    Map<String, Object> parameters) {

  /** A case of which nothing could be read. */
  static final Case NOTHING = new Case(Map.of(), Set.of(), Set.of(), null, Map.of());
}
