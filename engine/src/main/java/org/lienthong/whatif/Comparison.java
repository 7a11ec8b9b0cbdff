package org.lienthong.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Jurisdiction;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.Status;
import org.lienthong.population.PeopleBatch;

/** Compares what two rules say about one decision, batch by batch. */
final class Comparison {

  private static final int EXAMPLES = 10;
  private static final int ALIKE = 2;
  private static final String UNKNOWN = "unknown";

  private final String decision;
  private final Rules rules;
  private final Side before;
  private final Side after;
  private final @Nullable String province;
  private final @Nullable String group;

  private final Counts all = new Counts();
  private final Map<String, Counts> byProvince = new HashMap<>();
  private final Map<String, Counts> byGroup = new HashMap<>();
  private final List<Difference.Example> examples = new ArrayList<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private int entitledBefore;
  private int entitledAfter;
  private long yearlyBefore;
  private long yearlyAfter;

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
      entitledBefore += before.status(person) == Status.ELIGIBLE ? 1 : 0;
      entitledAfter += after.status(person) == Status.ELIGIBLE ? 1 : 0;
      yearlyBefore = Math.addExact(yearlyBefore, before.yearly(person));
      yearlyAfter = Math.addExact(yearlyAfter, after.yearly(person));
      if (!before.sameAs(after, person)) {
        differs(people, person);
      }
    }
  }

  private void differs(PeopleBatch people, int person) {
    all.add(before, after, person);
    byProvince
        .computeIfAbsent(value(people, province, person), v -> new Counts())
        .add(before, after, person);
    if (group != null) {
      byGroup
          .computeIfAbsent(value(people, group, person), v -> new Counts())
          .add(before, after, person);
    }
    String kind = before.kind(person) + " " + after.kind(person);
    if (examples.size() < EXAMPLES && kinds.merge(kind, 1, Integer::sum) <= ALIKE) {
      examples.add(example(people, person));
    }
  }

  private static String value(PeopleBatch people, @Nullable String fact, int person) {
    int column = fact == null ? -1 : people.columns().names().indexOf(fact);
    return column < 0 ? UNKNOWN : people.text(column, person).orElse(UNKNOWN);
  }

  private Difference.Example example(PeopleBatch people, int person) {
    Map<String, Object> facts = new TreeMap<>(people.facts(person));
    facts.keySet().retainAll(rules.inputs(decision));
    return new Difference.Example(
        people.refs().get(person), facts, before.said(person), after.said(person));
  }

  Difference.Effect result() {
    String country = rules.country(decision);
    return new Difference.Effect(
        decision,
        country == null
            ? null
            : rules.jurisdictions().find(country).map(Jurisdiction::currency).orElse(null),
        entitledBefore,
        entitledAfter,
        yearlyBefore,
        yearlyAfter,
        all.tally(),
        tallies(byProvince),
        tallies(byGroup),
        examples);
  }

  private static SortedMap<String, Difference.Tally> tallies(Map<String, Counts> counts) {
    SortedMap<String, Difference.Tally> tallies = new TreeMap<>();
    counts.forEach((value, each) -> tallies.put(value, each.tally()));
    return tallies;
  }

  String decision() {
    return decision;
  }

  /** Whether nothing differs. */
  boolean isEmpty() {
    return all.tally().equals(new Counts().tally());
  }
}
