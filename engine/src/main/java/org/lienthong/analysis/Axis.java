package org.lienthong.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.TableText.Fact;

/**
 * A column: its values in classes within which every cell answers alike.
 *
 * @param fact the fact that it is, whole; null where it computes, or another column is that fact
 * @param reads the facts that it reads
 * @param cells by row
 */
record Axis(
    String expression,
    @Nullable String type,
    @Nullable Fact fact,
    Set<String> reads,
    List<CellText> cells,
    List<Values> classes) {

  /**
   * Values that all cells answer alike.
   *
   * @param samples some of them
   * @param may the rows that can let them pass
   * @param sure the rows that do
   */
  record Values(List<@Nullable Object> samples, BitSet may, BitSet sure) {}

  private record Masks(BitSet may, BitSet sure) {}

  /** Groups samples by what the cells say of them. */
  static List<Values> classes(List<@Nullable Object> samples, List<CellText> cells, Asker asker) {
    Map<Masks, Values> classes = new LinkedHashMap<>();
    for (@Nullable Object sample : samples) {
      Masks masks = new Masks(new BitSet(), new BitSet());
      for (int row = 0; row < cells.size(); row++) {
        CellText cell = cells.get(row);
        boolean passes =
            switch (cell.sort()) {
              case ANY -> true;
              case SET -> asker.passes(cell.text(), sample);
              case OPEN, MISSING -> false;
            };
        masks.may().set(row, passes || cell.sort() == CellText.Sort.OPEN);
        masks.sure().set(row, passes || cell.sort() == CellText.Sort.MISSING);
      }
      classes
          .computeIfAbsent(masks, m -> new Values(new ArrayList<>(), m.may(), m.sure()))
          .samples()
          .add(sample);
    }
    return List.copyOf(classes.values());
  }

  /** Whether its value is a fact that can be chosen, so that each class is a case. */
  boolean plain() {
    return fact != null && cells.stream().noneMatch(c -> c.sort() == CellText.Sort.OPEN);
  }

  /** Whether the engine takes only whole numbers for a column of a type. */
  static boolean whole(@Nullable String type) {
    return "integer".equals(type) || "long".equals(type);
  }

  /** Whether the engine can put a value before the cells. */
  boolean takes(@Nullable Object value) {
    return !whole(type)
        || !(value instanceof BigDecimal number)
        || number.signum() == 0
        || number.stripTrailingZeros().scale() <= 0;
  }

  /** The first row that tests it. */
  int firstTested() {
    for (int row = 0; row < cells.size(); row++) {
      if (cells.get(row).sort() != CellText.Sort.ANY) {
        return row;
      }
    }
    return cells.size();
  }

  /** Asks cells. */
  interface Asker {
    boolean passes(String cell, @Nullable Object value);
  }
}
