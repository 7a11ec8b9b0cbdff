package org.lienthong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lienthong.journey.Fact.Source.DECISION;
import static org.lienthong.journey.Fact.Source.DECLARED;
import static org.lienthong.journey.Fact.Source.OFFICER;
import static org.lienthong.journey.Fact.Source.REGISTER;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.springframework.beans.factory.annotation.Autowired;

/** Several sources speak of one fact; the dossier keeps them all and knows which is in force. */
@EngineTest
class DossierTest {

  @Autowired Journeys journeys;
  @Autowired People people;

  Journey journey;

  @BeforeEach
  void aJourney() {
    String number =
        String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 24 | 1L << 39)
            .substring(0, 12);
    Actor citizen = people.citizen(number, "Nguyễn Thử");
    journey =
        ((StartOutcome.Started)
                journeys.start("demo-event", citizen, Map.of("thingKind", "BIG"), null))
            .journey();
  }

  @Test
  void keepsWhatEachSourceSaid() {
    say("thingValue", 100L, DECLARED, "p-1");
    say("thingValue", 90L, REGISTER, "demo-agency");
    say("thingValue", 80L, REGISTER, "other-agency");

    assertThat(journeys.evidence(journey.id()).get("thingValue"))
        .extracting(Fact::value, Fact::origin)
        .containsExactly(tuple(80L, "other-agency"), tuple(90L, "demo-agency"), tuple(100L, "p-1"));
  }

  @Test
  void keepsOfOneSourceItsLastWord() {
    say("thingValue", 100L, REGISTER, "demo-agency");
    say("thingValue", 90L, REGISTER, "demo-agency");

    assertThat(journeys.evidence(journey.id()).get("thingValue"))
        .singleElement()
        .extracting(Fact::value)
        .isEqualTo(90L);
  }

  @Test
  void goesByTheRegisterWhoeverDeclaresOtherwise() {
    say("thingValue", 100L, DECLARED, "p-1");
    say("thingValue", 90L, REGISTER, "demo-agency");
    say("thingValue", 110L, DECLARED, "p-1");

    assertThat(inForce("thingValue")).isEqualTo(90L);
  }

  @Test
  void goesByTheOfficialThoughARegisterIsReadAgain() {
    say("thingValue", 90L, REGISTER, "demo-agency");
    say("thingValue", 95L, OFFICER, "o-1");
    say("thingValue", 90L, REGISTER, "demo-agency");
    assertThat(inForce("thingValue")).isEqualTo(95L);

    say("thingValue", 96L, OFFICER, "o-2");
    assertThat(inForce("thingValue")).isEqualTo(96L);
  }

  @Test
  void goesByTheLastOfEqualSources() {
    say("thingValue", 1L, REGISTER, "demo-agency");
    say("thingValue", 2L, DECISION, "demo-benefit-amount");
    assertThat(inForce("thingValue")).isEqualTo(2L);

    say("thingValue", 3L, REGISTER, "demo-agency");
    assertThat(inForce("thingValue")).isEqualTo(3L);
  }

  @Test
  void takesTheListThatAFormCompleted() {
    say("thingParts", List.of(Map.of("order", 1L)), REGISTER, "demo-agency");
    say("thingParts", List.of(Map.of("order", 1L, "name", "Một")), DECLARED, "p-1");

    assertThat(inForce("thingParts")).isEqualTo(List.of(Map.of("order", 1L, "name", "Một")));
    assertThat(journeys.evidence(journey.id()).get("thingParts")).hasSize(2);
  }

  @Test
  void steersByWhatIsInForce() {
    assertThat(say("reviewDecision", "GRANT", OFFICER, "o-1"))
        .containsExactly(Map.entry("reviewDecision", "GRANT"));
    assertThat(say("reviewDecision", "REFUSE", DECLARED, "p-1"))
        .containsExactly(Map.entry("reviewDecision", "GRANT"));
    assertThat(say("thingValue", 90L, REGISTER, "demo-agency")).isEmpty();
  }

  private Map<String, Object> say(String fact, Object value, Fact.Source source, String origin) {
    return journeys.record(
        journey.id(), journey.deploymentId(), "demo-event", Map.of(fact, value), source, origin);
  }

  private Object inForce(String fact) {
    return Objects.requireNonNull(journeys.dossier(journey.id()).get(fact)).value();
  }
}
