package org.lienthong.eligibility;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a table, or the engine in its place, says about a case. */
record Answer(
    Status status,
    @Nullable Long amount,
    @Nullable String periodicity,
    List<String> matchedRows,
    Map<String, Object> outputs,
    @Nullable String reasonKey,
    @Nullable String legalBasis,
    Set<String> missing) {

  static Answer needsData(Set<String> missing) {
    return new Answer(
        Status.NEEDS_DATA,
        null,
        null,
        List.of(),
        Map.of(),
        Reasons.FACTS_MISSING,
        null,
        Collections.unmodifiableSet(missing));
  }

  static Answer needsHuman(String reason) {
    return new Answer(Status.NEEDS_HUMAN, null, null, List.of(), Map.of(), reason, null, Set.of());
  }
}
