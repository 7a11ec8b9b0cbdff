package org.lienthong.columns;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One fact of many people. What is not of its kind is kept as it was told, beside the column. */
final class FactColumn {

  static final long NULL = Long.MIN_VALUE;

  /** Not to be held in a column: of another type, too large, or of too many decimals. */
  static final long ODD = Long.MIN_VALUE + 1;

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);
  private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
  private static final int LONGEST = 4_000;
  private static final int DECIMALS = 4;
  private static final long UNITS = 10_000;

  final Kind kind;
  final long[] values;
  private final Words.Register words;
  private final Map<Integer, Object> odd = new HashMap<>();

  /** Decimals that every value has; only of numbers. */
  private int scale;

  private long reach;

  FactColumn(Kind kind, int size, Words words) {
    this.kind = kind;
    this.values = new long[size];
    this.words = words.of(kind);
    clear();
  }

  void clear() {
    Arrays.fill(values, NULL);
    odd.clear();
    scale = 0;
    reach = 0;
  }

  int scale() {
    return scale;
  }

  /** No value is farther from zero. */
  double reach() {
    return reach;
  }

  void set(int person, @Nullable Object value) {
    if (!odd.isEmpty()) {
      odd.remove(person);
    }
    long code = value == null || value.equals("") ? NULL : code(value);
    values[person] = code;
    if (code == ODD && value != null) {
      odd.put(person, value);
    }
  }

  /** A whole number, a day since 1970, or 1 for yes. */
  void set(int person, long code) {
    if (kind == Kind.NUMBER && scale == 0 && Math.abs(code) <= LARGEST.longValue()) {
      if (!odd.isEmpty()) {
        odd.remove(person);
      }
      reach = Math.max(reach, Math.abs(code));
      values[person] = code;
    } else if (kind == Kind.NUMBER) {
      set(person, Long.valueOf(code));
    } else if (kind == Kind.DATE || kind == Kind.BOOLEAN) {
      set(person, code == NULL ? null : Literals.value(kind, code));
    } else {
      throw new IllegalArgumentException("a column of " + kind + " holds no numbers");
    }
  }

  /**
   * Tells many at once: whole numbers of units, days, or yes and no; {@link #NULL} is unknown.
   *
   * @param decimals of numbers: how many of their digits are decimals, at most as many as are kept
   */
  void setAll(int first, long[] codes, int n, int decimals) {
    boolean whole = decimals == 0 || kind != Kind.NUMBER || allWhole(codes, n, decimals);
    if (!whole && scale == 0) {
      rescale();
    }
    long down = whole && kind == Kind.NUMBER ? Numbers.ten(decimals) : 1;
    long up = kind == Kind.NUMBER ? Numbers.ten(whole ? scale : scale - decimals) : 1;
    long low = kind == Kind.NUMBER ? -LARGEST.longValue() / up : kind == Kind.DATE ? FIRST_DAY : 0;
    long high = kind == Kind.NUMBER ? LARGEST.longValue() / up : kind == Kind.DATE ? LAST_DAY : 1;
    for (int i = 0; i < n; i++) {
      long code = codes[i];
      if (code == NULL) {
        values[first + i] = NULL;
        continue;
      }
      code = down == 1 ? code : code / down; // a division by one costs as much as any
      if (code < low || code > high) {
        set(first + i, value(code, whole ? 0 : decimals));
      } else {
        values[first + i] = code * up;
        reach = Math.max(reach, Math.abs(code * up));
      }
    }
  }

  private static boolean allWhole(long[] codes, int n, int decimals) {
    long unit = Numbers.ten(decimals);
    for (int i = 0; i < n; i++) {
      if (codes[i] != NULL && codes[i] % unit != 0) {
        return false;
      }
    }
    return true;
  }

  private Object value(long code, int decimals) {
    return kind == Kind.NUMBER ? BigDecimal.valueOf(code, decimals) : Literals.value(kind, code);
  }

  /**
   * Tells many texts or lists at once.
   *
   * @param places per person the place of the value; {@link #NULL} is unknown
   */
  void setAll(int first, long[] places, int n, Object[] told) {
    long[] codes = new long[told.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = told[i].equals("") ? NULL : code(told[i]);
    }
    for (int i = 0; i < n; i++) {
      long place = places[i];
      long code = place == NULL ? NULL : codes[(int) place];
      values[first + i] = code;
      if (code == ODD) {
        odd.put(first + i, told[(int) place]);
      }
    }
  }

  /** As it was told, or as good as. */
  @Nullable Object get(int person) {
    long code = values[person];
    if (code == NULL) {
      return null;
    }
    if (code == ODD) {
      return odd.get(person);
    }
    return switch (kind) {
      case NUMBER -> Numbers.java(code, scale);
      case TEXT, OTHER -> words.value(code);
      default -> Literals.value(kind, code);
    };
  }

  private long code(Object value) {
    return switch (kind) {
      case NUMBER -> value instanceof Number number ? number(number) : ODD;
      case BOOLEAN -> value instanceof Boolean yes ? (yes ? 1 : 0) : ODD;
      case DATE -> day(value);
      case TEXT ->
          value instanceof String text && text.length() <= LONGEST ? words.code(text) : ODD;
      case OTHER -> words.code(value);
      default -> ODD;
    };
  }

  private static long day(Object value) {
    if (value instanceof LocalDate day) {
      return day.getYear() < 0 || day.getYear() > 9999 ? ODD : day.toEpochDay();
    }
    if (!(value instanceof String text) || !DAY.matcher(text).matches()) {
      return ODD;
    }
    try {
      return LocalDate.parse(text).toEpochDay();
    } catch (DateTimeException e) {
      return ODD;
    }
  }

  private long number(Number value) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(value.toString());
    } catch (NumberFormatException e) {
      return ODD; // NaN and the infinities
    }
    if (exact.abs().compareTo(LARGEST) > 0) {
      return ODD;
    }
    BigDecimal plain = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    if (plain.scale() > DECIMALS) {
      return ODD;
    }
    if (plain.scale() > 0 && scale == 0) {
      rescale();
    }
    BigDecimal units = plain.movePointRight(scale);
    if (units.abs().compareTo(LARGEST) > 0) {
      return ODD; // more digits than a double keeps
    }
    long code = units.longValueExact();
    reach = Math.max(reach, Math.abs(code));
    return code;
  }

  /** The first decimal gives decimals to all. */
  private void rescale() {
    for (int i = 0; i < values.length; i++) {
      long code = values[i];
      if (code != NULL && code != ODD) {
        if (Math.abs(code) > LARGEST.longValue() / UNITS) {
          odd.put(i, code);
          values[i] = ODD;
        } else {
          values[i] = code * UNITS;
        }
      }
    }
    reach = Math.min(reach, LARGEST.longValue() / UNITS) * UNITS;
    scale = DECIMALS;
  }
}
