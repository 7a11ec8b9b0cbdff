package org.lienthong.whatif;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.Status;
import org.lienthong.population.PeopleBatch;

/** Compares what two rules say about one decision, batch by batch. */
final class Comparison {

  private final String decision;
  private final Rules rules;
  private final Side before;
  private final Side after;
  private final @Nullable String province;
  private final @Nullable String group;
  private final Tallied tallied = new Tallied();

  Comparison(String decision, Standing before, Standing after, @Nullable String group) {
    this.decision = decision;
    this.before = new Side(before, decision);
    this.after = new Side(after, decision);
    this.rules = (this.after.isKnown() ? after : before).rules();
    this.group = group;
    this.province =
        rules.jurisdictions().facts().values().stream().reduce((near, far) -> far).orElse(null);
  }

  /** The people of whom both rules have decided. */
  void add(PeopleBatch people) {
    for (int person = 0; person < people.size(); person++) {
      tallied.asked(
          before.status(person), after.status(person), before.yearly(person), after.yearly(person));
      if (!before.sameAs(after, person)) {
        differs(people, person);
      }
    }
  }

  private void differs(PeopleBatch people, int person) {
    long yearly = Math.subtractExact(after.yearly(person), before.yearly(person));
    tallied.differs(
        before.status(person),
        after.status(person),
        yearly,
        value(people, province, person),
        group == null ? null : value(people, group, person));
    boolean moves =
        (before.status(person) == Status.ELIGIBLE) != (after.status(person) == Status.ELIGIBLE)
            || yearly != 0;
    if (tallied.wants(before.kind(person) + " " + after.kind(person), moves)) {
      tallied.keep(example(people, person), moves);
    }
  }

  private static String value(PeopleBatch people, @Nullable String fact, int person) {
    int column = fact == null ? -1 : people.columns().names().indexOf(fact);
    return column < 0 ? Tallied.UNKNOWN : people.text(column, person).orElse(Tallied.UNKNOWN);
  }

  private Difference.Example example(PeopleBatch people, int person) {
    Map<String, Object> facts = new TreeMap<>(people.facts(person));
    facts.keySet().retainAll(rules.inputs(decision));
    return new Difference.Example(
        people.refs().get(person), facts, before.said(person), after.said(person));
  }

  Difference.Effect result() {
    return tallied.effect(decision, rules, 1);
  }

  String decision() {
    return decision;
  }

  /** Whether nothing differs. */
  boolean isEmpty() {
    return tallied.isEmpty();
  }
}
