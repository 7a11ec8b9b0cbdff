package org.lienthong.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The questions are exactly the facts on which the outcome depends: shown for random tables by
 * trying every answer.
 */
class QuestionsTest {

  private static final List<String> FACTS = List.of("a", "b", "c");
  private static final List<String> CELLS =
      List.of("", "", "", ">= 2", "< 2", "1", "[1..3)", "not(2)", "> 3", "0, 4");
  private static final List<String> COMPUTING =
      List.of("", "", "< b", ">= a + 1", "<= 2 * c", "c", "not(a)", ">= 2", "[b..4]");
  private static final List<String> STATUSES = List.of("\"ELIGIBLE\"", "\"NOT_ELIGIBLE\"");
  private static final int VALUES = 6;

  private final Asker asker = new Asker();

  static Stream<Long> seeds() {
    return IntStream.range(0, 40).mapToObj(i -> 4_711L + i);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areTheFactsOnWhichTheOutcomeDepends(long seed) {
    Random random = new Random(seed);
    Table table = asker.compiled(drawn(random, FACTS, CELLS));
    Map<String, Object> known = known(random);
    Explanation explanation = asker.explain(table, known);
    if (explanation.assessment().status() != Status.NEEDS_DATA) {
      assertThat(explanation.questions()).isEmpty();
      return;
    }

    assertThat(explanation.questions()).isEqualTo(essential(table, known));
  }

  @Test
  void neverAreTooFewWhereTheTableComputes() {
    int open = 0;
    int asked = 0;
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Table table = asker.compiled(drawn(random, List.of("a", "b", "a + c"), COMPUTING));
      Map<String, Object> known = known(random);
      Explanation explanation = asker.explain(table, known);
      if (explanation.assessment().status() == Status.NEEDS_DATA) {
        assertThat(explanation.questions())
            .as("of table %d with %s", seed, known.keySet())
            .containsAll(essential(table, known));
        open += explanation.assessment().missing().size();
        asked += explanation.questions().size();
      }
    }
    assertThat(asked).as("fewer than all that is open").isBetween(1, open - 1);
  }

  private static Map<String, Object> known(Random random) {
    Map<String, Object> known = new HashMap<>();
    for (String fact : FACTS) {
      if (random.nextInt(3) == 0) {
        known.put(fact, (long) random.nextInt(VALUES));
      }
    }
    return known;
  }

  private static DrawnTable drawn(Random random, List<String> columns, List<String> cells) {
    DrawnTable table = new DrawnTable("FIRST");
    FACTS.forEach(fact -> table.fact(fact, "number"));
    columns.forEach(column -> table.column(column, "integer", ""));
    table.output("status").output("amount");
    int rows = 1 + random.nextInt(5);
    for (int row = 0; row < rows; row++) {
      List<String> entries = new ArrayList<>();
      columns.forEach(column -> entries.add(cells.get(random.nextInt(cells.size()))));
      entries.add(STATUSES.get(random.nextInt(2)));
      entries.add(random.nextInt(6) == 0 ? "10 * a" : "7");
      table.row("row-" + row, entries.toArray(String[]::new));
    }
    return table;
  }

  /** By brute force: a fact is essential if two cases that differ in it alone differ in outcome. */
  private Set<String> essential(Table table, Map<String, Object> known) {
    Map<Map<String, Object>, List<Object>> outcomes = new HashMap<>();
    for (int i = 0; i < VALUES * VALUES * VALUES; i++) {
      Map<String, Object> facts = new HashMap<>(known);
      int rest = i;
      for (String fact : FACTS) {
        facts.putIfAbsent(fact, (long) (rest % VALUES));
        rest /= VALUES;
      }
      Answer answer = asker.answer(table, facts);
      outcomes.put(facts, java.util.Arrays.asList(answer.status(), answer.amount()));
    }
    Set<String> essential = new HashSet<>();
    outcomes.forEach(
        (facts, outcome) -> {
          for (String fact : FACTS) {
            for (long value = 0; value < VALUES && !known.containsKey(fact); value++) {
              Map<String, Object> other = new HashMap<>(facts);
              other.put(fact, value);
              if (!outcomes.getOrDefault(other, outcome).equals(outcome)) {
                essential.add(fact);
              }
            }
          }
        });
    return essential;
  }
}
