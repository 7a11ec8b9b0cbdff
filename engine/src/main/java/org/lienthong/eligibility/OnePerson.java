package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Jurisdiction;

/** Decides many decisions about one person, each with what those before it say. Thread-safe. */
final class OnePerson {

  private static final String UNBORN = "after-the-key-date";

  private final Rules rules;
  private final Explainer explainer;
  private final Map<String, Set<String>> inputs = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> outputs = new ConcurrentHashMap<>();

  OnePerson(Rules rules, Explainer explainer) {
    this.rules = rules;
    this.explainer = explainer;
  }

  List<String> entitling() {
    Jurisdiction home = rules.jurisdictions().country("").orElse(null);
    return rules.decisions().stream()
        .filter(decision -> !rules.secondLayer().has(decision))
        .filter(decision -> home == null || home.code().equals(rules.country(decision)))
        .toList();
  }

  Entitlements decide(
      Collection<String> decisions, Map<String, ?> facts, LocalDate day, boolean explain) {
    Map<String, Object> known = new HashMap<>();
    facts.forEach((name, value) -> known.put(name, value));
    known.values().removeIf(Objects::isNull);
    Map<String, String> problems = new TreeMap<>();
    List<Explanation> found = new ArrayList<>();
    Map<String, Assessment> first = new LinkedHashMap<>();
    for (String decision : inOrder(decisions)) {
      try {
        Explanation explanation = decide(decision, known, day, explain);
        Assessment assessment = explanation.assessment();
        found.add(explanation);
        first.put(decision, assessment);
        if (assessment.status() != Status.NEEDS_DATA) {
          assessment.outputs().forEach(known::putIfAbsent);
        }
      } catch (FactProblems e) {
        problems.putAll(e.byFact());
      }
    }
    if (!problems.isEmpty()) {
      throw new FactProblems(problems);
    }
    return new Entitlements(found, rules.secondLayer().weigh(first, known, day));
  }

  private Explanation decide(
      String decision, Map<String, Object> facts, LocalDate day, boolean explain) {
    Ruling ruling = rule(decision, facts, day);
    Assessment assessment = ruling.assessment(rules.now());
    return explain
        ? explainer.explain(
            ruling.table(), ruling.asked(), assessment, FactReader.bases(ruling.table(), facts))
        : Explanation.none(assessment);
  }

  private Ruling rule(String decision, Map<String, Object> facts, LocalDate day) {
    try {
      return rules.rule(decision, facts, null, day);
    } catch (FactProblems e) {
      LocalDate birth = lastBirth(e, facts);
      if (birth == null || !birth.isAfter(day)) {
        throw e;
      }
      return rules.rule(decision, facts, null, birth);
    }
  }

  /** The last day of birth that is still to come; null if that is not what is wrong. */
  private static @Nullable LocalDate lastBirth(FactProblems problems, Map<String, Object> facts) {
    boolean days =
        problems.byFact().keySet().stream().allMatch(f -> DerivedFacts.yearOf(f).isPresent());
    return days && problems.byFact().values().stream().allMatch(UNBORN::equals)
        ? problems.byFact().keySet().stream()
            .map(fact -> LocalDate.parse(String.valueOf(facts.get(fact))))
            .max(LocalDate::compareTo)
            .orElse(null)
        : null;
  }

  Set<String> inputsWithRivals(String decision) {
    SecondLayer second = rules.secondLayer();
    Set<String> names = new LinkedHashSet<>();
    second.withRivals(Set.of(decision)).forEach(each -> names.addAll(rules.inputs(each)));
    second.keysAbout(decision).forEach(table -> names.addAll(rules.inputs(table)));
    names.removeAll(second.results());
    names.addAll(rules.inputs(decision));
    return names;
  }

  /** What becomes of an entitlement beside the others that a person is due and does not refuse. */
  SecondLayer.Weighed weigh(
      Assessment found, Map<String, ?> facts, Set<String> refused, LocalDate day) {
    Map<String, Assessment> first = new TreeMap<>();
    if (found.status() == Status.ELIGIBLE) {
      for (String rival : rules.secondLayer().withRivals(Set.of(found.decision()))) {
        if (!refused.contains(rival)) {
          readable(rival, facts, day).ifPresent(answer -> first.put(rival, answer));
        }
      }
      first.put(found.decision(), found);
    }
    return rules.secondLayer().weigh(first, facts, day);
  }

  /** Nobody's entitlement is lost to one that cannot be read. */
  private Optional<Assessment> readable(String decision, Map<String, ?> facts, LocalDate day) {
    try {
      return Optional.of(rules.evaluateOn(decision, facts, day));
    } catch (FactProblems e) {
      return Optional.empty();
    }
  }

  List<String> inOrder(Collection<String> decisions) {
    List<String> ordered = new ArrayList<>();
    decisions.forEach(decision -> place(decision, decisions, ordered, new HashSet<>()));
    return List.copyOf(ordered);
  }

  private void place(
      String decision, Collection<String> all, List<String> ordered, Set<String> onTheWay) {
    if (ordered.contains(decision) || !onTheWay.add(decision)) {
      return;
    }
    Set<String> reads = inputs.computeIfAbsent(decision, rules::inputs);
    for (String other : all) {
      if (!other.equals(decision)
          && !Collections.disjoint(outputs.computeIfAbsent(other, rules::outputs), reads)) {
        place(other, all, ordered, onTheWay);
      }
    }
    ordered.add(decision);
  }
}
