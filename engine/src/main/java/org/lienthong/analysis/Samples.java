package org.lienthong.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.lienthong.columns.Kind;

/** Values that stand for all others: each limit, and one value on each side of it. */
final class Samples {

  /** Stands for every text that no cell names. */
  static final String OTHER_TEXT = "\u2026";

  private Samples() {}

  static boolean fits(Kind kind, Object limit) {
    return switch (kind) {
      case NUMBER -> limit instanceof BigDecimal;
      case DATE -> limit instanceof LocalDate;
      case BOOLEAN -> limit instanceof Boolean;
      case TEXT -> limit instanceof String;
      default -> false;
    };
  }

  static Kind kind(Object limit) {
    for (Kind kind : List.of(Kind.NUMBER, Kind.DATE, Kind.BOOLEAN, Kind.TEXT)) {
      if (fits(kind, limit)) {
        return kind;
      }
    }
    return Kind.OTHER;
  }

  static List<Object> texts(Collection<Object> limits) {
    List<Object> texts = new ArrayList<>(limits);
    texts.add(OTHER_TEXT);
    return texts;
  }

  static List<Object> days(Collection<Object> limits, LocalDate usual) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Object limit : limits) {
      LocalDate day = (LocalDate) limit;
      days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
    }
    return days.isEmpty() ? List.of(usual) : List.copyOf(days);
  }

  static List<Object> whole(Collection<Object> limits) {
    TreeSet<BigDecimal> numbers = new TreeSet<>();
    for (Object limit : limits) {
      BigDecimal number = (BigDecimal) limit;
      BigDecimal below = number.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
      BigDecimal above = number.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
      numbers.addAll(List.of(below, above));
      if (above.subtract(below).intValueExact() == 2) {
        numbers.add(below.add(BigDecimal.ONE));
      }
    }
    return numbers.isEmpty() ? List.of(BigDecimal.ONE) : List.copyOf(numbers);
  }

  static List<Object> real(Collection<Object> limits) {
    TreeSet<BigDecimal> sorted = new TreeSet<>();
    limits.forEach(limit -> sorted.add((BigDecimal) limit));
    if (sorted.isEmpty()) {
      return List.of(BigDecimal.ONE);
    }
    TreeSet<BigDecimal> numbers = new TreeSet<>(sorted);
    numbers.add(sorted.first().subtract(BigDecimal.ONE));
    numbers.add(sorted.last().add(BigDecimal.ONE));
    for (BigDecimal number : sorted) {
      BigDecimal next = sorted.higher(number);
      if (next != null) {
        numbers.add(between(number, next));
      }
    }
    return List.copyOf(numbers);
  }

  /** A whole number where there is one. */
  private static BigDecimal between(BigDecimal low, BigDecimal high) {
    BigDecimal whole = low.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
    return whole.compareTo(high) < 0 ? whole : low.add(high).divide(BigDecimal.valueOf(2));
  }
}
