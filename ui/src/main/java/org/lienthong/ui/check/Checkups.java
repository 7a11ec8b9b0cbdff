package org.lienthong.ui.check;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Entitlements;
import org.lienthong.eligibility.Explanation;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.ui.check.Checkup.Asked;
import org.lienthong.ui.check.Checkup.Result;
import org.springframework.stereotype.Component;

/**
 * Asks what the decisions of a life event still need, one question after the other: after each
 * answer only what can still change a result, first what most results wait for. The questions are
 * found again from the answers each time, so that a changed answer never leaves behind what nobody
 * would have been asked. Thread-safe.
 */
@Component
class Checkups {

  private static final int MOST = 100;

  private final Eligibility eligibility;
  private final CheckForms forms;
  private final Clock clock;

  Checkups(Eligibility eligibility, CheckForms forms, Clock clock) {
    this.eligibility = eligibility;
    this.forms = forms;
    this.clock = clock;
  }

  /**
   * Goes as far as the answers lead.
   *
   * @param decisions those that read others' outputs after those
   * @param answers as the pages posted them, by path
   */
  Checkup go(List<String> decisions, Map<String, Object> answers) {
    Map<String, Object> facts = new LinkedHashMap<>();
    Set<String> unknown = new HashSet<>();
    List<Asked> answered = new ArrayList<>();
    Decided results = decide(decisions, facts);
    while (true) {
      Asked next = next(results, unknown);
      if (next == null || answered.size() == MOST) {
        return results.checkup(answered, null, facts, null);
      }
      if (!forms.asks(next)) {
        unknown.add(next.fact()); // nobody can answer a list on a page
        continue;
      }
      Optional<Object> answer = forms.read(next, answers);
      if (answer.isEmpty() && !forms.unknown(next, answers)) {
        return results.checkup(answered, next, facts, null);
      }
      if (answer.isPresent()) {
        facts.put(next.fact(), answer.get());
        try {
          results = decide(decisions, facts);
        } catch (FactProblems e) {
          facts.remove(next.fact());
          String code = e.byFact().getOrDefault(next.fact(), "wrong-type");
          return results.checkup(answered, next, facts, code);
        }
      } else {
        unknown.add(next.fact());
      }
      answered.add(next);
    }
  }

  /** What was decided with some of the answers. */
  private record Decided(List<Result> results, Entitlements all) {

    Checkup checkup(
        List<Asked> answered,
        @Nullable Asked next,
        Map<String, Object> facts,
        @Nullable String problem) {
      return new Checkup(answered, next, facts, problem, results, all);
    }
  }

  private Decided decide(List<String> decisions, Map<String, Object> facts) {
    Entitlements all = eligibility.entitlements(decisions, facts, LocalDate.now(clock), true);
    return new Decided(
        all.found().stream()
            .map(explanation -> new Result(explanation, waitsFor(explanation, decisions)))
            .toList(),
        all);
  }

  private @Nullable String waitsFor(Explanation explanation, List<String> decisions) {
    return decisions.stream()
        .filter(other -> !other.equals(explanation.assessment().decision()))
        .filter(
            other ->
                eligibility.outputs(other).stream().anyMatch(explanation.questions()::contains))
        .findFirst()
        .orElse(null);
  }

  /**
   * The question that most results wait for, of several the first. Nobody is asked what another
   * decision says, nor what hangs on that.
   */
  private static @Nullable Asked next(Decided decided, Set<String> unknown) {
    Map<String, Asked> first = new LinkedHashMap<>();
    Map<String, Integer> wanted = new HashMap<>();
    for (Result result : decided.results()) {
      if (result.waitsFor() == null) {
        Set<String> open = new LinkedHashSet<>(result.explanation().questions());
        open.addAll(result.explanation().furtherQuestions());
        open.removeAll(unknown);
        for (String fact : open) {
          first.putIfAbsent(fact, new Asked(fact, result.explanation().assessment().decision()));
          wanted.merge(fact, 1, Integer::sum);
        }
      }
    }
    Asked next = null;
    for (Asked each : first.values()) {
      if (next == null
          || wanted.getOrDefault(each.fact(), 0) > wanted.getOrDefault(next.fact(), 0)) {
        next = each;
      }
    }
    return next;
  }
}
