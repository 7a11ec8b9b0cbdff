package org.lienthong.ui.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Explanation;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.Status;
import org.lienthong.ui.check.Checkup.Asked;
import org.lienthong.ui.check.Checkup.Result;
import org.springframework.stereotype.Component;

/**
 * Asks what the decisions of a life event still need, one question after the other: after each
 * answer only what can still change a result. The questions are found again from the answers each
 * time, so that a changed answer never leaves behind what nobody would have been asked.
 * Thread-safe.
 */
@Component
class Checkups {

  private static final int MOST = 100;

  private final Eligibility eligibility;
  private final CheckForms forms;

  Checkups(Eligibility eligibility, CheckForms forms) {
    this.eligibility = eligibility;
    this.forms = forms;
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
    List<Result> results = decide(decisions, facts);
    while (true) {
      Asked next = next(decisions, results, unknown);
      if (next == null || answered.size() == MOST) {
        return new Checkup(answered, null, facts, null, results);
      }
      if (!forms.asks(next)) {
        unknown.add(next.fact()); // nobody can answer a list on a page
        continue;
      }
      Optional<Object> answer = forms.read(next, answers);
      if (answer.isEmpty() && !forms.unknown(next, answers)) {
        return new Checkup(answered, next, facts, null, results);
      }
      if (answer.isPresent()) {
        facts.put(next.fact(), answer.get());
        try {
          results = decide(decisions, facts);
        } catch (FactProblems e) {
          facts.remove(next.fact());
          String code = e.byFact().getOrDefault(next.fact(), "wrong-type");
          return new Checkup(answered, next, facts, code, results);
        }
      } else {
        unknown.add(next.fact());
      }
      answered.add(next);
    }
  }

  /** What a decision gives is a fact for those after it. */
  private List<Result> decide(List<String> decisions, Map<String, Object> facts) {
    Map<String, Object> known = new LinkedHashMap<>(facts);
    List<Result> results = new ArrayList<>();
    for (String decision : decisions) {
      Explanation explanation = eligibility.explain(decision, known, null);
      results.add(new Result(explanation, waitsFor(explanation, decision, decisions)));
      if (explanation.assessment().status() != Status.NEEDS_DATA) {
        explanation.assessment().outputs().forEach(known::putIfAbsent);
      }
    }
    return results;
  }

  private @Nullable String waitsFor(
      Explanation explanation, String decision, List<String> decisions) {
    return decisions.stream()
        .filter(other -> !other.equals(decision))
        .filter(
            other ->
                eligibility.outputs(other).stream().anyMatch(explanation.questions()::contains))
        .findFirst()
        .orElse(null);
  }

  /** Nobody is asked what another decision says, nor what hangs on that. */
  private static @Nullable Asked next(
      List<String> decisions, List<Result> results, Set<String> unknown) {
    for (int i = 0; i < decisions.size(); i++) {
      Result result = results.get(i);
      if (result.waitsFor() == null) {
        Set<String> open = new LinkedHashSet<>(result.explanation().questions());
        open.removeAll(unknown);
        if (!open.isEmpty()) {
          return new Asked(open.iterator().next(), decisions.get(i));
        }
      }
    }
    return null;
  }
}
