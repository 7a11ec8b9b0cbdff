package org.lienthong.sweep;

import org.jspecify.annotations.Nullable;

/**
 * How many people, as far as it may be told.
 *
 * @param people null where the number is withheld
 * @param few whether it is told that they are some, but fewer than the smallest number told
 */
public record Count(@Nullable Long people, boolean few) {

  /** Withheld without saying why: few people, or a number from which few could be computed. */
  static final Count WITHHELD = new Count(null, false);

  static final Count FEW = new Count(null, true);

  static Count of(long people) {
    return new Count(people, false);
  }
}
