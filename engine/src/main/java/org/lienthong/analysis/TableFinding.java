package org.lienthong.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table does as a whole that its author can hardly have meant.
 *
 * @param rows the rows that it is about, in the order of the table
 * @param facts a case that shows it; a null is an unknown fact; empty where no case can show it
 * @param en the same in words
 * @param vi the same in Vietnamese
 */
public record TableFinding(
    Kind kind, List<String> rows, Map<String, @Nullable Object> facts, String en, String vi) {

  /** What it is. */
  public enum Kind {
    /** A case that no row covers. */
    GAP,
    /** Two rows for one case, where only one may fit. */
    OVERLAP,
    /** A row that never answers. */
    DEAD_ROW,
    /** A value that an output promises and no row gives. */
    OUTPUT_NEVER,
    /** What could not be found out, and why. */
    NOT_ANALYSED
  }

  public TableFinding {
    rows = List.copyOf(rows);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
