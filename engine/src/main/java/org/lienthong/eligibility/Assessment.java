package org.lienthong.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One answer to "who is entitled", with everything that it rests on.
 *
 * @param decision the decision's key
 * @param version the version of the table that answered
 * @param status the answer
 * @param amount in the currency's unit, where money is due
 * @param periodicity {@code ONCE}, {@code MONTHLY}, …
 * @param keyDate the day whose law was applied
 * @param facts the facts that the table read, by name
 * @param parameters the dated amounts that the table read, by key
 * @param matchedRows ids of the rows that matched
 * @param outputs every output of the matched row, by name
 * @param reasonKey key of the reason's text in the service's texts, {@code <table>.<row>}; a key
 *     without a dot is the engine's own reason, when no row answered: {@code facts-missing}, {@code
 *     facts-unreadable}, {@code no-rule-matched}, {@code amount-not-in-force}, {@code
 *     only-year-known}, {@code rules-contradict}, {@code rules-failed}
 * @param legalBasis key of the legal basis's text in the service's texts, {@code legalBasis.<key>}
 * @param missing the facts without which the table cannot answer
 * @param service the folder that owns the decision and its texts
 * @param jurisdiction the code of the place whose law was applied: where a person lives if law
 *     differs there, else the country; null where the content names no countries
 * @param table the key of the table that answered: the decision's own, or a local one
 * @param valuesFrom per amount that a place set itself the code of that place
 * @param currency of {@code amount} and of every other sum; null where the content names none
 * @param legalBasisChecked whether somebody has compared the table's rule, and every amount that it
 *     read, with the promulgated texts
 */
public record Assessment(
    String id,
    String decision,
    int version,
    Status status,
    @Nullable Long amount,
    @Nullable String periodicity,
    @Nullable LocalDate keyDate,
    Map<String, Object> facts,
    Map<String, Object> parameters,
    List<String> matchedRows,
    Map<String, Object> outputs,
    @Nullable String reasonKey,
    @Nullable String legalBasis,
    Set<String> missing,
    String service,
    Instant decidedAt,
    @Nullable String jurisdiction,
    String table,
    Map<String, String> valuesFrom,
    @Nullable String currency,
    boolean legalBasisChecked) {

  public Assessment {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    parameters = Map.copyOf(parameters);
    matchedRows = List.copyOf(matchedRows);
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    missing = Collections.unmodifiableSet(new LinkedHashSet<>(missing));
    valuesFrom = Map.copyOf(valuesFrom);
  }

  /** Keys of every reason: one per matched row, or the one why no row answered. */
  public List<String> reasonKeys() {
    if (matchedRows.size() > 1) {
      return matchedRows.stream().map(row -> table + "." + row).toList();
    }
    return reasonKey == null ? List.of() : List.of(reasonKey);
  }
}
