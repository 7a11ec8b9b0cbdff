package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Words;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.BatchAnswers;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.TableForm;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A sweep answers as a single question does: the tables' columns say the same as the engine, over
 * random facts at and beside everything that is written in the tables.
 *
 * <p>{@code -Dlienthong.comparisons=1000000} runs as many in all; {@code -Dlienthong.seed=…}
 * repeats a run.
 */
@DecisionsTest
class ColumnsTest {

  private static final int COMPARISONS = Integer.getInteger("lienthong.comparisons", 20_000);
  private static final long SEED = Long.getLong("lienthong.seed", 7);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final int BATCH = 500;

  @Autowired Eligibility eligibility;
  @Autowired Catalogue catalogue;

  @TestFactory
  Stream<DynamicTest> aSweepAnswersAsASingleQuestionDoes() {
    int each = Math.max(100, COMPARISONS / Math.max(1, eligibility.decisions().size()));
    return eligibility.decisions().stream()
        .map(decision -> DynamicTest.dynamicTest(decision, () -> compare(decision, each)));
  }

  @Test
  void nearlyAllTablesAreCompiled() {
    List<TableForm> not =
        eligibility.rules().compilations().stream().filter(f -> !f.compiled()).toList();

    assertThat(not)
        .as("Tables that sweeps evaluate one by one. Each says what to write otherwise.")
        .hasSizeLessThanOrEqualTo(3);
  }

  private void compare(String decision, int cases) {
    Rules rules = eligibility.rules();
    Random random = new Random(SEED + decision.hashCode());
    DrawnFacts drawn = new DrawnFacts(catalogue, rules, decision, random);
    Batch batch = rules.batch(List.of(decision), BATCH, new Words());
    BatchAnswers answers = new BatchAnswers(BATCH, rules.outputs(decision));
    for (int done = 0; done < cases; done += BATCH) {
      batch.clear();
      List<Map<String, Object>> people = new ArrayList<>();
      for (int i = 0; i < Math.min(BATCH, cases - done); i++) {
        Map<String, Object> facts = drawn.next();
        people.add(facts);
        int person = batch.add();
        facts.forEach((fact, value) -> batch.set(fact, person, value));
      }
      rules.about(batch, DAY).evaluate(decision, answers);
      for (int person = 0; person < people.size(); person++) {
        assertThat(said(rules.outputs(decision), answers, person))
            .as(
                "columns, then engine: %s of %s on %s; seed %d",
                decision, people.get(person), DAY, SEED)
            .isEqualTo(said(rules, decision, people.get(person)));
      }
    }
  }

  private static String said(Set<String> outputs, BatchAnswers answers, int person) {
    Map<String, Object> said = new TreeMap<>();
    for (String name : outputs) {
      Object value = answers.output(name, person);
      if (value != null) {
        said.put(name, value);
      }
    }
    Object amount = answers.hasAmount(person) ? answers.amount(person) : "none";
    return answers.status(person) + " " + amount + " " + answers.matchedRows(person) + " " + said;
  }

  private static String said(Rules rules, String decision, Map<String, Object> facts) {
    try {
      Assessment one = rules.evaluateOn(decision, facts, DAY);
      Object amount = one.amount() == null ? "none" : one.amount();
      Map<String, Object> said = new TreeMap<>(one.outputs());
      return one.status() + " " + amount + " " + one.matchedRows() + " " + said;
    } catch (FactProblems e) {
      return "null none [] {}";
    }
  }
}
