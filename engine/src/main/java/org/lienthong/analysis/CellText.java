package org.lienthong.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Cell;
import org.lienthong.columns.CellReader;
import org.lienthong.feel.Feel;

/**
 * What is known of a cell before anybody asks it.
 *
 * @param text its FEEL
 * @param limits the values at which its answer can change
 */
record CellText(Sort sort, String text, Set<Object> limits) {

  enum Sort {
    /** Everything passes. */
    ANY,
    /** Between its limits every value passes, or none does. */
    SET,
    /** It reads facts or computes: only a case tells. */
    OPEN,
    /** It reads an amount that is not in force, so that the table is not asked where it matters. */
    MISSING
  }

  private static final CellText ANYTHING = new CellText(Sort.ANY, "", Set.of());

  static CellText read(Feel feel, String text, Set<String> facts, Map<String, Object> amounts) {
    if (text.isBlank() || text.strip().equals("-")) {
      return ANYTHING;
    }
    Set<String> reads = new LinkedHashSet<>(feel.parseUnaryTests(text).freeNames());
    if (reads.stream().anyMatch(facts::contains)) {
      return new CellText(Sort.OPEN, text, Set.of());
    }
    reads.removeAll(amounts.keySet());
    if (!reads.isEmpty()) {
      return new CellText(Sort.MISSING, text, Set.of());
    }
    return feel.limits(text, amounts)
        .or(() -> limits(new CellReader(feel).read(text)))
        .map(limits -> new CellText(Sort.SET, text, limits))
        .orElseGet(() -> new CellText(Sort.OPEN, text, Set.of()));
  }

  private static Optional<Set<Object>> limits(Cell cell) {
    Set<Object> limits = new LinkedHashSet<>();
    return add(cell, limits) ? Optional.of(limits) : Optional.empty();
  }

  private static boolean add(Cell cell, Set<Object> limits) {
    if (cell instanceof Cell.Equal equal) {
      return add(equal.value(), limits);
    }
    if (cell instanceof Cell.Interval interval) {
      return add(interval.low(), limits) && add(interval.high(), limits);
    }
    if (cell instanceof Cell.AnyOf any) {
      return any.cells().stream().allMatch(each -> add(each, limits));
    }
    return cell instanceof Cell.Not not && add(not.cell(), limits);
  }

  private static boolean add(@Nullable Object value, Set<Object> limits) {
    if (value != null) {
      limits.add(value);
    }
    return true;
  }

  /** The same, no longer trusted to be a set of values. */
  CellText open() {
    return sort == Sort.SET ? new CellText(Sort.OPEN, text, Set.of()) : this;
  }

  /** The same in a column that reads an amount that is not in force. */
  CellText missing() {
    return sort == Sort.ANY ? this : new CellText(Sort.MISSING, text, Set.of());
  }

  static List<CellText> readAll(
      Feel feel, List<String> texts, Set<String> facts, Map<String, Object> amounts) {
    return texts.stream().map(text -> read(feel, text, facts, amounts)).toList();
  }
}
