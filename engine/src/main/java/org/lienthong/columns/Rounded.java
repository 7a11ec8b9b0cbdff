package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.ODD;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number rounded to some decimals.
 *
 * <p>A quotient below is rounded from its parts. FEEL rounds it to 34 digits first; as long as both
 * parts have fewer than 19, that cannot move it across a whole number or a half.
 */
final class Rounded extends Node {

  private final Node part;
  private final Arithmetic.@Nullable Quotient quotient;
  private final int decimals;
  private final RoundingMode mode;

  /** Whether FEEL divides before it multiplies, so that it may miss an edge by its last digit. */
  private final boolean early;

  Rounded(Node part, int decimals, RoundingMode mode, boolean early) {
    super(Kind.NUMBER);
    this.part = part;
    this.quotient = part instanceof Arithmetic.Quotient q ? q : null;
    this.decimals = decimals;
    this.mode = mode;
    this.early = early;
  }

  @Override
  void prepare(Frame frame, Vector out) {
    if (quotient == null) {
      Vector a = frame.vector(part);
      double reach = a.reach / Numbers.ten(a.scale) * Numbers.ten(decimals) + 1;
      out.promise(decimals, reach, a.sure && a.reach * Numbers.ten(decimals) < Frame.SAFE);
    } else {
      Vector a = frame.vector(quotient.left);
      Vector b = frame.vector(quotient.right);
      double top = a.reach * Numbers.ten(Math.min(18, b.scale + decimals));
      boolean sure = a.sure && b.sure && top < Frame.SAFE;
      out.promise(decimals, top + 1, sure && b.reach * Numbers.ten(a.scale) < Frame.SAFE);
    }
  }

  @Override
  void fill(Frame frame, Vector out) {
    if (quotient != null) {
      fillQuotient(frame, out, quotient);
      return;
    }
    Vector a = frame.values(part);
    long unit = Numbers.ten(a.scale);
    long target = Numbers.ten(decimals);
    for (int i = 0; i < frame.n; i++) {
      long x = a.values[i];
      out.values[i] = plain(x) ? divided(Arithmetic.times(x, target), unit) : x;
    }
  }

  private void fillQuotient(Frame frame, Vector out, Arithmetic.Quotient q) {
    Vector a = frame.values(q.left);
    Vector b = frame.values(q.right);
    long up = Numbers.ten(Math.min(18, b.scale + decimals));
    long down = Numbers.ten(a.scale);
    for (int i = 0; i < frame.n; i++) {
      long x = a.values[i];
      long y = b.values[i];
      if (!plain(x) || !plain(y)) {
        out.values[i] = both(x, y);
      } else if (y == 0) {
        out.values[i] = FactColumn.NULL;
      } else {
        long bottom = Arithmetic.times(y, down);
        out.values[i] = bottom == ODD ? ODD : divided(Arithmetic.times(x, up), bottom);
      }
    }
  }

  private long divided(long top, long bottom) {
    if (top == ODD) {
      return ODD;
    }
    long left = top % bottom;
    if (early && onEdge(left, bottom)) {
      return ODD;
    }
    if (left == 0) {
      return top / bottom;
    }
    return switch (mode) {
      case FLOOR -> Math.floorDiv(top, bottom);
      case CEILING -> -Math.floorDiv(-top, bottom);
      default -> rounded(top, bottom);
    };
  }

  private boolean onEdge(long left, long bottom) {
    return switch (mode) {
      case HALF_UP, HALF_DOWN, HALF_EVEN -> Math.abs(left) == Math.abs(bottom) - Math.abs(left);
      default -> left == 0;
    };
  }

  private long rounded(long top, long bottom) {
    return new java.math.BigDecimal(BigInteger.valueOf(top))
        .divide(new java.math.BigDecimal(BigInteger.valueOf(bottom)), 0, mode)
        .longValueExact();
  }
}
