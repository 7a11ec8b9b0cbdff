package org.lienthong.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.EngineTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Law from the commune to the province to the country, by the key date. */
@EngineTest
class JurisdictionTest {

  private static final String DECISION = "demo-top-up-amount";

  @Autowired Eligibility eligibility;
  @Autowired Clock clock;

  private static Map<String, Object> facts(int points, Object... more) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("demoPoints", points);
    for (int i = 0; i < more.length; i += 2) {
      facts.put(more[i].toString(), more[i + 1]);
    }
    return facts;
  }

  @ParameterizedTest(name = "{0}, region {1}, town {2}: {3} of {4}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          2024-12-31, 01, -,     100000, 01
          2025-01-01, 01, -,     150000, 01
          2025-01-01, -,  -,     100000, dd
          2025-06-30, -,  00101, 150000, 00101
          2025-07-01, -,  00101, 200000, 00101
          2025-07-01, 01, 00101, 200000, 00101
          2025-07-01, 01, 99999, 150000, 01
          2026-01-01, 01, -,     150000, 01
          2026-01-01, x1, -,     120000, dd
          2025-12-31, 02, -,     200000, 02
          2025-12-31, -,  00201, 200000, 00201
          2026-01-01, 02, -,     240000, 02
          """)
  void takesTheNearestValueInForce(
      LocalDate day, String region, String town, long amount, String jurisdiction) {
    Assessment answer =
        eligibility.evaluate(
            DECISION, facts(10, "topUpDate", day, "regionCode", region, "townCode", town), null);

    assertThat(answer.amount()).isEqualTo(amount);
    assertThat(answer.jurisdiction()).isEqualTo(jurisdiction);
    assertThat(answer.currency()).isEqualTo("VND");
  }

  @Test
  void tellsWhichPlaceSetAnAmount() {
    Map<String, Object> facts = facts(10, "topUpDate", "2025-06-30", "townCode", "00101");

    Assessment answer = eligibility.evaluate(DECISION, facts, null);

    assertThat(answer.valuesFrom()).containsExactly(Map.entry("demoTopUp", "01"));
    assertThat(answer.facts()).containsEntry("townCode", "00101");
    assertThat(answer.table()).isEqualTo(DECISION);
    assertThat(eligibility.evaluate(DECISION, facts(10), null).valuesFrom()).isEmpty();
  }

  @Test
  void letsALocalTableAnswerUnderTheDecisionsName() {
    Assessment answer =
        eligibility.evaluate(
            DECISION, facts(5, "topUpDate", "2025-12-31", "townCode", "00201"), null);

    assertThat(answer.decision()).isEqualTo(DECISION);
    assertThat(answer.table()).isEqualTo("demo-top-up-amount-in-02");
    assertThat(answer.amount()).isEqualTo(200_000);
    assertThat(answer.matchedRows()).containsExactly("five-points-or-more");
    assertThat(answer.reasonKeys()).containsExactly("demo-top-up-amount-in-02.five-points-or-more");
    assertThat(eligibility.decisions())
        .contains(DECISION)
        .doesNotContain("demo-top-up-amount-in-02");
    assertThatThrownBy(() -> eligibility.evaluate("demo-top-up-amount-in-02", Map.of(), null))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void asksWhereOneLivesOnlyWhereLawDiffers() {
    assertThat(eligibility.inputs(DECISION))
        .containsExactly("topUpDate", "demoPoints", "townCode", "regionCode");
    assertThat(eligibility.inputs("demo-benefit-amount")).doesNotContain("regionCode");
  }

  @ParameterizedTest(name = "{0} {1}: {3} {4}")
  @CsvSource({
    "regionCode, 99, -, regionCode, unknown-jurisdiction",
    "townCode, 99999, -, townCode, unknown-jurisdiction",
    "townCode, 00101, 02, regionCode, not-around-the-place",
  })
  void refusesAPlaceThatIsNone(
      String fact, String code, String region, String named, String problem) {
    Map<String, Object> facts = facts(10, fact, code);
    if (!region.equals("-")) {
      facts.put("regionCode", region);
    }

    assertThatThrownBy(() -> eligibility.evaluate(DECISION, facts, null))
        .isInstanceOfSatisfying(
            FactProblems.class, p -> assertThat(p.byFact()).containsEntry(named, problem));
    assertThatThrownBy(() -> eligibility.evaluate(DECISION, facts(10, "regionCode", 1), null))
        .isInstanceOf(FactProblems.class);
  }

  @Test
  void remembersWhoseLawWasApplied() {
    String journey = UUID.randomUUID().toString();

    Assessment given =
        eligibility.assess(
            journey, DECISION, facts(10, "townCode", "00101"), Map.of("townCode", "REGISTER:x"));

    assertThat(eligibility.of(journey)).containsExactly(given);
    assertThat(given.jurisdiction()).isEqualTo("00101");
    assertThat(given.valuesFrom()).containsEntry("demoTopUp", "00101");
    assertThat(eligibility.sources(given.id()))
        .containsEntry("townCode", "REGISTER:x")
        .containsEntry("topUpDate", Eligibility.DERIVED);
  }

  @Test
  void takesTheDayAskedAboutForAnOptionalKeyDate() {
    LocalDate today = LocalDate.now(clock);
    Assessment now = eligibility.evaluate(DECISION, facts(10), null);
    assertThat(now.keyDate()).isEqualTo(today);
    assertThat(now.facts()).containsEntry("topUpDate", today);

    LocalDate day = LocalDate.of(2025, 3, 1);
    assertThat(eligibility.rules().evaluateOn(DECISION, facts(10), day).keyDate()).isEqualTo(day);
    assertThat(eligibility.evaluate(DECISION, facts(10), day).facts())
        .containsEntry("topUpDate", day);
  }

  @Test
  void letsTheDayAskedAboutOverrideNoKeyDate() {
    LocalDate day = LocalDate.of(2025, 3, 1);
    Map<String, Object> facts = facts(10, "topUpDate", "2026-01-01");

    assertThat(eligibility.rules().evaluateOn(DECISION, facts, day).amount()).isEqualTo(120_000);
    assertThatThrownBy(() -> eligibility.evaluate(DECISION, facts, day))
        .isInstanceOf(FactProblems.class);
    assertThat(
            eligibility.rules().evaluateOn("demo-benefit-amount", Map.of("thingValue", 100), day))
        .returns(Status.NEEDS_DATA, Assessment::status)
        .satisfies(a -> assertThat(a.missing()).contains("thingDate"));
  }
}
