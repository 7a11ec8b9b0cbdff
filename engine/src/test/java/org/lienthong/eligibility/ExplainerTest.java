package org.lienthong.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lienthong.eligibility.Explanation.Change;

class ExplainerTest {

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
  void asksNothingWhereEveryRowRefusesWhateverACellComputes() {
    DrawnTable table =
        new DrawnTable("FIRST")
            .fact("income", "number")
            .fact("members", "number")
            .column("income", "long", "")
            .column("members", "integer", "")
            .output("status")
            .row("below", "< members * standard", "", "\"NOT_ELIGIBLE\"")
            .row("other", "", "> 3", "\"NOT_ELIGIBLE\"")
            .row("else", "", "", "\"NOT_ELIGIBLE\"");

    Explanation explanation = asker.explain(table, Map.of());

    assertThat(explanation.questions()).isEmpty();
    assertThat(explanation.settled()).isEqualTo(Status.NOT_ELIGIBLE);
  }

  /** Help for the poor: below twice the standard a head; three heads more than the children. */
  private static DrawnTable help() {
    return new DrawnTable("FIRST")
        .changeable("income", "number")
        .changeable("leaveDate", "date")
        .changeable("urban", "boolean")
        .changeable("kind", "string")
        .fact("birthDate", "date")
        .fact("members", "number")
        .column("income - 2 * standard * members", "long", "")
        .column("(leaveDate - birthDate).days", "integer", "")
        .column("urban or kind = \"FARM\"", "boolean", "")
        .output("status")
        .row("too-rich", ">= 0", "", "", "\"NOT_ELIGIBLE\"")
        .row("too-late", "", "> 60", "", "\"NOT_ELIGIBLE\"")
        .row("elsewhere", "", "", "false", "\"NOT_ELIGIBLE\"")
        .row("helped", "", "", "", "\"ELIGIBLE\"");
  }

  private static Map<String, Object> helped(Map<String, Object> but) {
    Map<String, Object> facts = new java.util.HashMap<>();
    facts.put("income", 100);
    facts.put("members", 3);
    facts.put("birthDate", "2026-01-01");
    facts.put("leaveDate", "2026-02-01");
    facts.put("urban", true);
    facts.put("kind", "TRADE");
    facts.putAll(but);
    return facts;
  }

  @Test
  void solvesWhatAColumnComputesForANumberADayATruthValueAndACode() {
    assertThat(asker.explain(help(), helped(Map.of())).assessment().status())
        .isEqualTo(Status.ELIGIBLE);
    assertThat(asker.explain(help(), helped(Map.of("income", 5_000_000))).changes())
        .extracting(Change::fact, Change::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("income", 1_199L));
    assertThat(asker.explain(help(), helped(Map.of("leaveDate", "2026-05-17"))).changes())
        .extracting(Change::fact, Change::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("leaveDate", LocalDate.of(2026, 3, 2)));
    assertThat(asker.explain(help(), helped(Map.of("urban", false))).changes())
        .extracting(Change::fact, Change::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("urban", true),
            org.assertj.core.groups.Tuple.tuple("kind", "FARM"));
  }

  @Test
  void asksForWhatATableCanDoWithoutWhereItWouldTurnARefusal() {
    DrawnTable table =
        new DrawnTable("FIRST")
            .fact("months", "number")
            .optional("treated", "boolean")
            .optional("monthsIn24", "number")
            .optional("remark", "boolean")
            .column("months", "integer", "")
            .column("treated", "boolean", "")
            .column("monthsIn24", "integer", "")
            .column("remark", "boolean", "")
            .output("status")
            .row("insured", ">= 6", "", "", "", "\"ELIGIBLE\"")
            .row("none", "0", "", "", "", "\"NOT_ELIGIBLE\"")
            .row("treated", "", "true", ">= 6", "", "\"ELIGIBLE\"")
            .row("marked", "", "", "", "true", "\"NOT_ELIGIBLE\"")
            .row("not-insured", "", "", "", "", "\"NOT_ELIGIBLE\"");

    assertThat(asker.explain(table, Map.of("months", 5)).furtherQuestions())
        .containsExactly("treated", "monthsIn24");
    assertThat(asker.explain(table, Map.of("months", 5, "treated", false)).furtherQuestions())
        .isEmpty();
    assertThat(asker.explain(table, Map.of("months", 0)).furtherQuestions()).isEmpty();
    assertThat(asker.explain(table, Map.of("months", 6)).furtherQuestions()).isEmpty();
  }

  @Test
  void asksForItTooWhereNoOtherAnswerCouldTurnTheRefusal() {
    DrawnTable table =
        new DrawnTable("FIRST")
            .fact("months", "number")
            .fact("rest", "boolean")
            .optional("treated", "boolean")
            .column("months", "integer", "")
            .column("rest", "boolean", "")
            .column("treated", "boolean", "")
            .output("status")
            .output("reasonCode")
            .row("treated", "", "", "true", "\"ELIGIBLE\"", "\"treated\"")
            .row("rest", "", "true", "", "\"NOT_ELIGIBLE\"", "\"rest\"")
            .row("no-rest", "", "false", "", "\"NOT_ELIGIBLE\"", "\"no-rest\"");

    Explanation explanation = asker.explain(table, Map.of("months", 5));

    assertThat(explanation.settled()).isEqualTo(Status.NOT_ELIGIBLE);
    assertThat(explanation.questions()).isEmpty();
    assertThat(explanation.furtherQuestions()).containsExactly("treated");
  }
}
