package org.lienthong.whatif;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Jurisdictions;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.Status;

/** Decides recorded cases of one decision again, by two rules. */
final class Replay {

  private static final int FEWEST = 5;
  private static final String UNREADABLE = "facts-unreadable";

  private final String decision;
  private final Rules before;
  private final Rules after;
  private final @Nullable String group;
  private final ZoneId zone;
  private final Tallied tallied = new Tallied();
  private int asked;
  private int notTold;
  private int otherThanRecorded;

  Replay(String decision, Rules before, Rules after, @Nullable String group, ZoneId zone) {
    this.decision = decision;
    this.before = before;
    this.after = after;
    this.group = group;
    this.zone = zone;
  }

  /** One case as it was decided; its facts are all that is known of it. */
  void add(Assessment recorded) {
    Assessment was = decide(before, recorded);
    Assessment is = decide(after, recorded);
    if (Objects.equals(recorded.reasonKey(), UNREADABLE)
        || lacks(was, recorded)
        || lacks(is, recorded)) {
      notTold++;
      return;
    }
    asked++;
    if (was != null && !same(was, recorded)) {
      otherThanRecorded++;
    }
    tallied.asked(status(was), status(is), yearly(was), yearly(is));
    if (!same(was, is)) {
      differs(recorded, was, is);
    }
  }

  /** A fact that nobody recorded, because no rule read it then, says nothing about the person. */
  private static boolean lacks(@Nullable Assessment now, Assessment recorded) {
    return now != null
        && now.status() == Status.NEEDS_DATA
        && recorded.status() != Status.NEEDS_DATA;
  }

  private void differs(Assessment recorded, @Nullable Assessment was, @Nullable Assessment is) {
    long yearly = Math.subtractExact(yearly(is), yearly(was));
    tallied.differs(
        status(was),
        status(is),
        yearly,
        province(recorded),
        group == null ? null : group(recorded, group));
    boolean moves =
        (status(was) == Status.ELIGIBLE) != (status(is) == Status.ELIGIBLE) || yearly != 0;
    if (tallied.wants(kind(was) + " " + kind(is), moves)) {
      tallied.keep(
          new Difference.Example(
              "r-" + (tallied.examples() + 1),
              Veil.over(recorded.facts(), before.jurisdictions().facts().values()),
              said(was),
              said(is)),
          moves);
    }
  }

  /** By the law of the case's own day, which no fact is overridden by. */
  private @Nullable Assessment decide(Rules rules, Assessment recorded) {
    if (!rules.decisions().contains(decision)) {
      return null;
    }
    LocalDate day = recorded.keyDate();
    LocalDate on = day == null ? LocalDate.ofInstant(recorded.decidedAt(), zone) : day;
    try {
      return rules.evaluateOn(decision, recorded.facts(), on);
    } catch (FactProblems e) {
      return null;
    }
  }

  private static boolean same(@Nullable Assessment one, @Nullable Assessment other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.status() == other.status()
        && Objects.equals(one.amount(), other.amount())
        && Objects.equals(one.periodicity(), other.periodicity())
        && one.matchedRows().equals(other.matchedRows());
  }

  private static @Nullable Status status(@Nullable Assessment one) {
    return one == null ? null : one.status();
  }

  private static long yearly(@Nullable Assessment one) {
    Long amount = one == null || one.status() != Status.ELIGIBLE ? null : one.amount();
    return one == null || amount == null
        ? 0
        : Math.multiplyExact(amount, (long) Tallied.times(one.periodicity()));
  }

  private static String kind(@Nullable Assessment one) {
    return one == null ? "" : one.status() + " " + one.matchedRows();
  }

  private static Difference.Said said(@Nullable Assessment one) {
    return one == null ? Difference.Said.NOTHING : Difference.Said.of(one);
  }

  /**
   * The part of the country whose level stands last, if anything says in which the person lives.
   */
  private String province(Assessment recorded) {
    Jurisdictions places = after.jurisdictions();
    Map<String, String> levels = places.facts();
    String last = levels.keySet().stream().reduce((near, far) -> far).orElse("");
    String named =
        levels.values().stream()
            .map(recorded.facts()::get)
            .filter(Objects::nonNull)
            .map(Object::toString)
            .findFirst()
            .orElse(recorded.jurisdiction());
    List<String> path = named == null ? List.of() : places.path(named);
    return path.stream()
        .filter(code -> places.find(code).filter(p -> p.level().equals(last)).isPresent())
        .findFirst()
        .orElse(Tallied.UNKNOWN);
  }

  /** Only what is no more telling than a code: an amount or a day would be a group of one. */
  private static String group(Assessment recorded, String fact) {
    Object value = recorded.facts().get(fact);
    return value instanceof Boolean || value instanceof String ? value.toString() : Tallied.UNKNOWN;
  }

  Difference.Replayed result() {
    Rules rules = after.decisions().contains(decision) ? after : before;
    return new Difference.Replayed(
        asked, notTold, otherThanRecorded, tallied.effect(decision, rules, FEWEST));
  }
}
