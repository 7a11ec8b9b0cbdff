package org.lienthong.whatif;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Words;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.BatchAnswers;
import org.lienthong.eligibility.Concurrence;
import org.lienthong.eligibility.Crowd;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.SecondLayer;
import org.lienthong.eligibility.SecondLayer.Weighed;
import org.lienthong.eligibility.SecondLayer.Weighing;
import org.lienthong.population.PeopleBatch;

/**
 * How the people of a batch stand by one set of rules: what each decision says of them, and which
 * of their entitlements give way to others.
 */
final class Standing {

  private final Rules rules;
  private final LocalDate day;
  private final Words words = new Words();
  private final Set<String> first;
  private final List<Weighing> second;
  private final Set<String> tables = new LinkedHashSet<>();
  private final Set<String> facts = new LinkedHashSet<>();

  private final Map<String, BatchAnswers> answers = new LinkedHashMap<>();
  private @Nullable PeopleBatch people;
  private @Nullable Concurrence beside;

  /** Decisions that the rules do not have say nothing of anybody. */
  Standing(Rules rules, Set<String> decisions, LocalDate day) {
    this.rules = rules;
    this.day = day;
    Set<String> known = new LinkedHashSet<>(decisions);
    known.retainAll(rules.decisions());
    this.first = rules.secondLayer().withRivals(known);
    this.second = rules.secondLayer().about(known);
    tables.addAll(first);
    second.forEach(table -> tables.add(table.key()));
    tables.forEach(table -> facts.addAll(rules.inputs(table)));
    facts.addAll(rules.jurisdictions().facts().values());
    if (!second.isEmpty()) {
      facts.removeAll(rules.secondLayer().results());
    }
  }

  Rules rules() {
    return rules;
  }

  boolean knows(String decision) {
    return rules.decisions().contains(decision);
  }

  void decide(PeopleBatch asked) {
    people = asked;
    Batch batch = rules.batch(tables, Math.max(1, asked.size()), words);
    asked.copyTo(batch, facts);
    Crowd crowd = rules.about(batch, day);
    for (String decision : first) {
      BatchAnswers said = new BatchAnswers(batch.capacity(), SecondLayer.wanted(second));
      crowd.evaluate(decision, said);
      answers.put(decision, said);
    }
    beside = Concurrence.of(second, crowd, answers);
  }

  BatchAnswers answers(String decision) {
    return Objects.requireNonNull(answers.get(decision));
  }

  /** The people whose entitlement gives way to another. */
  BitSet out(String decision) {
    return Objects.requireNonNull(beside).out(decision);
  }

  /** The whole answer about a person, by the engine; empty where the facts cannot be read. */
  Optional<Assessment> said(String decision, int person) {
    return said(decision, Objects.requireNonNull(people).facts(person));
  }

  private Optional<Assessment> said(String decision, Map<String, Object> told) {
    try {
      return Optional.of(rules.evaluateOn(decision, told, day));
    } catch (FactProblems e) {
      return Optional.empty();
    }
  }

  /** Why an entitlement of a person gives way; empty if it stays. */
  Optional<Assessment> givesWay(String decision, int person) {
    if (!out(decision).get(person)) {
      return Optional.empty();
    }
    Map<String, Object> told = Objects.requireNonNull(people).facts(person);
    Map<String, Assessment> said = new TreeMap<>();
    for (String rival : first) {
      said(rival, told).ifPresent(answer -> said.put(rival, answer));
    }
    Weighed weighed = rules.secondLayer().weigh(said, told, day);
    return Optional.ofNullable(weighed.givesWay().get(decision));
  }
}
