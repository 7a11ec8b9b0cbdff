package org.lienthong.columns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What passes the cell of a decision table, as a set of values.
 *
 * <p>Values are {@link java.math.BigDecimal}, {@link java.time.LocalDate}, texts, booleans and
 * durations. Which values pass exactly, null above all, only FEEL knows: it is asked once per class
 * of values, between the values that stand here.
 */
public sealed interface Cell {

  /** Everything passes, null too. */
  record Any() implements Cell {}

  /**
   * One value passes.
   *
   * @param value null where the cell names FEEL's null
   */
  record Equal(@Nullable Object value) implements Cell {}

  /**
   * What lies between two values passes.
   *
   * @param low null where there is no lower end
   * @param high null where there is no upper end
   */
  record Interval(
      @Nullable Object low, boolean lowPasses, @Nullable Object high, boolean highPasses)
      implements Cell {}

  /** What passes one of them passes. */
  record AnyOf(List<Cell> cells) implements Cell {}

  /** What does not pass passes; null only where the other refuses it for good. */
  record Not(Cell cell) implements Cell {}

  /**
   * What passes depends on other facts or amounts, or is computed.
   *
   * @param text as the designer wrote it
   */
  record Open(String text) implements Cell {}
}
