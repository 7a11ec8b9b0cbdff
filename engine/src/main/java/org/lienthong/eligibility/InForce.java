package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lienthong.catalogue.Law;
import org.lienthong.catalogue.Parameter;

/**
 * The law's amounts at a place, as they are in force day by day.
 *
 * @param path the codes of the place and of what it lies in, the country last
 */
record InForce(Law law, List<String> path) {

  /** The amounts on a day that a table reads, by key. */
  Map<String, Object> values(Table table, LocalDate day) {
    Map<String, Object> values = new HashMap<>();
    for (String name : table.reads()) {
      law.parameters()
          .find(name)
          .flatMap(parameter -> parameter.on(day, path))
          .ifPresent(value -> values.put(name, value.value()));
    }
    return values;
  }

  /** Of the amounts of a case those that a place set itself: its code, by key. */
  Map<String, String> setBy(Case gathered) {
    Map<String, String> from = new TreeMap<>();
    applied(gathered)
        .forEach(
            (key, value) -> {
              if (value.jurisdiction() != null) {
                from.put(key, value.jurisdiction());
              }
            });
    return from;
  }

  /** Whether somebody has compared a table's rule and the amounts of a case with the law. */
  boolean checked(String table, Case gathered) {
    return law.table(table).orElseThrow().legalBasisChecked()
        && applied(gathered).values().stream().allMatch(Parameter.Value::checked);
  }

  private Map<String, Parameter.Value> applied(Case gathered) {
    Map<String, Parameter.Value> applied = new TreeMap<>();
    LocalDate day = gathered.keyDate();
    if (day != null) {
      for (String key : gathered.parameters().keySet()) {
        law.parameters()
            .find(key)
            .flatMap(parameter -> parameter.on(day, path))
            .ifPresent(value -> applied.put(key, value));
      }
    }
    return applied;
  }
}
