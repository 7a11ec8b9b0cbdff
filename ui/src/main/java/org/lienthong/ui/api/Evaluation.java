package org.lienthong.ui.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Status;

/**
 * The answer to a case, with everything that it rests on.
 *
 * @param version the version of the table that answered
 * @param amount in VND, where money is due
 * @param keyDate the day whose law was applied
 * @param matchedRows ids of the rows that matched
 * @param outputs what else the table says, by name
 * @param parameters the dated amounts that the table read
 * @param missingFacts the facts without which it cannot answer
 */
record Evaluation(
    String decision,
    int version,
    Status status,
    @Nullable Long amount,
    @Nullable String periodicity,
    @Nullable LocalDate keyDate,
    List<String> matchedRows,
    Map<String, Object> outputs,
    Reasons reasons,
    @Nullable Bilingual legalBasis,
    Map<String, Object> parameters,
    Set<String> missingFacts) {

  /**
   * Why, one reason per matched row.
   *
   * @param vi in Vietnamese
   * @param en in English
   */
  record Reasons(List<String> vi, List<String> en) {}
}
