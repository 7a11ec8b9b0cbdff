package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Explanation;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.Status;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The questions settle the outcome, in every table: whoever answers them gets what everybody gets
 * who tells everything, and what is said without a question is never taken back.
 */
@DecisionsTest
class QuestionsTest {

  private static final int CASES = Integer.getInteger("lienthong.questions", 8);
  private static final long SEED = Long.getLong("lienthong.seed", 11);

  @Autowired Eligibility eligibility;
  @Autowired Catalogue catalogue;

  @TestFactory
  Stream<DynamicTest> settleTheOutcome() {
    return eligibility.decisions().stream()
        .map(decision -> DynamicTest.dynamicTest(decision, () -> settle(decision)));
  }

  private void settle(String decision) {
    Random random = new Random(SEED + decision.hashCode());
    DrawnFacts drawn = new DrawnFacts(catalogue, eligibility.rules(), decision, random);
    Set<String> always = alwaysTold(decision);
    for (int i = 0; i < CASES; i++) {
      Map<String, Object> all = drawn.complete();
      Assessment truth = answer(decision, all);
      if (truth != null && truth.status() != Status.NEEDS_DATA) {
        Map<String, Object> known = new HashMap<>(all);
        known.keySet().removeIf(fact -> !always.contains(fact) && random.nextBoolean());
        Explanation asked = eligibility.explain(decision, known, null);
        Map<String, Object> answered = new HashMap<>(known);
        asked.questions().forEach(q -> answered.put(q, Objects.requireNonNull(all.get(q))));
        Explanation after = eligibility.explain(decision, answered, null);
        String asking = "%s with %s, asked %s; seed %d";
        assertThat(outcome(after, truth))
            .as(asking, decision, all, asked.questions(), SEED)
            .isEqualTo(outcome(truth));
        Assessment other = answer(decision, besides(answered, drawn.complete()));
        if (other != null) {
          assertThat(outcome(other))
              .as(asking + ", the rest drawn anew", decision, all, asked.questions(), SEED)
              .isEqualTo(outcome(truth));
        }
      }
    }
  }

  private static Map<String, Object> besides(Map<String, Object> told, Map<String, Object> others) {
    Map<String, Object> all = new HashMap<>(others);
    all.putAll(told);
    return all;
  }

  /** What may stay unknown for good, and where a person lives, changes answers unasked. */
  private Set<String> alwaysTold(String decision) {
    Set<String> always = new LinkedHashSet<>(catalogue.jurisdictions().facts().values());
    DecisionFolders.all().stream()
        .flatMap(folder -> DecisionFolders.models(folder).entrySet().stream())
        .filter(model -> DecisionFolders.asked(model.getKey()).equals(decision))
        .flatMap(model -> model.getValue().getModelElementsByType(InputData.class).stream())
        .filter(
            data ->
                data.getDescription() != null
                    && data.getDescription().getTextContent().strip().startsWith("optional"))
        .forEach(data -> always.add(data.getName()));
    return always;
  }

  /** None where a fact is no such fact, such as a birth after the key date. */
  private @Nullable Assessment answer(String decision, Map<String, Object> facts) {
    try {
      return eligibility.evaluate(decision, facts, null);
    } catch (FactProblems e) {
      return null;
    }
  }

  /** What is settled while facts are missing is a status; which amount it is, nobody says yet. */
  private static String outcome(Explanation explanation, Assessment truth) {
    return explanation.settled() == null
        ? outcome(explanation.assessment())
        : explanation.settled() == truth.status() ? outcome(truth) : explanation.settled().name();
  }

  /** Of refusals it does not matter which. */
  private static String outcome(Assessment assessment) {
    return assessment.status() == Status.ELIGIBLE
        ? "ELIGIBLE " + assessment.amount()
        : assessment.status().name();
  }
}
