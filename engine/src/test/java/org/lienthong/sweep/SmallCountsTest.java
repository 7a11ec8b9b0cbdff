package org.lienthong.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody learns from the figures how many a few people are. */
class SmallCountsTest {

  private static final int FEWEST = 5;

  private static final long LARGE = 11;
  private static final long MOST = 32;
  private static final Sweep SWEEP =
      new Sweep(
          "s1",
          Sweep.Cause.BY_HAND,
          null,
          Sweep.Source.POPULATION,
          LocalDate.of(2026, 11, 1),
          List.of(),
          Sweep.State.DONE,
          100,
          100,
          100,
          0,
          0,
          "s-son",
          Instant.EPOCH,
          null,
          null);

  private final SmallCounts counts = new SmallCounts(FEWEST);

  private NonTakeUp tell(long[]... rows) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      figures.add(new Figure("grant", "p" + i, rows[i][0] + rows[i][1], 0, rows[i][0]));
    }
    return counts.tell(SWEEP, figures);
  }

  @Test
  void tellsWhatIsLargeEnoughAndWhatIsNobody() {
    NonTakeUp told = tell(new long[] {20, 0}, new long[] {5, 30});
    assertThat(told.figures())
        .allSatisfy(row -> assertThat(row.percentNotTakenUp()).isNotNull())
        .extracting(row -> row.entitled().people())
        .containsExactly(20L, 35L);
    assertThat(told.totals().get(0).notTakenUp()).isEqualTo(Count.of(30));
    assertThat(told.fewest()).isEqualTo(FEWEST);
  }

  @Test
  void withholdsASmallNumberWithWhatCompletesIt() {
    NonTakeUp told = tell(new long[] {3, 30}, new long[] {12, 19}, new long[] {50, 50});
    TakeUp small = told.figures().get(0);
    assertThat(small.entitled()).isEqualTo(Count.of(33));
    assertThat(small.receiving()).isEqualTo(Count.FEW);
    assertThat(small.notTakenUp()).isEqualTo(Count.WITHHELD);
    assertThat(small.percentNotTakenUp()).isNull();
    TakeUp beside = told.figures().get(1);
    assertThat(beside.entitled()).isEqualTo(Count.of(31));
    assertThat(beside.receiving()).isEqualTo(Count.WITHHELD);
    assertThat(told.figures().get(2).receiving()).isEqualTo(Count.of(50));
    assertThat(told.totals().get(0).receiving()).isEqualTo(Count.of(65));
  }

  @Test
  void withholdsTheSumWhereNoOtherRowCanHideASmallOne() {
    NonTakeUp told = tell(new long[] {0, 2}, new long[] {0, 6});
    assertThat(told.figures().get(0).entitled()).isEqualTo(Count.FEW);
    assertThat(told.totals().get(0).entitled()).isEqualTo(Count.WITHHELD);
    assertThat(told.totals().get(0).notTakenUp()).isEqualTo(Count.WITHHELD);
    assertThat(tell(new long[] {1, 1}).totals().get(0).entitled()).isEqualTo(Count.FEW);
  }

  @Test
  void ofTwoNumbersWithASmallSumNoneIsSaidToBeSmall() {
    TakeUp row = tell(new long[] {4, 4}, new long[] {20, 20}).figures().get(0);
    assertThat(row.entitled()).isEqualTo(Count.of(8));
    assertThat(List.of(row.receiving(), row.notTakenUp())).containsOnly(Count.WITHHELD);
  }

  /** Somebody who knows how numbers are withheld tries all tables that look the same. */
  @Test
  void leavesMoreThanOneValueForEverySmallNumber() {
    Map<NonTakeUp, Set<List<Long>>> alike = new HashMap<>();
    for (long a = 0; a <= LARGE; a++) {
      for (long b = 0; b <= LARGE; b++) {
        for (long c = 0; c <= MOST; c++) {
          for (long d = 0; d <= MOST; d++) {
            alike
                .computeIfAbsent(tell(new long[][] {{a, b}, {c, d}}), told -> new HashSet<>())
                .add(List.of(a, b, c, d));
          }
        }
      }
    }
    alike.forEach(
        (told, tables) -> {
          boolean cut = tables.stream().anyMatch(SmallCountsTest::atTheEdge);
          for (int at = 0; at < 2 && !cut; at++) {
            int column = at;
            Set<Long> values = new HashSet<>();
            tables.forEach(table -> values.add(table.get(column)));
            assertThat(values.size() > 1 || !small(values)).as(tables.toString()).isTrue();
          }
        });
    assertThat(alike).hasSizeGreaterThan(100);
  }

  /** Others that look the same may lie beyond what was tried. */
  private static boolean atTheEdge(List<Long> table) {
    return Math.max(table.get(0), table.get(1)) > LARGE - FEWEST
        || Math.max(table.get(2), table.get(3)) > MOST - FEWEST;
  }

  private static boolean small(Set<Long> values) {
    return values.stream().anyMatch(value -> value > 0 && value < FEWEST);
  }
}
