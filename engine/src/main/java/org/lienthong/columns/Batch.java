package org.lienthong.columns;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of many people, fact by fact. Filled by one thread, then read by any number; cleared
 * and filled again without allocating.
 */
public final class Batch {

  private final int capacity;
  private final Words words;
  private final Map<String, FactColumn> columns = new LinkedHashMap<>();
  private int size;

  /** For at most so many people. */
  public Batch(int capacity) {
    this(capacity, new Words());
  }

  /** For at most so many people, with the numbers of words of other batches. */
  public Batch(int capacity, Words words) {
    this.capacity = capacity;
    this.words = words;
  }

  /**
   * Names a fact. Facts that are not named are unknown of everybody.
   *
   * @throws IllegalArgumentException if it was named with another kind
   */
  public void column(String fact, Kind kind) {
    FactColumn column = columns.computeIfAbsent(fact, f -> new FactColumn(kind, capacity, words));
    if (column.kind != kind) {
      throw new IllegalArgumentException(fact + " is " + column.kind + " and not " + kind);
    }
  }

  /** Forgets all people and keeps the columns. */
  public void clear() {
    columns.values().forEach(FactColumn::clear);
    size = 0;
  }

  /** One more person, of whom nothing is known yet; the person's place in the batch. */
  public int add() {
    if (size == capacity) {
      throw new IllegalStateException("the batch is full");
    }
    return size++;
  }

  /**
   * Tells a fact as JSON or a dossier does; null and the empty text make it unknown. A value that
   * is not of the column's kind is kept for the table that reads it, which says what is wrong with
   * it.
   */
  public void set(String fact, int person, @Nullable Object value) {
    named(fact).set(person, value);
  }

  /** Tells a whole number, a date as its day since 1970, or yes as 1 and no as 0. */
  public void set(String fact, int person, long value) {
    named(fact).set(person, value);
  }

  /**
   * Tells a fact of many people at once: whole numbers, days since 1970, or yes as 1 and no as 0.
   *
   * @param first the place of the first of them
   * @param codes {@link Long#MIN_VALUE} is unknown; those after the last person are not read
   * @param decimals of numbers: how many of their digits are decimals, at most four
   */
  public void setAll(String fact, int first, long[] codes, int decimals) {
    named(fact).setAll(first, codes, size - first, decimals);
  }

  /**
   * Tells texts or lists of many people at once.
   *
   * @param first the place of the first of them
   * @param places per person the place of what is told; {@link Long#MIN_VALUE} is unknown
   */
  public void setAll(String fact, int first, long[] places, Object[] told) {
    named(fact).setAll(first, places, size - first, told);
  }

  /** The facts of a person as they were told; unknown ones are left out. */
  public Map<String, Object> facts(int person) {
    Map<String, Object> facts = new LinkedHashMap<>();
    columns.forEach(
        (name, column) -> {
          Object value = column.get(person);
          if (value != null) {
            facts.put(name, value);
          }
        });
    return facts;
  }

  /** One fact of a person as it was told; null if it is unknown. */
  public @Nullable Object fact(String fact, int person) {
    FactColumn column = columns.get(fact);
    return column == null ? null : column.get(person);
  }

  /** The people of whom a fact is known, whatever they said. */
  public BitSet known(String fact) {
    BitSet known = new BitSet();
    FactColumn column = columns.get(fact);
    for (int person = 0; column != null && person < size; person++) {
      if (column.values[person] != FactColumn.NULL) {
        known.set(person);
      }
    }
    return known;
  }

  /**
   * A number for a fact of a person, the same for the same value of the fact; negative where it is
   * unknown, or not of the column's kind.
   */
  public long code(String fact, int person) {
    FactColumn column = columns.get(fact);
    return column == null ? FactColumn.NULL : column.values[person];
  }

  /** How many people there are. */
  public int size() {
    return size;
  }

  public int capacity() {
    return capacity;
  }

  @Nullable FactColumn find(String fact) {
    return columns.get(fact);
  }

  Words words() {
    return words;
  }

  private FactColumn named(String fact) {
    FactColumn column = columns.get(fact);
    if (column == null) {
      throw new IllegalArgumentException("the batch has no column " + fact);
    }
    return column;
  }
}
