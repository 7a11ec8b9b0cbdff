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
  private static final List<String> STATUSES = List.of("\"ELIGIBLE\"", "\"NOT_ELIGIBLE\"");
  private static final int VALUES = 6;

  private final ExplainerTest.Asker asker = new ExplainerTest.Asker();

  static Stream<Long> seeds() {
    return IntStream.range(0, 40).mapToObj(i -> 4_711L + i);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areTheFactsOnWhichTheOutcomeDepends(long seed) {
    Random random = new Random(seed);
    Table table = asker.compiled(drawn(random));
    Map<String, Object> known = new HashMap<>();
    for (String fact : FACTS) {
      if (random.nextInt(3) == 0) {
        known.put(fact, (long) random.nextInt(VALUES));
      }
    }
    Explanation explanation = asker.explain(table, known);
    if (explanation.assessment().status() != Status.NEEDS_DATA) {
      assertThat(explanation.questions()).isEmpty();
      return;
    }

    assertThat(explanation.questions()).isEqualTo(essential(table, known));
  }

  private static DrawnTable drawn(Random random) {
    DrawnTable table = new DrawnTable("FIRST");
    FACTS.forEach(fact -> table.fact(fact, "number"));
    FACTS.forEach(fact -> table.column(fact, "integer", ""));
    table.output("status").output("amount");
    int rows = 1 + random.nextInt(5);
    for (int row = 0; row < rows; row++) {
      List<String> entries = new ArrayList<>();
      FACTS.forEach(fact -> entries.add(CELLS.get(random.nextInt(CELLS.size()))));
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
