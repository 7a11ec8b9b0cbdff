package org.lienthong.eligibility;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Jurisdiction;
import org.lienthong.catalogue.Law;
import org.lienthong.catalogue.LawTable;

/**
 * A decision: its country's table, and the tables by which places override it.
 *
 * @param service the folder that owns it
 * @param country whose law it is; null where the content names no countries
 * @param own the country's table
 * @param local the overriding ones, by the code of the place
 * @param placeMatters whether the answer may differ from place to place
 * @param derivedByEngine the facts that no column derives, each with that from which the engine
 *     does
 */
record Variants(
    String service,
    @Nullable Jurisdiction country,
    Table own,
    Map<String, Table> local,
    boolean placeMatters,
    Map<String, String> derivedByEngine) {

  /**
   * A decision as a law has it.
   *
   * @param tables compiles
   */
  static Variants of(Law law, String decision, Function<LawTable, Table> tables) {
    LawTable file = law.table(decision).orElseThrow();
    Map<String, Table> local = new TreeMap<>();
    for (LawTable table : law.tables()) {
      if (table.jurisdiction() != null && table.decision().equals(decision)) {
        local.put(table.jurisdiction(), tables.apply(table));
      }
    }
    Table own = tables.apply(file);
    return new Variants(
        file.service(),
        law.jurisdictions().country(decision).orElse(null),
        own,
        Collections.unmodifiableMap(local),
        !local.isEmpty() || readsLocalValues(law, own),
        derivedByEngine(own, local));
  }

  private static boolean readsLocalValues(Law law, Table table) {
    return table.reads().stream()
        .flatMap(name -> law.parameters().find(name).stream())
        .flatMap(parameter -> parameter.values().stream())
        .anyMatch(value -> value.jurisdiction() != null);
  }

  /** The table of the nearest place that has one. */
  Table at(List<String> path) {
    return path.stream().filter(local::containsKey).map(local::get).findFirst().orElse(own);
  }

  /** The facts that any of its tables reads, and those from which they can be derived. */
  Set<String> facts() {
    Set<String> names = new LinkedHashSet<>();
    tables()
        .flatMap(table -> table.inputs().stream())
        .forEach(
            input -> {
              names.add(input.name());
              DerivedFacts.baseOf(input.name()).ifPresent(names::add);
            });
    names.addAll(derivedByEngine.values());
    return names;
  }

  private static Map<String, String> derivedByEngine(Table own, Map<String, Table> local) {
    Map<String, String> derived = new LinkedHashMap<>();
    Stream.concat(Stream.of(own), local.values().stream())
        .forEach(
            table -> {
              for (String birth : BirthYears.births(table)) {
                DerivedFacts.yearOf(birth).ifPresent(year -> derived.put(birth, year));
              }
              for (Table.Input input : table.inputs()) {
                DerivedFacts.workingDay(input.name())
                    .ifPresent(day -> derived.put(input.name(), day.base()));
              }
            });
    return derived;
  }

  Stream<Table> tables() {
    return Stream.concat(Stream.of(own), local.values().stream());
  }
}
