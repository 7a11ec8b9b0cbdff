package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.NULL;
import static org.lienthong.columns.FactColumn.ODD;

/** Comparisons, and what follows from them. Yes is 1, no is 0, and FEEL knows null besides. */
final class Logic {

  /** How two values are compared. */
  enum Order {
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }

  private Logic() {}

  /** Brings two numbers to the same decimals; odd where one does not fit. */
  private static long scaled(long value, int from, int to) {
    return from == to ? value : Arithmetic.times(value, Numbers.ten(to - from));
  }

  private static long yes(boolean value) {
    return value ? 1 : 0;
  }

  /** Less or greater; null if either is. */
  static final class Compared extends Arithmetic.Binary {

    private final Order order;

    Compared(Node left, Node right, Order order) {
      super(Kind.BOOLEAN, left, right);
      this.order = order;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      Vector a = frame.vector(left);
      Vector b = frame.vector(right);
      double reach = Math.max(a.reach, b.reach) * Numbers.ten(Math.abs(a.scale - b.scale));
      out.promise(0, 1, a.sure && b.sure && reach < Frame.SAFE);
    }

    @Override
    long of(long x, long y, Vector a, Vector b) {
      int scale = Math.max(a.scale, b.scale);
      long p = scaled(x, a.scale, scale);
      long q = scaled(y, b.scale, scale);
      if (p == ODD || q == ODD) {
        return ODD;
      }
      return switch (order) {
        case LESS -> yes(p < q);
        case LESS_OR_EQUAL -> yes(p <= q);
        case GREATER -> yes(p > q);
        case GREATER_OR_EQUAL -> yes(p >= q);
      };
    }
  }

  /** The same value; null is the same as null. */
  static final class Same extends Node {

    private final Node left;
    private final Node right;

    Same(Node left, Node right) {
      super(Kind.BOOLEAN);
      this.left = left;
      this.right = right;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      Vector a = frame.vector(left);
      Vector b = frame.vector(right);
      double reach = Math.max(a.reach, b.reach) * Numbers.ten(Math.abs(a.scale - b.scale));
      out.promise(0, 1, a.sure && b.sure && reach < Frame.SAFE);
    }

    @Override
    void fill(Frame frame, Vector out) {
      Vector a = frame.values(left);
      Vector b = frame.values(right);
      int scale = Math.max(a.scale, b.scale);
      for (int i = 0; i < frame.n; i++) {
        long x = a.values[i];
        long y = b.values[i];
        if (plain(x) && plain(y)) {
          long p = scaled(x, a.scale, scale);
          long q = scaled(y, b.scale, scale);
          out.values[i] = p == ODD || q == ODD ? ODD : yes(p == q);
        } else {
          out.values[i] = x == ODD || y == ODD ? ODD : yes(x == y);
        }
      }
    }
  }

  /** All of two, or any of two. */
  static final class Both extends Node {

    private final Node left;
    private final Node right;

    /** The value that decides alone: no for all, yes for any. */
    private final long decides;

    Both(Node left, Node right, boolean all) {
      super(Kind.BOOLEAN);
      this.left = left;
      this.right = right;
      this.decides = all ? 0 : 1;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      out.promise(0, 1, frame.vector(left).sure && frame.vector(right).sure);
    }

    @Override
    void fill(Frame frame, Vector out) {
      long[] a = frame.values(left).values;
      long[] b = frame.values(right).values;
      for (int i = 0; i < frame.n; i++) {
        long x = a[i];
        long y = b[i];
        if (x == ODD || y == ODD) {
          out.values[i] = ODD;
        } else if (x == decides || y == decides) {
          out.values[i] = decides;
        } else {
          out.values[i] = x == NULL || y == NULL ? NULL : 1 - decides;
        }
      }
    }
  }

  static final class Opposite extends Node {

    private final Node part;

    Opposite(Node part) {
      super(Kind.BOOLEAN);
      this.part = part;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      out.promise(0, 1, frame.vector(part).sure);
    }

    @Override
    void fill(Frame frame, Vector out) {
      long[] from = frame.values(part).values;
      for (int i = 0; i < frame.n; i++) {
        out.values[i] = plain(from[i]) ? 1 - from[i] : from[i];
      }
    }
  }

  /** One of two; null counts as no. */
  static final class Choice extends Node {

    private final Node condition;
    private final Node yes;
    private final Node no;

    Choice(Kind kind, Node condition, Node yes, Node no) {
      super(kind);
      this.condition = condition;
      this.yes = yes;
      this.no = no;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      Vector a = frame.vector(yes);
      Vector b = frame.vector(no);
      int scale = Math.max(a.scale, b.scale);
      double reach =
          Math.max(a.reach * Numbers.ten(scale - a.scale), b.reach * Numbers.ten(scale - b.scale));
      out.promise(scale, reach, frame.vector(condition).sure && a.sure && b.sure);
    }

    @Override
    void fill(Frame frame, Vector out) {
      long[] chosen = frame.values(condition).values;
      Vector a = frame.values(yes);
      Vector b = frame.values(no);
      for (int i = 0; i < frame.n; i++) {
        long c = chosen[i];
        Vector from = c == 1 ? a : b;
        long value = from.values[i];
        out.values[i] =
            c == ODD ? ODD : plain(value) ? scaled(value, from.scale, out.scale) : value;
      }
    }
  }

  /**
   * A computed yes or no that stands in a cell: yes passes; no and null are values that the column
   * is compared with.
   */
  static final class Computed extends Node {

    private final Node test;
    private final Node input;

    Computed(Node test, Node input) {
      super(Kind.BOOLEAN);
      this.test = test;
      this.input = input;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      out.promise(0, 1, frame.vector(test).sure && frame.vector(input).sure);
    }

    @Override
    void fill(Frame frame, Vector out) {
      long[] tests = frame.values(test).values;
      long[] inputs = frame.values(input).values;
      boolean booleans = input.kind == Kind.BOOLEAN;
      for (int i = 0; i < frame.n; i++) {
        long t = tests[i];
        long in = inputs[i];
        if (t == ODD || in == ODD) {
          out.values[i] = ODD;
        } else if (t == 1) {
          out.values[i] = 1;
        } else if (t == NULL) {
          out.values[i] = yes(in == NULL);
        } else {
          out.values[i] = yes(booleans && in == 0);
        }
      }
    }
  }
}
