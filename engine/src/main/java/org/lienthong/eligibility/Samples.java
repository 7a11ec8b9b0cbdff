package org.lienthong.eligibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lienthong.feel.Feel;

/**
 * Values that stand for all others of a column: each limit that its cells name, and one value on
 * each side of it. Two values between which no cell tells a difference have one representative.
 */
final class Samples {

  /** Stands for every text that no cell names. */
  static final String ANY_OTHER_TEXT = "\u2026";

  private final Feel feel;

  Samples(Feel feel) {
    this.feel = feel;
  }

  /**
   * The samples of one column over some rows, in rising order where there is one.
   *
   * @param variables the amounts that cells may name
   * @return empty if a cell computes, so that its limits are not known
   */
  Optional<List<Object>> of(
      Table table, int column, List<Table.Row> rows, Map<String, Object> variables) {
    Limits limits = new Limits();
    for (Table.Row row : rows) {
      Table.Cell cell = row.cells().get(column);
      Optional<Set<Object>> found =
          cell.passesAll() ? Optional.of(Set.of()) : feel.limits(cell.test(), variables);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      found.get().forEach(limits::add);
    }
    Optional<Table.Input> input = table.input(table.columns().get(column).expression());
    boolean whole = input.map(i -> i.largest() != null).orElse(false);
    boolean negative = input.map(Table.Input::negative).orElse(true);
    String allowed = input.map(Table.Input::allowed).orElse(null);
    if (allowed != null) {
      feel.limits(allowed, variables).orElse(Set.of()).forEach(limits::add);
    }
    return Optional.of(
        limits.samples(whole, negative).stream()
            .filter(value -> allowed == null || feel.test(allowed, value, variables))
            .toList());
  }

  /** The limits by their type. */
  private static final class Limits {

    private final TreeSet<BigDecimal> numbers = new TreeSet<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final Map<Object, Object> others = new LinkedHashMap<>();

    void add(Object limit) {
      if (limit instanceof BigDecimal number) {
        numbers.add(number);
      } else if (limit instanceof LocalDate day) {
        days.add(day);
      } else if (limit instanceof Boolean) {
        others.put(true, true);
        others.put(false, false);
      } else {
        others.put(limit, limit);
        others.put(ANY_OTHER_TEXT, ANY_OTHER_TEXT);
      }
    }

    List<Object> samples(boolean whole, boolean negative) {
      List<Object> samples = new ArrayList<>(others.values());
      for (LocalDate day : days) {
        samples.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
      }
      TreeSet<BigDecimal> around = new TreeSet<>();
      for (BigDecimal limit : numbers) {
        around.add(limit);
        around.addAll(whole ? nextTo(limit) : between(limit));
      }
      around.stream()
          .filter(n -> negative || n.signum() >= 0)
          .map(Limits::plain)
          .forEach(samples::add);
      return samples.stream().distinct().toList();
    }

    private static List<BigDecimal> nextTo(BigDecimal limit) {
      BigDecimal below = limit.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
      BigDecimal above = limit.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
      return List.of(below, above);
    }

    /** Halfway to the neighbours, so that no open interval is left without a sample. */
    private List<BigDecimal> between(BigDecimal limit) {
      BigDecimal lower = numbers.lower(limit);
      BigDecimal higher = numbers.higher(limit);
      BigDecimal two = BigDecimal.valueOf(2);
      return List.of(
          lower == null ? limit.subtract(BigDecimal.ONE) : lower.add(limit).divide(two),
          higher == null ? limit.add(BigDecimal.ONE) : higher.add(limit).divide(two));
    }

    private static Object plain(BigDecimal number) {
      boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
      return whole ? (Object) number.longValueExact() : (Object) number.doubleValue();
    }
  }
}
