package org.lienthong.columns;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers for texts and lists, so that columns of them are numbers. The same value always has the
 * same number; may be shared by batches. Thread-safe.
 */
public final class Words {

  /** Tells these words from others, without keeping them. */
  final Object identity = new Object();

  /** Few, and asked for by every column of conditions. */
  final Register texts = new Register();

  /** Lists, often one for each person. */
  private final Register others = new Register();

  /** The numbers for values of a kind, {@link Kind#TEXT} or {@link Kind#OTHER}. */
  Register of(Kind kind) {
    return kind == Kind.TEXT ? texts : others;
  }

  /** Values by their numbers, from 0. */
  static final class Register {

    private final Map<Object, Integer> codes = new ConcurrentHashMap<>();
    private volatile Object[] values = new Object[16];
    private volatile int count;

    /** The number of a value, a new one if need be. */
    int code(Object value) {
      Integer known = codes.get(value);
      return known == null ? add(value) : known;
    }

    private synchronized int add(Object value) {
      Integer known = codes.get(value);
      if (known != null) {
        return known;
      }
      Object[] grown = count < values.length ? values : Arrays.copyOf(values, values.length * 2);
      grown[count] = value;
      values = grown;
      int code = count;
      count = code + 1;
      codes.put(value, code); // whoever learns the number sees the value and the count, too
      return code;
    }

    /** The value of a number that was given out. */
    Object value(long code) {
      return values[(int) code];
    }

    /** How many numbers were given out. */
    int size() {
      return count;
    }
  }
}
