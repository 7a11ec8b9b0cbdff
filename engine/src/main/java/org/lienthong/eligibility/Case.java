package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

  /** The same where only the years of some days of birth are known: days in them were assumed. */
  Case by(Map<String, Integer> birthYears) {
    Map<String, Object> told = new LinkedHashMap<>(facts);
    Set<String> follow = new HashSet<>(derived);
    birthYears.forEach(
        (birth, year) -> {
          told.put(DerivedFacts.yearOf(birth).orElse(birth), year.longValue());
          follow.add(birth);
        });
    return new Case(told, follow, bases, keyDate, parameters);
  }

  /** A case of which nothing could be read. */
  static final Case NOTHING = new Case(Map.of(), Set.of(), Set.of(), null, Map.of());
}
