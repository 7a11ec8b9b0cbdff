package org.lienthong.columns;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers for texts and lists, so that columns of them are numbers. The same value always has the
 * same number; may be shared by batches. Thread-safe.
 */
public final class Words {

  private final Map<Object, Integer> codes = new ConcurrentHashMap<>();
  private volatile Object[] values = new Object[16];
  private int count;

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
    values = grown; // seen by whoever learns the number below
    codes.put(value, count);
    return count++;
  }

  /** The value of a number that was given out. */
  Object value(long code) {
    return values[(int) code];
  }

  /** How many numbers were given out. */
  public synchronized int size() {
    return count;
  }
}
