package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.NULL;
import static org.lienthong.columns.FactColumn.ODD;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An amount that law sets: piecewise constant over days, place by place. */
final class Amount extends Node {

  private final String key;
  private final Node day;

  Amount(String key, Node day) {
    super(Kind.NUMBER);
    this.key = key;
    this.day = day;
  }

  String key() {
    return key;
  }

  /**
   * What an amount is, place by place.
   *
   * @param changes ascending days; before the first nothing is in force
   */
  private record Pieces(long[] changes, long[][] byPlace) {

    /** How many changes there were by a day. */
    int until(long day) {
      int piece = 0;
      while (piece < changes.length && changes[piece] <= day) {
        piece++;
      }
      return piece;
    }
  }

  @Override
  void prepare(Frame frame, Vector out) {
    Amounts amounts = frame.asked.amounts();
    long[] changes = amounts.changes(key);
    int places = frame.asked.places() == null ? 1 : amounts.places();
    int scale = 0;
    @Nullable Object[][] values = new Object[places][changes.length];
    for (int place = 0; place < places; place++) {
      for (int i = 0; i < changes.length; i++) {
        Object value = amounts.value(key, changes[i], place);
        values[place][i] = value;
        scale = Math.max(scale, scale(value));
      }
    }
    double reach = 0;
    boolean sure = true;
    long[][] codes = new long[places][changes.length];
    for (int place = 0; place < places; place++) {
      for (int i = 0; i < changes.length; i++) {
        Object value = values[place][i];
        long code = value instanceof String ? ODD : Numbers.code(value, scale);
        codes[place][i] = code;
        sure &= code != ODD;
        reach = Math.max(reach, plain(code) ? Math.abs((double) code) : 0);
      }
    }
    frame.prepared[slot] = new Pieces(changes, codes);
    out.promise(scale, reach, sure);
  }

  /** Texts and booleans are odd, and so are more decimals than these. */
  private static int scale(@Nullable Object value) {
    if (!(value instanceof Number)) {
      return 0;
    }
    BigDecimal exact = new BigDecimal(value.toString());
    int scale = exact.signum() == 0 ? 0 : exact.stripTrailingZeros().scale();
    return scale < 0 || scale > 6 ? 0 : scale;
  }

  @Override
  void fill(Frame frame, Vector out) {
    Pieces pieces = (Pieces) frame.prepared[slot];
    long[] days = frame.values(day).values;
    int @Nullable [] places = frame.asked.places();
    if (pieces.changes().length == 0) {
      Arrays.fill(out.values, 0, frame.n, NULL);
      return;
    }
    long before = NULL;
    int piece = 0;
    for (int i = 0; i < frame.n; i++) {
      long on = days[i];
      if (on != before) {
        piece = pieces.until(on); // most are asked about on one day
        before = on;
      }
      if (!plain(on)) {
        out.values[i] = on;
      } else if (piece == 0) {
        out.values[i] = NULL;
      } else {
        int place = places == null ? 0 : places[frame.people[i]];
        out.values[i] = pieces.byPlace()[place][piece - 1];
      }
    }
  }
}
