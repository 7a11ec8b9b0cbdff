package org.lienthong.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.TableText;
import org.lienthong.feel.Feel;

/** Values that an output promises, by its list or by a row that is dead, and that never come. */
final class Promises {

  private final Feel feel;
  private final TableText table;
  private final BitSet dead;

  Promises(Feel feel, TableText table, BitSet dead) {
    this.feel = feel;
    this.table = table;
    this.dead = dead;
  }

  List<TableFinding> findings(Map<String, String> promised) {
    List<TableFinding> findings = new ArrayList<>();
    for (int output = 0; output < table.outputs().size(); output++) {
      String name = table.outputs().get(output).name();
      Set<Object> given = new LinkedHashSet<>();
      Set<Object> never = new LinkedHashSet<>();
      String list = promised.get(name);
      if (list != null) {
        never.addAll(feel.limits(list, Map.of()).orElse(Set.of()));
      }
      if (collect(output, given, never)) {
        never.removeAll(given);
        for (Object value : never) {
          findings.add(Phrases.never(name, Said.value(value, false), silent(output, value)));
        }
      }
    }
    return findings;
  }

  /** The dead rows that would give a value. */
  private List<String> silent(int output, Object value) {
    return dead.stream()
        .filter(row -> value.equals(written(row, output)))
        .mapToObj(row -> table.rows().get(row).id())
        .toList();
  }

  private @Nullable Object written(int row, int output) {
    String text = table.rows().get(row).results().get(output);
    return text.isBlank()
        ? null
        : feel.limits(text, Map.of())
            .filter(values -> values.size() == 1)
            .map(values -> values.iterator().next())
            .orElse(null);
  }

  /** Whether every row that answers gives a written value. */
  private boolean collect(int output, Set<Object> given, Set<Object> never) {
    boolean status = table.outputs().get(output).name().equals("status");
    for (int row = 0; row < table.rows().size(); row++) {
      String text = table.rows().get(row).results().get(output);
      Set<Object> value =
          text.isBlank()
              ? Set.of()
              : feel.limits(text, Map.of()).filter(s -> s.size() == 1).orElse(null);
      if (dead.get(row)) {
        never.addAll(value == null || !status ? Set.of() : value);
      } else if (value == null) {
        return false;
      } else {
        given.addAll(value);
      }
    }
    return true;
  }
}
