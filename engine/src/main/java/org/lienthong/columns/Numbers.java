package org.lienthong.columns;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Exact decimals as scaled whole numbers. */
final class Numbers {

  /** No number has as many decimals. */
  static final int SCALES = 19;

  private static final long[] TENS = new long[SCALES];

  static {
    TENS[0] = 1;
    for (int i = 1; i < TENS.length; i++) {
      TENS[i] = TENS[i - 1] * 10;
    }
  }

  private Numbers() {}

  static long ten(int power) {
    return TENS[power];
  }

  /** As FEEL gives it: a whole number is a {@link Long}, another a {@link Double}. */
  static Object java(long code, int scale) {
    BigDecimal exact = BigDecimal.valueOf(code, scale);
    return code % ten(scale) == 0 ? (Object) exact.longValue() : (Object) exact.doubleValue();
  }

  /** The scaled number, or ODD where it has more decimals or too many digits. */
  static long code(@Nullable Object value, int scale) {
    if (value == null) {
      return FactColumn.NULL;
    }
    try {
      BigDecimal exact = new BigDecimal(value.toString()).movePointRight(scale);
      return exact.signum() == 0 ? 0 : exact.longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      return FactColumn.ODD;
    }
  }
}
