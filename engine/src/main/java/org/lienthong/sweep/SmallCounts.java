package org.lienthong.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Withholds numbers of so few people that somebody could be recognised, and what would give them
 * away.
 *
 * <p>Within a row entitled = receiving + not receiving, so those two are withheld together. Over
 * the rows of a decision each column adds up to its sum, so a second row is withheld beside a small
 * one: large enough to make up for any value that the small one may have and still be unsuspicious.
 * Where no row is that large, the sum is withheld, too.
 */
@Component
class SmallCounts {

  private final int fewest;

  /** Numbers from {@code fewest} on are told, and 0. */
  SmallCounts(@Value("${lienthong.sweep.fewest:5}") int fewest) {
    this.fewest = fewest;
  }

  /** The rows of a decision, or its sum, with what of them is withheld. */
  private static final class Row {
    private final Figure figure;
    private boolean size;
    private boolean split;

    Row(Figure figure) {
      this.figure = figure;
    }
  }

  /** Makes an answer of what a sweep counted. */
  NonTakeUp tell(Sweep sweep, List<Figure> counted) {
    Map<String, List<Row>> decisions = new TreeMap<>();
    counted.forEach(
        figure ->
            decisions
                .computeIfAbsent(figure.decision(), each -> new ArrayList<>())
                .add(new Row(figure)));
    List<TakeUp> figures = new ArrayList<>();
    List<TakeUp> totals = new ArrayList<>();
    decisions
        .values()
        .forEach(
            rows -> {
              Row sum =
                  new Row(
                      rows.stream().map(row -> row.figure).reduce(SmallCounts::sum).orElseThrow());
              withhold(rows, sum);
              rows.forEach(row -> figures.add(told(row, true)));
              totals.add(told(sum, false));
            });
    return new NonTakeUp(sweep.id(), sweep.day(), sweep.peopleDone(), fewest, figures, totals);
  }

  private static Figure sum(Figure a, Figure b) {
    return new Figure(
        a.decision(),
        "",
        a.entitled() + b.entitled(),
        a.amount() + b.amount(),
        a.receiving() + b.receiving());
  }

  private void withhold(List<Row> rows, Row sum) {
    rows.forEach(this::withholdSmall);
    withholdSmall(sum);
    List<Row> small = rows.stream().filter(row -> row.split).toList();
    boolean sizes = small.stream().anyMatch(row -> row.size);
    if (small.isEmpty()) {
      return;
    }
    Row other = smallest(rows, 6L * fewest + (sizes ? spare(small, Figure::entitled) : 0));
    if (other != null) {
      other.split = true;
      other.size = sizes;
    }
    if (other == null || !hides(other.figure, small)) {
      sum.split = true;
      sum.size |= sizes && other == null;
    }
  }

  private void withholdSmall(Row row) {
    Figure figure = row.figure;
    row.size = few(figure.entitled());
    row.split = row.size || few(figure.receiving()) || few(figure.notTakenUp());
  }

  private boolean few(long people) {
    return people > 0 && people < fewest;
  }

  private static @Nullable Row smallest(List<Row> rows, long least) {
    return rows.stream()
        .filter(row -> !row.split && row.figure.entitled() >= least)
        .min(Comparator.comparingLong(row -> row.figure.entitled()))
        .orElse(null);
  }

  /** Whether the row is large enough, whatever the small ones are within what is told of them. */
  private boolean hides(Figure other, List<Row> small) {
    return other.receiving() - spare(small, Figure::receiving) >= fewest
        && other.notTakenUp() - spare(small, Figure::notTakenUp) >= fewest;
  }

  /** By how much the numbers could be larger than they are, as far as anybody is told. */
  private long spare(List<Row> small, ToLongFunction<Figure> number) {
    return small.stream()
        .mapToLong(row -> most(row, number) - number.applyAsLong(row.figure))
        .sum();
  }

  private long most(Row row, ToLongFunction<Figure> number) {
    boolean told = few(number.applyAsLong(row.figure));
    return row.size || told ? fewest - 1 : row.figure.entitled();
  }

  /**
   * What may be told of a row. Of two numbers with a small sum none is said to be small, nor of a
   * decision's sums: it would tell too much of the rows.
   */
  private TakeUp told(Row row, boolean sayFew) {
    Figure figure = row.figure;
    boolean say = sayFew && !row.size && figure.entitled() >= 2L * fewest - 1;
    return new TakeUp(
        figure.decision(),
        figure.province(),
        count(figure.entitled(), row.size, true),
        count(figure.receiving(), row.split, say),
        count(figure.notTakenUp(), row.split, say),
        row.split ? null : figure.percentNotTakenUp());
  }

  private Count count(long people, boolean withheld, boolean sayFew) {
    if (!withheld) {
      return Count.of(people);
    }
    return sayFew && few(people) ? Count.FEW : Count.WITHHELD;
  }
}
