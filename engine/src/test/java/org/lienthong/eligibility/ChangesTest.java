package org.lienthong.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lienthong.eligibility.Explanation.Change;

/** What would change a refusal is the nearest value there is: shown by trying every value. */
class ChangesTest {

  private static final List<String> COLUMNS = List.of("a", "a + b", "3 * a - b");
  private static final List<String> CELLS =
      List.of("", "", ">= 7", "< b", "> b + 2", "[2..9]", "12", "not(4)", "<= 2 * b");
  private static final long FARTHEST = 80;

  private final Asker asker = new Asker();

  @Test
  void isTheNearestValueWhateverTheTableComputes() {
    int refused = 0;
    int turned = 0;
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Table table = asker.compiled(drawn(random));
      long a = random.nextInt(40);
      long b = random.nextInt(12);
      Explanation explanation = asker.explain(table, Map.of("a", a, "b", b));
      if (explanation.assessment().status() == Status.NOT_ELIGIBLE) {
        refused++;
        OptionalLong nearest = nearest(table, a, b);
        assertThat(explanation.changes().stream().map(change -> distance(change, a)).toList())
            .as("of table %d with a=%d, b=%d", seed, a, b)
            .isEqualTo(nearest.stream().boxed().toList());
        turned += explanation.changes().size();
      }
    }
    assertThat(refused).isGreaterThan(40);
    assertThat(turned).isBetween(20, refused - 1);
  }

  private static long distance(Change change, long from) {
    return Math.abs(((Number) change.to()).longValue() - from);
  }

  private OptionalLong nearest(Table table, long a, long b) {
    return LongStream.rangeClosed(0, FARTHEST)
        .filter(
            other -> asker.answer(table, Map.of("a", other, "b", b)).status() == Status.ELIGIBLE)
        .map(other -> Math.abs(other - a))
        .min();
  }

  private static DrawnTable drawn(Random random) {
    DrawnTable table = new DrawnTable("FIRST").changeable("a", "number").fact("b", "number");
    COLUMNS.forEach(column -> table.column(column, "integer", ""));
    table.output("status");
    for (int row = 0; row < 4; row++) {
      List<String> entries = new ArrayList<>();
      COLUMNS.forEach(column -> entries.add(CELLS.get(random.nextInt(CELLS.size()))));
      entries.add(random.nextBoolean() ? "\"ELIGIBLE\"" : "\"NOT_ELIGIBLE\"");
      table.row("row-" + row, entries.toArray(String[]::new));
    }
    return table.row("else", "", "", "", "\"NOT_ELIGIBLE\"");
  }
}
