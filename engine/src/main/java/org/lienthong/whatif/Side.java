package org.lienthong.whatif;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Batch;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.BatchAnswers;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.Status;
import org.lienthong.population.PeopleBatch;

/** What one of the two rules, before or after, says of the people of a batch. */
final class Side {

  /** How often an amount is paid in a year; everything else is paid once. */
  private static final Map<String, Integer> TIMES =
      Map.of("DAILY", 365, "WEEKLY", 52, "MONTHLY", 12, "QUARTERLY", 4);

  private final Rules rules;
  private final String decision;
  private final LocalDate day;
  private final boolean known;

  /** The rows that answered together, and the place of the first, which tells its table. */
  private record Rows(int first, List<String> ids) {}

  /** How often rows pay; a row says it once for everybody. */
  private final Map<Rows, Integer> times = new HashMap<>();

  private BatchAnswers answers = new BatchAnswers(0);
  private @Nullable PeopleBatch people;

  Side(Rules rules, String decision, LocalDate day) {
    this.rules = rules;
    this.decision = decision;
    this.day = day;
    this.known = rules.decisions().contains(decision);
  }

  boolean isKnown() {
    return known;
  }

  Set<String> inputs() {
    return known ? rules.inputs(decision) : Set.of();
  }

  void decide(PeopleBatch asked, Batch batch) {
    people = asked;
    if (known) {
      answers = new BatchAnswers(batch.size());
      rules.evaluateOn(decision, batch, day, answers);
    }
  }

  @Nullable Status status(int person) {
    return known ? answers.status(person) : null;
  }

  private boolean pays(int person) {
    return status(person) == Status.ELIGIBLE && answers.hasAmount(person);
  }

  private List<String> rows(int person) {
    return known ? answers.matchedRows(person) : List.of();
  }

  /** What the person gets in a year. */
  long yearly(int person) {
    return pays(person) ? Math.multiplyExact(answers.amount(person), (long) times(person)) : 0;
  }

  private int times(int person) {
    Rows rows = new Rows(answers.row(person), rows(person));
    Integer before = times.get(rows);
    if (before == null) {
      String periodicity = said(person).periodicity();
      before = periodicity == null ? 1 : TIMES.getOrDefault(periodicity, 1);
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
    return known && answers.hasAmount(person) ? answers.amount(person) : Long.MIN_VALUE;
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
    try {
      Map<String, Object> facts = Objects.requireNonNull(people).facts(person);
      Assessment one = rules.evaluateOn(decision, facts, day);
      return new Difference.Said(
          one.status(),
          one.amount(),
          one.periodicity(),
          one.table(),
          one.matchedRows(),
          one.reasonKeys());
    } catch (FactProblems e) {
      return Difference.Said.NOTHING;
    }
  }
}
