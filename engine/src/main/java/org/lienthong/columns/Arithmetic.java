package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.NULL;
import static org.lienthong.columns.FactColumn.ODD;

/** Sums, products and quotients, exact or odd. */
final class Arithmetic {

  private Arithmetic() {}

  /** The exact product, or odd. */
  static long times(long a, long b) {
    long low = a * b;
    long high = Math.multiplyHigh(a, b);
    boolean fits = (high == 0 && low >= 0) || (high == -1 && low < 0);
    return fits && low > ODD ? low : ODD;
  }

  static long plus(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 || sum <= ODD ? ODD : sum;
  }

  /** Two parts. */
  abstract static class Binary extends Node {

    final Node left;
    final Node right;

    Binary(Kind kind, Node left, Node right) {
      super(kind);
      this.left = left;
      this.right = right;
    }

    @Override
    void fill(Frame frame, Vector out) {
      Vector a = frame.values(left);
      Vector b = frame.values(right);
      for (int i = 0; i < frame.n; i++) {
        long x = a.values[i];
        long y = b.values[i];
        out.values[i] = plain(x) && plain(y) ? of(x, y, a, b) : both(x, y);
      }
    }

    /** Of two values, neither null nor odd. */
    abstract long of(long x, long y, Vector a, Vector b);
  }

  /** A sum or a difference, of numbers, of a day and days, or of durations. */
  static final class Sum extends Binary {

    private final int sign;

    Sum(Kind kind, Node left, Node right, int sign) {
      super(kind, left, right);
      this.sign = sign;
    }

    /** The same sum or difference of others. */
    Sum with(Node first, Node second) {
      return new Sum(kind, first, second, sign);
    }

    @Override
    void prepare(Frame frame, Vector out) {
      Vector a = frame.vector(left);
      Vector b = frame.vector(right);
      int scale = Math.max(a.scale, b.scale);
      double reach =
          a.reach * Numbers.ten(scale - a.scale) + b.reach * Numbers.ten(scale - b.scale);
      out.promise(scale, reach, a.sure && b.sure && kind != Kind.DATE);
    }

    @Override
    long of(long x, long y, Vector a, Vector b) {
      int scale = Math.max(a.scale, b.scale);
      long p = a.scale == scale ? x : times(x, Numbers.ten(scale - a.scale));
      long q = b.scale == scale ? y : times(y, Numbers.ten(scale - b.scale));
      return p == ODD || q == ODD ? ODD : within(plus(p, sign * q));
    }

    /** Only days that FEEL and Java count alike. */
    private long within(long value) {
      return kind == Kind.DATE && (value < -700_000 || value > 2_900_000) ? ODD : value;
    }
  }

  static final class Product extends Binary {

    Product(Node left, Node right) {
      super(Kind.NUMBER, left, right);
    }

    @Override
    void prepare(Frame frame, Vector out) {
      Vector a = frame.vector(left);
      Vector b = frame.vector(right);
      boolean fits = a.scale + b.scale <= 12;
      out.promise(fits ? a.scale + b.scale : 0, a.reach * b.reach, a.sure && b.sure && fits);
    }

    @Override
    long of(long x, long y, Vector a, Vector b) {
      return a.scale + b.scale > 12 ? ODD : times(x, y);
    }
  }

  /** A quotient of few decimals; others are odd. */
  static final class Quotient extends Binary {

    private static final int DECIMALS = 4;

    Quotient(Node left, Node right) {
      super(Kind.NUMBER, left, right);
    }

    @Override
    void prepare(Frame frame, Vector out) {
      Vector a = frame.vector(left);
      out.promise(DECIMALS, a.reach * Numbers.ten(DECIMALS), false);
    }

    @Override
    long of(long x, long y, Vector a, Vector b) {
      if (y == 0) {
        return NULL;
      }
      long top = times(x, Numbers.ten(b.scale + DECIMALS));
      long bottom = times(y, Numbers.ten(a.scale));
      return top == ODD || bottom == ODD || top % bottom != 0 ? ODD : top / bottom;
    }
  }

  /** What is left over by whole multiples; FEEL fails on zero. */
  static final class Modulo extends Binary {

    Modulo(Node left, Node right) {
      super(Kind.NUMBER, left, right);
    }

    @Override
    void prepare(Frame frame, Vector out) {
      Vector a = frame.vector(left);
      Vector b = frame.vector(right);
      int scale = Math.max(a.scale, b.scale);
      out.promise(scale, b.reach * Numbers.ten(scale - b.scale), false);
    }

    @Override
    long of(long x, long y, Vector a, Vector b) {
      int scale = Math.max(a.scale, b.scale);
      long p = times(x, Numbers.ten(scale - a.scale));
      long q = times(y, Numbers.ten(scale - b.scale));
      return p == ODD || q == ODD || q == 0 ? ODD : Math.floorMod(p, q);
    }
  }

  /** The smaller or the larger of two; null if either is. */
  static final class Extreme extends Binary {

    private final boolean largest;

    Extreme(Node left, Node right, boolean largest) {
      super(Kind.NUMBER, left, right);
      this.largest = largest;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      Vector a = frame.vector(left);
      Vector b = frame.vector(right);
      int scale = Math.max(a.scale, b.scale);
      double reach =
          Math.max(a.reach * Numbers.ten(scale - a.scale), b.reach * Numbers.ten(scale - b.scale));
      out.promise(scale, reach, a.sure && b.sure);
    }

    @Override
    long of(long x, long y, Vector a, Vector b) {
      int scale = Math.max(a.scale, b.scale);
      long p = times(x, Numbers.ten(scale - a.scale));
      long q = times(y, Numbers.ten(scale - b.scale));
      return p == ODD || q == ODD ? ODD : largest ? Math.max(p, q) : Math.min(p, q);
    }
  }

  /** The opposite, or the distance from zero. */
  static final class Signed extends Node {

    private final Node part;
    private final boolean absolute;

    Signed(Node part, boolean absolute) {
      super(part.kind);
      this.part = part;
      this.absolute = absolute;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      Vector a = frame.vector(part);
      out.promise(a.scale, a.reach, a.sure);
    }

    @Override
    void fill(Frame frame, Vector out) {
      long[] from = frame.values(part).values;
      for (int i = 0; i < frame.n; i++) {
        long x = from[i];
        out.values[i] = !plain(x) ? x : absolute ? Math.abs(x) : -x;
      }
    }
  }
}
