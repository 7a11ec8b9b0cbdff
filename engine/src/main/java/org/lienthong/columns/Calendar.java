package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.NULL;

/** Parts of days, and days from parts. */
final class Calendar {

  /** What a day or a duration has. */
  enum Part {
    YEAR,
    MONTH,
    DAY,
    WEEKDAY,
    YEARS,
    MONTHS,
    DAYS
  }

  private Calendar() {}

  /** A part of a day or of a duration, as a number. */
  static final class PartOf extends Node {

    private final Node whole;
    private final Part part;

    PartOf(Node whole, Part part) {
      super(Kind.NUMBER);
      this.whole = whole;
      this.part = part;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      out.promise(0, 1e7, frame.vector(whole).sure);
    }

    @Override
    void fill(Frame frame, Vector out) {
      long[] from = frame.values(whole).values;
      for (int i = 0; i < frame.n; i++) {
        long x = from[i];
        out.values[i] = plain(x) ? of(x) : x;
      }
    }

    private long of(long x) {
      return switch (part) {
        case YEAR -> Days.year(Days.packed(x));
        case MONTH -> Days.month(Days.packed(x));
        case DAY -> Days.dayOfMonth(Days.packed(x));
        case WEEKDAY -> Days.weekday(x);
        case YEARS -> x / 12;
        case MONTHS -> x % 12;
        case DAYS -> x;
      };
    }
  }

  /** A day some months later, or earlier. */
  static final class Shifted extends Arithmetic.Binary {

    private final int sign;

    Shifted(Node day, Node months, int sign) {
      super(Kind.DATE, day, months);
      this.sign = sign;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      out.promise(0, 4e6, false);
    }

    @Override
    long of(long x, long y, Vector a, Vector b) {
      return Days.plusMonths(x, sign * y);
    }
  }

  /** Full months from one day to another. */
  static final class MonthsBetween extends Arithmetic.Binary {

    MonthsBetween(Node from, Node to) {
      super(Kind.MONTHS, from, to);
    }

    @Override
    void prepare(Frame frame, Vector out) {
      out.promise(0, 2e5, frame.vector(left).sure && frame.vector(right).sure);
    }

    @Override
    long of(long x, long y, Vector a, Vector b) {
      return Days.months(Days.packed(x), Days.packed(y));
    }
  }

  /** A day of its year, month and day; null where the calendar has none. */
  static final class DayOf extends Node {

    private final Node year;
    private final Node month;
    private final Node day;

    DayOf(Node year, Node month, Node day) {
      super(Kind.DATE);
      this.year = year;
      this.month = month;
      this.day = day;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      out.promise(0, 4e6, false);
    }

    @Override
    void fill(Frame frame, Vector out) {
      Vector y = frame.values(year);
      Vector m = frame.values(month);
      Vector d = frame.values(day);
      for (int i = 0; i < frame.n; i++) {
        long a = whole(y, i);
        long b = whole(m, i);
        long c = whole(d, i);
        if (plain(a) && plain(b) && plain(c)) {
          out.values[i] = Days.of(a, b, c);
        } else {
          boolean odd = both(a, b) != NULL || c == FactColumn.ODD;
          out.values[i] = odd ? FactColumn.ODD : NULL;
        }
      }
    }

    private static long whole(Vector vector, int i) {
      long value = vector.values[i];
      long unit = Numbers.ten(vector.scale);
      return !plain(value) ? value : value % unit == 0 ? value / unit : FactColumn.ODD;
    }
  }
}
