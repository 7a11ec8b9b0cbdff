package org.lienthong.eligibility;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Words;
import org.springframework.beans.factory.annotation.Autowired;

/** Decides for many as for one. */
@EngineTest
class BatchTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final int PEOPLE = 300;

  private static final String DECISION = "demo-top-up-amount";

  @Autowired Eligibility eligibility;
  @Autowired Catalogue catalogue;

  @Test
  void decidesForManyAsForOne() {
    Rules rules = eligibility.rules();
    List<String> codes = new ArrayList<>(List.of("", "no-such-place"));
    rules.jurisdictions().all().forEach(j -> codes.add(j.code()));
    for (String decision : rules.decisions()) {
      Random random = new Random(decision.hashCode());
      List<Map<String, Object>> people = new ArrayList<>();
      Batch batch = rules.batch(List.of(decision), PEOPLE, new Words());
      List<Table> tables = rules.variants(decision).tables().toList();
      for (int i = 0; i < PEOPLE; i++) {
        Table table = tables.get(random.nextInt(tables.size()));
        Map<String, Object> facts =
            new LinkedHashMap<>(new RandomFacts(table, written(table), random).next());
        for (String fact : rules.jurisdictions().facts().values()) {
          facts.put(fact, codes.get(random.nextInt(codes.size())));
        }
        people.add(facts);
        int person = batch.add();
        facts.forEach((fact, value) -> tell(rules, decision, batch, fact, person, value));
      }
      BatchAnswers answers = new BatchAnswers(PEOPLE, rules.outputs(decision));

      rules.about(batch, DAY).evaluate(decision, answers);

      for (int person = 0; person < PEOPLE; person++) {
        assertThat(said(answers, person))
            .as("%s of %s", decision, people.get(person))
            .isEqualTo(said(rules, decision, people.get(person)));
        besides(rules, decision, people.get(person), answers, person);
      }
    }
  }

  /** Where the facts can be read, everything else is the same, too. */
  private static void besides(
      Rules rules, String decision, Map<String, Object> facts, BatchAnswers answers, int person) {
    if (answers.status(person) == null) {
      return;
    }
    Assessment one = rules.evaluateOn(decision, facts, DAY);
    Map<String, Object> outputs = new LinkedHashMap<>();
    for (String name : rules.outputs(decision)) {
      Object value = answers.output(name, person);
      if (value != null) {
        outputs.put(name, value);
      }
    }
    assertThat(plain(outputs)).as("%s of %s", decision, facts).isEqualTo(plain(one.outputs()));
    assertThat(answers.service()).isEqualTo(one.service());
    assertThat(answers.currency()).isEqualTo(one.currency());
    assertThat(answers.jurisdiction(person)).isEqualTo(one.jurisdiction());
    assertThat(answers.version(person)).isEqualTo(one.version());
  }

  /** Numbers by their value: the engine has several types for the same. */
  private static Map<String, Object> plain(Map<String, Object> outputs) {
    Map<String, Object> plain = new TreeMap<>();
    outputs.forEach(
        (name, value) ->
            plain.put(
                name,
                value instanceof Number
                    ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                    : value));
    return plain;
  }

  @Test
  void asksTheEngineWhereATableIsNotCompiled() {
    Folder live = catalogue.folder(FolderKind.DECISION, "demo-top-up").orElseThrow();
    Map<String, byte[]> files = new TreeMap<>(live.files());
    String own = DECISION + ".dmn";
    String text = new String(files.get(own), UTF_8);
    String odd =
        "string length(string(demoPoints)) * demoTopUp / string length(string(demoPoints))";
    files.put(
        own, text.replace("<text>demoTopUp</text>", "<text>" + odd + "</text>").getBytes(UTF_8));
    Rules rules = eligibility.rulesWith(List.of(new Folder(live.kind(), live.key(), files)));
    assertThat(rules.compilations())
        .filteredOn(form -> !form.compiled())
        .extracting(TableForm::table)
        .containsExactly(DECISION);
    Batch batch = rules.batch(List.of(DECISION), 4, new Words());
    for (Integer points : new Integer[] {9, 10, 12, null}) {
      batch.set("demoPoints", batch.add(), points);
    }
    batch.set("regionCode", 2, "02");
    BatchAnswers answers = new BatchAnswers(4);

    rules.about(batch, DAY).evaluate(DECISION, answers);

    assertThat(said(answers, 0)).isEqualTo(said(rules, DECISION, Map.of("demoPoints", 9)));
    assertThat(said(answers, 1))
        .isEqualTo(said(rules, DECISION, Map.of("demoPoints", 10)))
        .startsWith("ELIGIBLE 1");
    assertThat(said(answers, 2))
        .as("its local table is compiled")
        .isEqualTo(said(rules, DECISION, Map.of("demoPoints", 12, "regionCode", "02")));
    assertThat(said(answers, 3)).isEqualTo(said(rules, DECISION, Map.of()));
    assertThat(answers.byEngineCount()).isEqualTo(3);
  }

  private static void tell(
      Rules rules, String decision, Batch batch, String fact, int person, Object value) {
    if (rules.inputs(decision).contains(fact)
        || rules.jurisdictions().facts().containsValue(fact)) {
      batch.set(fact, person, value);
    }
  }

  private static List<String> written(Table table) {
    List<String> written = new ArrayList<>();
    table.rows().forEach(r -> r.cells().forEach(c -> written.add(c.test())));
    return written;
  }

  private static String said(BatchAnswers answers, int person) {
    return said(
        answers.status(person),
        answers.hasAmount(person) ? answers.amount(person) : null,
        answers.matchedRows(person));
  }

  private static String said(Rules rules, String decision, Map<String, Object> facts) {
    try {
      Assessment one = rules.evaluateOn(decision, facts, DAY);
      return said(one.status(), one.amount(), one.matchedRows());
    } catch (FactProblems e) {
      return said(null, null, List.of());
    }
  }

  private static String said(@Nullable Status status, @Nullable Long amount, List<String> rows) {
    return status + " " + amount + " " + rows;
  }

  @Test
  void tellsHowEveryTableIsEvaluated() {
    assertThat(eligibility.rules().compilations())
        .isNotEmpty()
        .allMatch(form -> form.compiled() == (form.reason() == null));
  }
}
