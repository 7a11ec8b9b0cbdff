package org.lienthong.eligibility;

import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Compilation.NotCompiled;

/**
 * How a table is evaluated for many people at once.
 *
 * @param decision the decision as people ask it
 * @param table the table's key: the decision's, or a local table's
 * @param compiled whether in columns, and not by the engine person by person
 * @param reason why not, for its designer; null where it is
 */
public record TableForm(String decision, String table, boolean compiled, @Nullable String reason) {

  static TableForm of(String decision, Table table) {
    return table.columnar() instanceof NotCompiled not
        ? new TableForm(decision, table.key(), false, not.reason())
        : new TableForm(decision, table.key(), true, null);
  }
}
