package org.lienthong.eligibility;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;

/**
 * Finds which unknown facts can still change a table's answer.
 *
 * <p>A row that a known fact rules out asks for nothing. Once a row fits on known facts alone, the
 * rows that it makes idle ask for nothing either. So nobody is asked for the father's months when
 * the mother's suffice.
 */
final class OpenFacts {

  private final Feel feel;

  OpenFacts(Feel feel) {
    this.feel = feel;
  }

  /** The names among {@code unknown} that matter; empty if the table can answer. */
  Set<String> of(Table table, Map<String, Object> known, Set<String> unknown) {
    Set<String> open = new TreeSet<>();
    for (Table.Row row : table.rows()) {
      Set<String> asked = asked(table, row, known, unknown);
      if (asked == null) {
        continue;
      }
      boolean fits = asked.isEmpty();
      asked.addAll(common(row.resultsRead(), unknown));
      if (fits && table.oneAnswers()) {
        return asked;
      }
      open.addAll(asked);
      if (fits && table.firstAnswers()) {
        return open;
      }
    }
    return open;
  }

  /** The unknown names that a row's conditions read; null if a known fact rules the row out. */
  private @Nullable Set<String> asked(
      Table table, Table.Row row, Map<String, Object> known, Set<String> unknown) {
    Set<String> asked = new TreeSet<>();
    for (int i = 0; i < row.cells().size(); i++) {
      Table.Cell cell = row.cells().get(i);
      if (cell.passesAll()) {
        continue;
      }
      Table.Column column = table.columns().get(i);
      Set<String> reads = new HashSet<>(column.reads());
      reads.addAll(cell.reads());
      if (!Collections.disjoint(reads, unknown)) {
        asked.addAll(common(reads, unknown));
      } else if (!feel.test(cell.test(), feel.evaluate(column.expression(), known), known)) {
        return null;
      }
    }
    return asked;
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    Set<String> both = new TreeSet<>(some);
    both.retainAll(others);
    return both;
  }
}
