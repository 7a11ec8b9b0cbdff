package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.NULL;
import static org.lienthong.columns.FactColumn.ODD;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a table asks of a fact before it reads it.
 *
 * @param told the fact as it was told
 * @param used the same with what is derived in its place
 * @param negative whether a number may be below zero
 * @param largest for counts; null for others
 * @param allowed lets the values pass that are allowed; null for all
 * @param readable lets the lists pass that can be read; null for all
 */
record Check(
    Node told,
    Node used,
    boolean negative,
    @Nullable Long largest,
    @Nullable Classes allowed,
    @Nullable Predicate<Object> readable) {

  /** Marks the people whose fact the table cannot read. */
  void mark(Frame frame, boolean[] elsewhere, long[] spare) {
    long[] values = frame.values(used).values;
    for (int i = 0; i < frame.n; i++) {
      elsewhere[i] |= values[i] == ODD;
    }
    Vector own = frame.values(told);
    if (!negative && told.kind == Kind.NUMBER) {
      for (int i = 0; i < frame.n; i++) {
        elsewhere[i] |= own.values[i] != NULL && own.values[i] < 0;
      }
    }
    if (readable != null) {
      for (int i = 0; i < frame.n; i++) {
        long value = own.values[i];
        elsewhere[i] |=
            Node.plain(value) && !readable.test(frame.batch.words().of(told.kind).value(value));
      }
    }
    if (largest != null) {
      count(frame.n, own, largest, elsewhere);
    }
    if (allowed != null) {
      allowed.masks(frame, own, spare);
      for (int i = 0; i < frame.n; i++) {
        elsewhere[i] |= own.values[i] != NULL && spare[i] == 0;
      }
    }
  }

  private static void count(int n, Vector own, long largest, boolean[] elsewhere) {
    long unit = Numbers.ten(own.scale);
    double limit = (double) largest * unit;
    long most = limit > Long.MAX_VALUE ? Long.MAX_VALUE : largest * unit;
    long[] values = own.values;
    for (int i = 0; i < n; i++) {
      long value = values[i];
      elsewhere[i] |= value != NULL && (value < 0 || value > most);
    }
    if (unit > 1) {
      for (int i = 0; i < n; i++) {
        elsewhere[i] |= Node.plain(values[i]) && values[i] % unit != 0;
      }
    }
  }
}
