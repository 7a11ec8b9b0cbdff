package org.lienthong.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.columns.Asked;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Compilation.Compiled;
import org.lienthong.columns.Outcome;
import org.lienthong.columns.Program;
import org.lienthong.columns.Verdicts;
import org.lienthong.columns.Words;
import org.lienthong.decisions.DecisionsTest;
import org.lienthong.decisions.DrawnFacts;
import org.lienthong.eligibility.TableEngine.MatchedRow;
import org.springframework.beans.factory.annotation.Autowired;

/** Every output of every table is the same from its columns as from the engine. */
@DecisionsTest
class OutputsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final int CASES = Integer.getInteger("lienthong.comparisons", 10_000) / 50;
  private static final long SEED = Long.getLong("lienthong.seed", 13);

  @Autowired Eligibility eligibility;
  @Autowired Catalogue catalogue;

  @TestFactory
  Stream<DynamicTest> areTheSameFromColumnsAndEngine() {
    return eligibility.decisions().stream()
        .map(decision -> DynamicTest.dynamicTest(decision, () -> compare(decision)));
  }

  private void compare(String decision) {
    Rules rules = eligibility.rules();
    Variants variants = rules.variants(decision);
    DrawnFacts drawn =
        new DrawnFacts(catalogue, rules, decision, new Random(SEED + decision.hashCode()));
    Batch batch = rules.batch(List.of(decision), CASES, new Words());
    List<Map<String, Object>> people = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      Map<String, Object> facts = drawn.next();
      people.add(facts);
      int person = batch.add();
      facts.forEach((fact, value) -> batch.set(fact, person, value));
    }
    BatchPlaces places =
        variants.placeMatters()
            ? BatchPlaces.of(rules.parameters(), rules.jurisdictions(), variants.country(), batch)
            : BatchPlaces.country(rules.parameters(), variants.country());
    Asked asked = new Asked(null, DAY, places.numbers(), places);
    for (Table table : variants.tables().toList()) {
      if (table.columnar() instanceof Compiled compiled) {
        Verdicts verdicts = new Verdicts(CASES);
        compiled.program().evaluate(batch, asked, verdicts);
        for (int person = 0; person < CASES; person++) {
          if (verdicts.outcome(person) == Outcome.ROWS
              && !places.nowhere(person)
              && variants.at(places.path(person)).equals(table)) {
            same(rules, decision, table, compiled.program(), batch, asked, verdicts, person);
          }
        }
      }
    }
  }

  private static void same(
      Rules rules,
      String decision,
      Table table,
      Program program,
      Batch batch,
      Asked asked,
      Verdicts verdicts,
      int person) {
    List<MatchedRow> rows =
        program.matches(batch, asked, verdicts, person).stream()
            .map(match -> new MatchedRow(match.row(), match.outputs()))
            .toList();
    Map<String, Object> facts = batch.facts(person);
    Assessment engine = rules.evaluateOn(decision, facts, DAY);
    try {
      Answer columns = Decider.answer(table, rows);
      assertThat(columns.outputs())
          .as("columns, then engine: %s of %s; seed %d", decision, facts, SEED)
          .isEqualTo(engine.outputs());
    } catch (TableEngine.TableFailure e) {
      assertThat(engine.reasonKey()).isEqualTo(e.reason());
    }
  }
}
