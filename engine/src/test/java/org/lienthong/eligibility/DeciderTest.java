package org.lienthong.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lienthong.feel.Feel;

class DeciderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final Feel feel = new Feel();
  private final TableEngine engine = new TableEngine(feel);
  private final Decider decider = new Decider(engine, feel, Asker.EVERY_DAY);
  private Function<LocalDate, Map<String, Object>> parameters =
      day -> Map.of("standard", day.getYear() < 2026 ? 100L : 200L, "unread", 1L);

  private Table compiled(DrawnTable drawn) {
    return engine.compile(DrawnTable.KEY, 1, drawn.model());
  }

  private Answer decide(DrawnTable drawn, Map<String, ?> facts) {
    Table table = compiled(drawn);
    return decider.decide(table, decider.gather(table, facts, null, TODAY, parameters));
  }

  private static DrawnTable grant(String hitPolicy) {
    return new DrawnTable(hitPolicy)
        .keyDate("eventDate")
        .fact("months", "number")
        .fact("otherMonths", "number")
        .column("months", "integer", "")
        .column("otherMonths", "integer", "")
        .output("status")
        .output("amount")
        .output("periodicity")
        .output("legalBasis");
  }

  private static DrawnTable firstGrant() {
    return grant("FIRST")
        .row("own-months", ">= 6", "", "\"ELIGIBLE\"", "2 * standard", "\"ONCE\"", "\"law\"")
        .row("other-months", "", ">= 6", "\"ELIGIBLE\"", "standard", "\"ONCE\"", "\"law\"")
        .row("neither", "", "", "\"NOT_ELIGIBLE\"", "0", "", "\"law\"");
  }

  @Test
  void answersWithTheRowItsReasonAndItsLegalBasis() {
    Answer answer = decide(firstGrant(), Map.of("eventDate", TODAY, "months", 6, "otherMonths", 0));

    assertThat(answer.status()).isEqualTo(Status.ELIGIBLE);
    assertThat(answer.amount()).isEqualTo(400);
    assertThat(answer.periodicity()).isEqualTo("ONCE");
    assertThat(answer.matchedRows()).containsExactly("own-months");
    assertThat(answer.reasonKey()).isEqualTo("demo-grant.own-months");
    assertThat(answer.legalBasis()).isEqualTo("legalBasis.law");
    assertThat(answer.missing()).isEmpty();
  }

  @Test
  void appliesTheLawOfTheKeyDate() {
    Map<String, Object> facts = Map.of("months", 6, "otherMonths", 0);
    Table table = compiled(firstGrant());
    LocalDate lastDay = LocalDate.of(2025, 12, 31);

    Case asked = decider.gather(table, facts, lastDay, TODAY, parameters);

    assertThat(asked.parameters()).containsExactly(Map.entry("standard", 100L));
    assertThat(asked.facts()).containsEntry("eventDate", lastDay);
    assertThat(decider.decide(table, asked).amount()).isEqualTo(200);
  }

  @Test
  void refusesAKeyDateThatContradictsItsFact() {
    Table table = compiled(firstGrant());

    assertThatThrownBy(
            () ->
                decider.gather(
                    table, Map.of("eventDate", TODAY), TODAY.plusDays(1), TODAY, parameters))
        .isInstanceOfSatisfying(
            FactProblems.class,
            problems ->
                assertThat(problems.byFact()).containsEntry("eventDate", "not-the-key-date"));
  }

  @Test
  void namesTheFactsThatAreMissing() {
    Answer answer = decide(firstGrant(), Map.of("eventDate", TODAY));

    assertThat(answer.status()).isEqualTo(Status.NEEDS_DATA);
    assertThat(answer.missing()).containsExactly("months", "otherMonths");
    assertThat(answer.reasonKey()).isEqualTo("facts-missing");
    assertThat(answer.amount()).isNull();
  }

  @Test
  void asksForTheKeyDateWhereAnAmountWaitsForIt() {
    Answer answer = decide(firstGrant(), Map.of("months", 6, "otherMonths", 0));

    assertThat(answer.status()).isEqualTo(Status.NEEDS_DATA);
    assertThat(answer.missing()).containsExactly("eventDate");
  }

  @Test
  void asksForNothingThatCannotMatter() {
    assertThat(decide(firstGrant(), Map.of("eventDate", TODAY, "months", 6)).matchedRows())
        .containsExactly("own-months");
    assertThat(decide(firstGrant(), Map.of("eventDate", TODAY, "months", 5)).missing())
        .containsExactly("otherMonths");
  }

  @Test
  void asksForARowAboveTheOneThatFits() {
    assertThat(decide(firstGrant(), Map.of("eventDate", TODAY, "otherMonths", 6)).missing())
        .containsExactly("months");
  }

  @Test
  void asksForWhatAResultReads() {
    DrawnTable table =
        new DrawnTable("UNIQUE")
            .fact("kind", "string")
            .fact("salary", "number")
            .column("kind")
            .output("status")
            .output("amount")
            .row("paid", "\"A\"", "\"ELIGIBLE\"", "salary")
            .row("unpaid", "not(\"A\")", "\"NOT_ELIGIBLE\"", "0");

    assertThat(decide(table, Map.of("kind", "A")).missing()).containsExactly("salary");
    assertThat(decide(table, Map.of("kind", "B")).status()).isEqualTo(Status.NOT_ELIGIBLE);
    assertThat(decide(table, Map.of()).missing()).containsExactly("kind", "salary");
  }

  @Test
  void answersWithoutAnOptionalFact() {
    DrawnTable table =
        new DrawnTable("FIRST")
            .optional("rest", "boolean")
            .column("rest", "boolean", "")
            .output("status")
            .row("rested", "true", "\"ELIGIBLE\"")
            .row("not-rested", "", "\"NOT_ELIGIBLE\"");

    assertThat(decide(table, Map.of()).matchedRows()).containsExactly("not-rested");
    assertThat(decide(table, Map.of("rest", true)).matchedRows()).containsExactly("rested");
  }

  @Test
  void leavesACaseThatNoRowKnowsToAPerson() {
    DrawnTable table =
        new DrawnTable("UNIQUE")
            .fact("months", "number")
            .column("months", "integer", "")
            .output("status")
            .row("some", "> 0", "\"ELIGIBLE\"");

    Answer answer = decide(table, Map.of("months", 0));

    assertThat(answer.status()).isEqualTo(Status.NEEDS_HUMAN);
    assertThat(answer.reasonKey()).isEqualTo("no-rule-matched");
  }

  @Test
  void leavesACaseThatTheRowsContradictToAPerson() {
    DrawnTable table =
        new DrawnTable("UNIQUE")
            .fact("months", "number")
            .column("months", "integer", "")
            .output("status")
            .row("some", ">= 1", "\"ELIGIBLE\"")
            .row("more", ">= 2", "\"NOT_ELIGIBLE\"");

    Answer answer = decide(table, Map.of("months", 2));

    assertThat(answer.status()).isEqualTo(Status.NEEDS_HUMAN);
    assertThat(answer.reasonKey()).isEqualTo("rules-contradict");
  }

  @Test
  void leavesAnAmountWithoutLawToAPerson() {
    parameters = day -> Map.of();

    Answer answer = decide(firstGrant(), Map.of("eventDate", TODAY, "months", 6, "otherMonths", 0));

    assertThat(answer.status()).isEqualTo(Status.NEEDS_HUMAN);
    assertThat(answer.reasonKey()).isEqualTo("amount-not-in-force");
  }

  @Test
  void leavesAResultThatIsNoAnswerToAPerson() {
    DrawnTable table =
        new DrawnTable("UNIQUE")
            .fact("months", "number")
            .column("months", "integer", "")
            .output("status")
            .output("amount")
            .row("odd-status", "1", "\"PERHAPS\"", "0")
            .row("odd-amount", "2", "\"ELIGIBLE\"", "months / 3");

    assertThat(decide(table, Map.of("months", 1)).reasonKey()).isEqualTo("rules-failed");
    assertThat(decide(table, Map.of("months", 2)).reasonKey()).isEqualTo("rules-failed");
  }

  @Test
  void addsUpTheRowsOfACollectingTable() {
    DrawnTable table =
        new DrawnTable("COLLECT")
            .fact("months", "number")
            .fact("housing", "boolean")
            .column("months", "integer", "")
            .column("housing", "boolean", "")
            .output("status")
            .output("amount")
            .output("periodicity")
            .output("rice")
            .row("lunch", ">= 1", "", "\"ELIGIBLE\"", "360000 * months", "\"ONCE\"", "15 * months")
            .row("housing", "", "true", "\"ELIGIBLE\"", "360000 * months", "\"ONCE\"", "")
            .row("nothing", "0", "false", "\"NOT_ELIGIBLE\"", "0", "", "");

    Answer both = decide(table, Map.of("months", 9, "housing", true));

    assertThat(both.status()).isEqualTo(Status.ELIGIBLE);
    assertThat(both.amount()).isEqualTo(6_480_000);
    assertThat(both.matchedRows()).containsExactly("lunch", "housing");
    assertThat(both.outputs()).containsEntry("rice", 135L).containsEntry("periodicity", "ONCE");
    assertThat(decide(table, Map.of("months", 9)).missing()).containsExactly("housing");
  }

  @Test
  void letsTheMostCarefulRowSpeakForAll() {
    DrawnTable table =
        new DrawnTable("COLLECT")
            .fact("months", "number")
            .column("months", "integer", "")
            .output("status")
            .row("sure", ">= 1", "\"ELIGIBLE\"")
            .row("not-this", ">= 1", "\"NOT_ELIGIBLE\"")
            .row("doubtful", ">= 2", "\"NEEDS_HUMAN\"");

    assertThat(decide(table, Map.of("months", 1)).status()).isEqualTo(Status.ELIGIBLE);
    assertThat(decide(table, Map.of("months", 2)).status()).isEqualTo(Status.NEEDS_HUMAN);
  }

  @Test
  void readsNoOtherLanguageThanFeel() {
    DrawnTable table =
        new DrawnTable("UNIQUE")
            .fact("months", "number")
            .column("months")
            .output("status")
            .row("some", "> 0", "\"ELIGIBLE\"");
    var model = table.model();
    model
        .getModelElementsByType(org.camunda.bpm.model.dmn.instance.OutputEntry.class)
        .forEach(entry -> entry.setExpressionLanguage("juel"));

    assertThatThrownBy(() -> engine.compile(DrawnTable.KEY, 1, model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("juel");
  }
}
