package org.lienthong.whatif;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.BatchAnswers;
import org.lienthong.eligibility.Status;

/** What one of the two rules, before or after, says of the people of a batch. */
final class Side {

  private final Standing standing;
  private final String decision;
  private final boolean known;

  /** The rows that answered together, and the place of the first, which tells its table. */
  private record Rows(int first, List<String> ids) {}

  /** How often rows pay; a row says it once for everybody. */
  private final Map<Rows, Integer> times = new HashMap<>();

  Side(Standing standing, String decision) {
    this.standing = standing;
    this.decision = decision;
    this.known = standing.knows(decision);
  }

  boolean isKnown() {
    return known;
  }

  private BatchAnswers answers() {
    return standing.answers(decision);
  }

  private boolean givesWay(int person) {
    return known && standing.out(decision).get(person);
  }

  /** What gives way to another entitlement is not due. */
  @Nullable Status status(int person) {
    return givesWay(person) ? Status.NOT_ELIGIBLE : known ? answers().status(person) : null;
  }

  private boolean pays(int person) {
    return status(person) == Status.ELIGIBLE && answers().hasAmount(person);
  }

  private List<String> rows(int person) {
    return known ? answers().matchedRows(person) : List.of();
  }

  /** What the person gets in a year. */
  long yearly(int person) {
    return pays(person) ? Math.multiplyExact(answers().amount(person), (long) times(person)) : 0;
  }

  private int times(int person) {
    Rows rows = new Rows(answers().row(person), rows(person));
    Integer before = times.get(rows);
    if (before == null) {
      before =
          Tallied.times(standing.said(decision, person).map(Assessment::periodicity).orElse(null));
      times.put(rows, before);
    }
    return before;
  }

  /** Whether the other side says the same: status, amount, its frequency, rows. */
  boolean sameAs(Side other, int person) {
    return status(person) == other.status(person)
        && amount(person) == other.amount(person)
        && yearly(person) == other.yearly(person)
        && rows(person).equals(other.rows(person));
  }

  private long amount(int person) {
    return known && answers().hasAmount(person) ? answers().amount(person) : Long.MIN_VALUE;
  }

  /** The rows in one word, to tell examples apart. */
  String kind(int person) {
    return status(person) + " " + rows(person);
  }

  /** The whole answer, by the engine. */
  Difference.Said said(int person) {
    if (!known) {
      return Difference.Said.NOTHING;
    }
    return standing
        .givesWay(decision, person)
        .map(answer -> said(Status.NOT_ELIGIBLE, null, answer))
        .or(() -> standing.said(decision, person).map(one -> said(one.status(), one.amount(), one)))
        .orElse(Difference.Said.NOTHING);
  }

  private static Difference.Said said(Status status, @Nullable Long amount, Assessment by) {
    return new Difference.Said(
        status, amount, by.periodicity(), by.table(), by.matchedRows(), by.reasonKeys());
  }
}
