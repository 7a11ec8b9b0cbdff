package org.lienthong.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lienthong.feel.Feel;

class FactReaderTest {

  private final Feel feel = new Feel();
  private final FactReader reader = new FactReader(feel);
  private final Table table =
      new TableEngine(feel)
          .compile(
              DrawnTable.KEY,
              1,
              new DrawnTable("UNIQUE")
                  .keyDate("day")
                  .fact("count", "number")
                  .fact("money", "number")
                  .fact("ratio", "number")
                  .signed("balance")
                  .list("groups", "\"A\",\"B\"", "string")
                  .list("children", "", "born:date", "income:number", "poor:boolean", "name:string")
                  .fact("yes", "boolean")
                  .fact("who", "string")
                  .column("count", "integer", "")
                  .column("money", "long", "")
                  .column("who", "string", "\"MOTHER\",\"FATHER\"")
                  .output("status")
                  .row("any", "", "", "", "\"ELIGIBLE\"")
                  .model());

  static Stream<Arguments> readable() {
    return Stream.of(
        Arguments.of("day", "2024-02-29", LocalDate.of(2024, 2, 29)),
        Arguments.of("day", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1)),
        Arguments.of("count", 3, 3L),
        Arguments.of("count", 3.0, 3L),
        Arguments.of("count", new BigDecimal("1E+1"), 10L),
        Arguments.of("count", 0, 0L),
        Arguments.of("money", 10_000_000_000L, 10_000_000_000L),
        Arguments.of("ratio", 0.5, 0.5),
        Arguments.of("balance", -0.5, -0.5),
        Arguments.of("balance", -7, -7L),
        Arguments.of("groups", List.of(), List.of()),
        Arguments.of("groups", List.of("B", "A"), List.of("B", "A")),
        Arguments.of("children", List.of(Map.of()), List.of(Map.of())),
        Arguments.of(
            "children",
            List.of(Map.of("born", "2024-02-29", "income", 0, "poor", true, "other", -1)),
            List.of(Map.of("born", "2024-02-29", "income", 0, "poor", true, "other", -1))),
        Arguments.of("yes", false, false),
        Arguments.of("who", "FATHER", "FATHER"));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void readsAFactAsItsType(String fact, Object value, Object typed) {
    assertThat(reader.read(table, Map.of(fact, value))).containsExactly(Map.entry(fact, typed));
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("day", "2026-02-30", "not-a-date"),
        Arguments.of("day", "2026-13-01", "not-a-date"),
        Arguments.of("day", "30/06/2026", "not-a-date"),
        Arguments.of("day", "+12026-01-01", "not-a-date"),
        Arguments.of("day", 20260101, "not-a-date"),
        Arguments.of("count", "3", "not-a-number"),
        Arguments.of("count", true, "not-a-number"),
        Arguments.of("count", Double.NaN, "not-a-number"),
        Arguments.of("count", Double.POSITIVE_INFINITY, "not-a-number"),
        Arguments.of("count", -1, "negative"),
        Arguments.of("count", 1.5, "not-a-whole-number"),
        Arguments.of("count", 3_000_000_000L, "too-large"),
        Arguments.of("money", new BigDecimal("1e400"), "too-large"),
        Arguments.of("money", -1L, "negative"),
        Arguments.of("ratio", 1e300, "too-large"),
        Arguments.of("ratio", -0.5, "negative"),
        Arguments.of("groups", "A", "not-a-list"),
        Arguments.of("groups", Map.of("A", true), "not-a-list"),
        Arguments.of("yes", "true", "not-a-boolean"),
        Arguments.of("yes", 1, "not-a-boolean"),
        Arguments.of("who", 7, "not-a-text"),
        Arguments.of("who", "AUNT", "not-allowed"),
        Arguments.of("who", "x".repeat(4_001), "too-long"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void saysByACodeWhatCannotBeRead(String fact, Object value, String code) {
    FactProblems problems =
        catchThrowableOfType(FactProblems.class, () -> reader.read(table, Map.of(fact, value)));

    assertThat(problems.byFact()).containsExactly(Map.entry(fact, code));
    assertThat(problems).hasMessageNotContaining(String.valueOf(value));
  }

  static Stream<Arguments> unreadableLists() {
    return Stream.of(
        Arguments.of("groups", List.of("A", "C"), "groups[1]", "not-allowed"),
        Arguments.of("groups", List.of(1), "groups[0]", "not-a-text"),
        Arguments.of("groups", java.util.Arrays.asList("A", null), "groups[1]", "missing"),
        Arguments.of("children", List.of("A"), "children[0]", "not-a-record"),
        Arguments.of(
            "children", List.of(Map.of("born", "2026-02-30")), "children[0].born", "not-a-date"),
        Arguments.of(
            "children",
            List.of(Map.of("income", 5), Map.of("income", -5)),
            "children[1].income",
            "negative"),
        Arguments.of(
            "children", List.of(Map.of("poor", "true")), "children[0].poor", "not-a-boolean"),
        Arguments.of("children", List.of(Map.of("name", 7)), "children[0].name", "not-a-text"));
  }

  @ParameterizedTest
  @MethodSource("unreadableLists")
  void saysWhereInAListSomethingCannotBeRead(String fact, Object value, String place, String code) {
    FactProblems problems =
        catchThrowableOfType(FactProblems.class, () -> reader.read(table, Map.of(fact, value)));

    assertThat(problems.byFact()).containsExactly(Map.entry(place, code));
  }

  @Test
  void namesEveryProblemAtOnce() {
    Map<String, Object> facts = Map.of("day", "soon", "count", -1, "yes", true);

    FactProblems problems =
        catchThrowableOfType(FactProblems.class, () -> reader.read(table, facts));

    assertThat(problems.byFact()).containsOnlyKeys("day", "count");
  }

  @Test
  void takesNothingForUnknownAndStrangersForNothing() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("day", null);
    facts.put("who", "");
    facts.put("stranger", 1);

    assertThat(reader.read(table, facts)).isEmpty();
  }
}
