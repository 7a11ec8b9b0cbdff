package org.lienthong.ui.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Entitlements;
import org.lienthong.eligibility.Status;

/**
 * The answer to a case, with everything that it rests on.
 *
 * @param version the version of the table that answered
 * @param amount where money is due, in the currency's unit
 * @param currency of the amount and of every other sum
 * @param jurisdiction the code of the place whose law was applied
 * @param table the table that answered: the decision's own, or a local one
 * @param keyDate the day whose law was applied
 * @param matchedRows ids of the rows that matched
 * @param outputs what else the table says, by name
 * @param legalBasisChecked whether somebody has compared the rule and its amounts with the law
 * @param parameters the dated amounts that the table read
 * @param parametersFrom per amount that a place set itself the code of that place
 * @param missingFacts the facts without which it cannot answer
 * @param explanation what would change it, and what must be asked; null where nobody asked for it
 * @param beside what becomes of it beside other benefits; null where only this one was asked about
 */
record Evaluation(
    String decision,
    int version,
    Status status,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable String periodicity,
    @Nullable LocalDate keyDate,
    @Nullable String jurisdiction,
    String table,
    List<String> matchedRows,
    Map<String, Object> outputs,
    Reasons reasons,
    @Nullable Bilingual legalBasis,
    boolean legalBasisChecked,
    Map<String, Object> parameters,
    Map<String, String> parametersFrom,
    Set<String> missingFacts,
    @Nullable Explained explanation,
    @Nullable Beside beside) {

  Evaluation beside(Beside others) {
    return new Evaluation(
        decision,
        version,
        status,
        amount,
        currency,
        periodicity,
        keyDate,
        jurisdiction,
        table,
        matchedRows,
        outputs,
        reasons,
        legalBasis,
        legalBasisChecked,
        parameters,
        parametersFrom,
        missingFacts,
        explanation,
        others);
  }

  /**
   * What becomes of an entitlement beside others.
   *
   * @param standing {@code DUE}, {@code GIVES_WAY}, {@code OPEN} or {@code NOT_DUE}
   * @param decision the table of the second layer that says so; null where nothing stands against
   *     it, and so are the fields after it
   * @param matchedRows ids of its rows that matched
   * @param others the decisions that it weighed it against, as far as they are due by themselves
   */
  record Beside(
      Entitlements.Standing standing,
      @Nullable String decision,
      List<String> matchedRows,
      @Nullable Reasons reasons,
      @Nullable Bilingual legalBasis,
      Set<String> others) {}

  /**
   * What would change the answer, and what must be asked.
   *
   * @param facts what the answer rests on, by name
   * @param changes single facts that would turn a refusal, the nearest value of each
   * @param ask the smallest set of missing facts that can still change the answer, in order
   * @param askAlso for a refusal, facts without which it can answer and that could still turn it
   * @param settled where facts are missing and none of them matters: the status in any case
   */
  record Explained(
      Map<String, Object> facts,
      List<Change> changes,
      List<String> ask,
      List<String> askAlso,
      @Nullable Status settled) {}

  /**
   * One fact that would change the answer.
   *
   * @param on the day on which time brings the change, for an age
   * @param amount what would be due then
   */
  record Change(
      String fact,
      Object from,
      Object to,
      @Nullable LocalDate on,
      Status status,
      @Nullable Long amount,
      @Nullable String periodicity,
      Reasons reasons) {}

  /**
   * Why, one reason per matched row.
   *
   * @param vi in Vietnamese
   * @param en in English
   */
  record Reasons(List<String> vi, List<String> en) {}
}
