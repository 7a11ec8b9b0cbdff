package org.lienthong.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lienthong.eligibility.Explanation.Change;

class ExplainerTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final Asker asker = new Asker();

  /** A pension for the old, and for the poor ten years before; only who asks for it gets it. */
  private static DrawnTable pension() {
    return new DrawnTable("FIRST")
        .changeable("requested", "boolean")
        .changeable("ageYears", "number")
        .fact("poor", "boolean")
        .changeable("pension", "number")
        .column("requested", "boolean", "")
        .column("ageYears", "integer", "")
        .column("poor", "boolean", "")
        .column("pension", "long", "")
        .output("status")
        .output("amount")
        .output("reasonCode")
        .row("pension-too-high", "", "", "", ">= standard", "\"NOT_ELIGIBLE\"", "0", "\"high\"")
        .row("too-young", "", "< 65", "", "", "\"NOT_ELIGIBLE\"", "0", "\"young\"")
        .row("not-poor", "", "< 75", "false", "", "\"NOT_ELIGIBLE\"", "0", "\"not-poor\"")
        .row("not-requested", "false", "", "", "", "\"NOT_ELIGIBLE\"", "0", "\"unasked\"")
        .row("entitled", "", "", "", "", "\"ELIGIBLE\"", "standard", "\"yes\"");
  }

  @Test
  void saysWhichSingleFactWouldChangeARefusal() {
    Explanation explanation =
        asker.explain(
            pension(),
            Map.of("requested", false, "birthDate", "1950-05-06", "poor", false, "pension", 0));

    assertThat(explanation.assessment().matchedRows()).containsExactly("not-requested");
    assertThat(explanation.changes())
        .extracting(Change::fact, Change::from, Change::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("requested", false, true));
    assertThat(explanation.changes().get(0).then().amount()).isEqualTo(200);
    assertThat(explanation.questions()).isEmpty();
  }

  @Test
  void saysOnWhichDayTimeAloneBringsTheChange() {
    Explanation explanation =
        asker.explain(
            pension(),
            Map.of("requested", true, "birthDate", "1952-02-29", "poor", false, "pension", 0));

    Change change = explanation.changes().get(0);
    assertThat(change.fact()).isEqualTo("ageYears");
    assertThat(change.to()).isEqualTo(75L);
    assertThat(change.on())
        .as("born on a 29 February: the year is full on 1 March")
        .isEqualTo(LocalDate.of(2027, 3, 1));
  }

  @Test
  void namesTheNearestValueThatWouldDo() {
    Explanation explanation =
        asker.explain(
            pension(),
            Map.of("requested", true, "birthDate", "1940-01-01", "poor", false, "pension", 500));

    assertThat(explanation.changes())
        .extracting(Change::fact, Change::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("pension", 199L));
  }

  @Test
  void neverProposesAFactThatTheTableDoesNotMarkAsSafe() {
    Explanation explanation =
        asker.explain(
            pension(),
            Map.of("requested", true, "birthDate", "1955-01-01", "poor", false, "pension", 0));

    assertThat(explanation.changes()).extracting(Change::fact).containsExactly("ageYears");
  }

  @Test
  void proposesNothingWhereNoSingleFactSuffices() {
    Explanation explanation =
        asker.explain(
            pension(),
            Map.of("requested", false, "birthDate", "1955-01-01", "poor", false, "pension", 0));

    assertThat(explanation.assessment().status()).isEqualTo(Status.NOT_ELIGIBLE);
    assertThat(explanation.changes()).isEmpty();
  }

  @Test
  void asksOnlyWhatCanStillChangeTheAnswer() {
    assertThat(asker.explain(pension(), Map.of("birthDate", "1990-01-01")).questions())
        .as("too young, whatever the rest is: the pension would only change the reason")
        .isEmpty();
    assertThat(asker.explain(pension(), Map.of("birthDate", "1990-01-01")).settled())
        .isEqualTo(Status.NOT_ELIGIBLE);
    assertThat(asker.explain(pension(), Map.of("birthDate", "1940-01-01")).questions())
        .as("over 75 nobody asks whether they are poor")
        .containsExactly("requested", "pension");
    assertThat(asker.explain(pension(), Map.of("birthDate", "1955-01-01")).questions())
        .containsExactly("requested", "poor", "pension");
    assertThat(asker.explain(pension(), Map.of()).questions())
        .as("an age is asked as a birth date")
        .containsExactly("requested", "birthDate", "poor", "pension");
  }

  @Test
  void asksForWhatTheAmountIsComputedFrom() {
    DrawnTable table =
        new DrawnTable("UNIQUE")
            .fact("children", "number")
            .fact("insured", "boolean")
            .column("insured", "boolean", "")
            .output("status")
            .output("amount")
            .row("insured", "true", "\"ELIGIBLE\"", "standard * children")
            .row("not-insured", "false", "\"NOT_ELIGIBLE\"", "0");

    assertThat(asker.explain(table, Map.of("insured", true)).questions())
        .containsExactly("children");
    assertThat(asker.explain(table, Map.of()).questions())
        .containsExactlyInAnyOrder("children", "insured");
  }

  @Test
  void asksEverythingOpenWhereACellComputes() {
    DrawnTable table =
        new DrawnTable("FIRST")
            .fact("income", "number")
            .fact("members", "number")
            .column("income", "long", "")
            .column("members", "integer", "")
            .output("status")
            .row("below", "< 2 * standard", "", "\"NOT_ELIGIBLE\"")
            .row("other", "", "> 3", "\"NOT_ELIGIBLE\"")
            .row("else", "", "", "\"NOT_ELIGIBLE\"");

    assertThat(asker.explain(table, Map.of()).questions()).isEqualTo(asked("income", "members"));
  }

  private static java.util.Set<String> asked(String... names) {
    return new java.util.LinkedHashSet<>(List.of(names));
  }

  /** Asks and explains over drawn tables. */
  static final class Asker {

    private final org.lienthong.feel.Feel feel = new org.lienthong.feel.Feel();
    private final TableEngine engine = new TableEngine(feel);
    private final Decider decider = new Decider(engine, feel);
    private final Explainer explainer = new Explainer(decider, feel);

    Table compiled(DrawnTable drawn) {
      return engine.compile(DrawnTable.KEY, 1, drawn.model());
    }

    Answer answer(Table table, Map<String, ?> facts) {
      return decider.decide(table, gather(table, facts));
    }

    Explanation explain(DrawnTable drawn, Map<String, ?> facts) {
      return explain(compiled(drawn), facts);
    }

    Explanation explain(Table table, Map<String, ?> facts) {
      Case asked = gather(table, facts);
      Answer answer = decider.decide(table, asked);
      Assessment assessment =
          new Assessment(
              "an-id",
              table.key(),
              1,
              answer.status(),
              answer.amount(),
              answer.periodicity(),
              asked.keyDate(),
              asked.facts(),
              asked.parameters(),
              answer.matchedRows(),
              answer.outputs(),
              answer.reasonKey(),
              answer.legalBasis(),
              answer.missing(),
              "demo",
              java.time.Instant.EPOCH,
              null,
              table.key(),
              Map.of(),
              null,
              false);
      return explainer.explain(table, asked, assessment, FactReader.bases(table, facts));
    }

    private Case gather(Table table, Map<String, ?> facts) {
      return decider.gather(table, facts, null, TODAY, day -> Map.of("standard", 200L));
    }
  }
}
