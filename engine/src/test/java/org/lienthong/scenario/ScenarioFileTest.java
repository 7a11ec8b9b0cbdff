package org.lienthong.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioFileTest {

  private static final String PEOPLE =
      """
      people:
        An: {personalNumber: "000000000001"}
        officer: {unit: demo-office}
      """;

  @Test
  void readsAStory() {
    List<Scenario> all =
        read(
            """
            scenarios:
              - name: A good day
                why: It shows the way.
                clock: 2026-11-18 09:00
                play:
                  - {start: demo-event, by: An, answers: {colour: RED}}
                  - {agency: demo-office, is: later}
                  - {advance: P1D}
                  - {deliver: demo-office}
                  - {complete: Task_Look, by: officer}
                  - expect: {journey: COMPLETED, effects: {demo-office: 1}, parked: 0}
            """);
    assertThat(all).hasSize(1);
    Scenario scenario = all.get(0);
    assertThat(scenario.start()).isEqualTo(Instant.parse("2026-11-18T02:00:00Z"));
    assertThat(scenario.people().get("officer"))
        .isEqualTo(new Scenario.Person("officer", null, "demo-office"));
    assertThat(scenario.moves())
        .startsWith(
            new Move.Start("demo-event", "An", Map.of("colour", "RED")),
            new Move.Behave("demo-office", "later"),
            new Move.Advance(Duration.ofDays(1)),
            new Move.Deliver("demo-office"),
            new Move.Complete("Task_Look", "officer", Map.of()));
    Move.Expect expect = (Move.Expect) scenario.moves().get(5);
    assertThat(expect.journey()).isEqualTo("COMPLETED");
    assertThat(expect.effects()).containsEntry("demo-office", 1);
    assertThat(expect.parked()).isZero();
  }

  @Test
  void saysWhichMoveNobodyKnows() {
    refuses("  - {strat: demo-event, by: An}", "«A good day», play 1", "a move is one of");
  }

  @Test
  void saysWhoIsMissing() {
    refuses("  - {start: demo-event, by: Binh}", "«Binh» is not among the people");
  }

  @Test
  void saysWhichExpectationIsMisspelt() {
    refuses("  - expect: {jorney: OPEN}", "«jorney» is not known here", "journey");
  }

  @Test
  void saysHowTimePasses() {
    refuses("  - {advance: one day}", "advance is written like PT2H");
  }

  @Test
  void asksForQuotesAroundNumbers() {
    assertThatThrownBy(
            () ->
                ScenarioFile.read(
                    "life-events/demo-event",
                    "people: {An: {personalNumber: 100000000001}}\nscenarios: []"))
        .hasMessageContaining("people, An, personalNumber")
        .hasMessageContaining("put it in quotes");
  }

  private static void refuses(String move, String... saying) {
    assertThatThrownBy(
            () ->
                read(
                    """
                    scenarios:
                      - name: A good day
                        why: It shows the way.
                        clock: 2026-11-18 09:00
                        play:
                        %s
                    """
                        .formatted(move)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains(saying);
  }

  private static List<Scenario> read(String scenarios) {
    return ScenarioFile.read("life-events/demo-event", PEOPLE + scenarios);
  }
}
