package org.lienthong.columns;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * Where a scale of numbers is cut into classes.
 *
 * @param starts the first number of every class but the lowest; ascending
 * @param masks per class
 * @param none of what is no number
 * @param table the mask of what is no number, then one per number from the first start less one to
 *     the last; empty where that is too wide
 */
record Cuts(long[] starts, long[] masks, long none, long[] table) {

  static Cuts of(List<BigDecimal> points, long[] masks, long none, int scale, long widest) {
    long[] starts = new long[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      BigDecimal point = points.get(i).movePointRight(scale);
      BigDecimal ceiling = point.setScale(0, RoundingMode.CEILING);
      boolean whole = ceiling.compareTo(point) == 0;
      starts[2 * i] = clamped(ceiling.toBigInteger());
      starts[2 * i + 1] =
          clamped(ceiling.add(whole ? BigDecimal.ONE : BigDecimal.ZERO).toBigInteger());
    }
    return new Cuts(starts, masks, none, table(starts, masks, none, widest));
  }

  private static long clamped(BigInteger value) {
    return value.bitLength() < 63 ? value.longValueExact() : value.signum() * Long.MAX_VALUE;
  }

  private static long[] table(long[] starts, long[] masks, long none, long widest) {
    if (starts.length == 0) {
      return new long[] {none, masks[0]};
    }
    long lowest = starts[0];
    long highest = starts[starts.length - 1];
    if (highest - lowest < 0 || highest - lowest > widest) {
      return new long[0];
    }
    long[] table = new long[(int) (highest - lowest) + 3];
    table[0] = none;
    for (int i = 1; i < table.length; i++) {
      table[i] = masks[place(starts, lowest - 2 + i)];
    }
    return table;
  }

  /** How many classes begin at or before a number. */
  private static int place(long[] starts, long value) {
    int place = 0;
    while (place < starts.length && starts[place] <= value) {
      place++;
    }
    return place;
  }

  void masks(int n, long[] in, long[] out) {
    if (table.length == 0) {
      for (int i = 0; i < n; i++) {
        out[i] = Node.plain(in[i]) ? masks[place(starts, in[i])] : none;
      }
      return;
    }
    long before = starts.length == 0 ? 0 : starts[0] - 1;
    long last = table.length - 2L;
    for (int i = 0; i < n; i++) {
      long value = in[i];
      long at = Math.min(Math.max(value, before) - before, last);
      out[i] = table[Node.plain(value) ? (int) at + 1 : 0];
    }
  }
}
