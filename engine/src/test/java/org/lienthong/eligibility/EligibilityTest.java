package org.lienthong.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class EligibilityTest {

  private static final String DECISION = "demo-benefit-amount";
  private static final Map<String, Object> BIG_THING =
      Map.of("thingDate", LocalDate.of(2025, 8, 1), "thingKind", "BIG", "thingValue", 100L);

  @Autowired Eligibility eligibility;

  @Test
  void decidesByTheLiveTable() {
    Assessment answer = eligibility.evaluate(DECISION, BIG_THING, null);

    assertThat(answer.status()).isEqualTo(Status.ELIGIBLE);
    assertThat(answer.amount()).isEqualTo(1_200_000);
    assertThat(answer.service()).isEqualTo("demo-benefit");
    assertThat(answer.version()).isPositive();
    assertThat(answer.matchedRows()).containsExactly("big-thing");
    assertThat(answer.reasonKeys()).containsExactly("demo-benefit-amount.big-thing");
    assertThat(answer.legalBasis()).isEqualTo("legalBasis.demo-act-3");
    assertThat(answer.parameters()).containsExactly(Map.entry("demoStandard", 600_000L));
    assertThat(answer.legalBasisChecked()).isTrue();
  }

  @Test
  void readsFactsAsJsonWritesThem() {
    Map<String, Object> facts =
        Map.of("thingDate", "2025-06-30", "thingKind", "SMALL", "thingValue", 100);

    assertThat(eligibility.evaluate(DECISION, facts, null).amount()).isEqualTo(500_000);
    assertThatThrownBy(
            () -> eligibility.evaluate(DECISION, Map.of("thingDate", "2025-02-30"), null))
        .isInstanceOf(FactProblems.class);
  }

  @Test
  void tellsWhatADecisionReadsAndSays() {
    assertThat(eligibility.decisions()).contains(DECISION);
    assertThat(eligibility.inputs(DECISION))
        .containsExactly("thingDate", "thingKind", "thingValue");
    assertThat(eligibility.outputs(DECISION))
        .containsExactly("status", "amount", "periodicity", "demoRecipient", "legalBasis");
  }

  @Test
  void knowsNoDecisionThatIsNotLive() {
    assertThatThrownBy(() -> eligibility.evaluate("no-such-decision", Map.of(), null))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void remembersWhatItDecidedAndOnWhat() {
    String journey = UUID.randomUUID().toString();
    Map<String, String> sources =
        Map.of("thingDate", "REGISTER:demo-agency", "thingKind", "DECLARED:form", "else", "x");

    Assessment given = eligibility.assess(journey, DECISION, BIG_THING, sources);
    eligibility.assess(journey, DECISION, Map.of(), Map.of());

    assertThat(eligibility.of(journey))
        .extracting(Assessment::status)
        .containsExactly(Status.ELIGIBLE, Status.NEEDS_DATA);
    assertThat(eligibility.of(journey).get(0)).isEqualTo(given);
    assertThat(eligibility.sources(given.id()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("thingDate", "REGISTER:demo-agency", "thingKind", "DECLARED:form"));
    assertThat(eligibility.latest(journey, DECISION).orElseThrow().missing())
        .containsExactly("thingDate", "thingKind", "thingValue");
  }

  @Test
  void leavesAJourneysCaseToAPersonWhereAFactCannotBeRead() {
    String journey = UUID.randomUUID().toString();

    Assessment given =
        eligibility.assess(
            journey, DECISION, Map.of("thingDate", "soon", "thingValue", -1), Map.of());

    assertThat(given.status()).isEqualTo(Status.NEEDS_HUMAN);
    assertThat(given.reasonKeys()).containsExactly("facts-unreadable");
    assertThat(eligibility.of(journey)).containsExactly(given);
  }

  @Test
  void remembersNothingThatWasOnlyAsked() {
    Assessment asked = eligibility.evaluate(DECISION, BIG_THING, null);

    assertThat(eligibility.sources(asked.id())).isEmpty();
    assertThat(eligibility.of("no-journey")).isEmpty();
  }
}
