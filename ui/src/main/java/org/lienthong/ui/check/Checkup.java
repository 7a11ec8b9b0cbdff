package org.lienthong.ui.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Entitlements;
import org.lienthong.eligibility.Explanation;
import org.lienthong.eligibility.Status;

/**
 * How far a check has come.
 *
 * @param answered the questions that were answered, in the order in which they were asked
 * @param next the question that is to be asked now; null where everything is settled that can be
 * @param facts what was answered, by name; what the person does not know is not there
 * @param problem what is wrong with the answer to the next question, where it was given; a code
 * @param results per decision what it says, in order; some of them may still wait for answers
 * @param all the same, weighed against each other
 */
record Checkup(
    List<Asked> answered,
    @Nullable Asked next,
    Map<String, Object> facts,
    @Nullable String problem,
    List<Result> results,
    Entitlements all) {

  Checkup {
    answered = List.copyOf(answered);
    facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    results = List.copyOf(results);
  }

  /**
   * A question.
   *
   * @param decision the first that needs it
   */
  record Asked(String fact, String decision) {}

  /**
   * What a decision says.
   *
   * @param waitsFor the other decision whose result it needs; null where it needs none
   */
  record Result(Explanation explanation, @Nullable String waitsFor) {

    /** What is sure: with questions open that cannot change it, what any answer would give. */
    Status status() {
      Status settled = explanation.settled();
      return settled == null ? explanation.assessment().status() : settled;
    }

    /** The facts that are missing and that a person could tell. */
    Set<String> missing(Set<String> outputs) {
      Set<String> missing = new LinkedHashSet<>(explanation.questions());
      missing.removeAll(outputs);
      return missing;
    }
  }

  /** The question on a page, counted from 1; null where there is none. */
  @Nullable Asked at(int page) {
    if (page >= 1 && page <= answered.size()) {
      return answered.get(page - 1);
    }
    return page == answered.size() + 1 ? next : null;
  }
}
