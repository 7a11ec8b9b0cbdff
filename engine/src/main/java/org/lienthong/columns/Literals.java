package org.lienthong.columns;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.FeelTree;

/** Values that stand in a table as they are. */
final class Literals {

  private Literals() {}

  /** The value of a tree that is one; empty for an expression. */
  static Optional<Object> of(FeelTree tree) {
    return switch (tree.kind()) {
      case "ConstNumber",
          "ConstString",
          "ConstBool",
          "ConstDate",
          "ConstYearMonthDuration",
          "ConstDayTimeDuration" ->
          Optional.of(tree.value(0));
      case "ArithmeticNegation" ->
          of(tree.tree(0)).filter(BigDecimal.class::isInstance).map(n -> ((BigDecimal) n).negate());
      default -> Optional.empty();
    };
  }

  static Kind kind(@Nullable Object value) throws NotKnown {
    if (value == null) {
      return Kind.NULL;
    }
    if (value instanceof Number) {
      return Kind.NUMBER;
    }
    if (value instanceof String) {
      return Kind.TEXT;
    }
    if (value instanceof Boolean) {
      return Kind.BOOLEAN;
    }
    if (value instanceof LocalDate) {
      return Kind.DATE;
    }
    if (value instanceof Period months && months.equals(months.withDays(0))) {
      return Kind.MONTHS;
    }
    if (value instanceof Duration days && days.equals(Duration.ofDays(days.toDays()))) {
      return Kind.DAYS;
    }
    throw new NotKnown("the value " + value);
  }

  /** The number by which a value that is neither number nor text stands in a column. */
  static long code(Object value) {
    if (value instanceof Boolean yes) {
      return yes ? 1 : 0;
    }
    if (value instanceof LocalDate day) {
      return day.toEpochDay();
    }
    if (value instanceof Period months) {
      return months.toTotalMonths();
    }
    return ((Duration) value).toDays();
  }

  /** The value that a number stands for in a column. */
  static Object value(Kind kind, long code) {
    return switch (kind) {
      case BOOLEAN -> code == 1;
      case DATE -> LocalDate.ofEpochDay(code);
      case MONTHS -> Period.ofMonths(Math.toIntExact(code));
      case DAYS -> Duration.ofDays(code);
      default -> throw new IllegalArgumentException(kind.name());
    };
  }
}
