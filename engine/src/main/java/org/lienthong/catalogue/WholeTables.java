package org.lienthong.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lienthong.analysis.InForce;
import org.lienthong.analysis.TableAnalysis;
import org.lienthong.analysis.TableFinding;
import org.lienthong.catalogue.Finding.Severity;
import org.lienthong.columns.TableText;
import org.lienthong.feel.Feel;

/**
 * What a decision table does as a whole. A row that never answers and two rows that contradict each
 * other keep it from being published; a case that no row covers may be meant, so a person decides.
 */
final class WholeTables implements Check {

  private static final Set<TableFinding.Kind> STOPS =
      Set.of(TableFinding.Kind.OVERLAP, TableFinding.Kind.DEAD_ROW);

  private final Feel feel;
  private final TableAnalysis analysis;

  WholeTables(Feel feel) {
    this.feel = feel;
    this.analysis = new TableAnalysis(feel);
  }

  @Override
  public void check(Content content, Contents all, Findings findings) {
    if (findings.hasErrors()) {
      return; // a table that reads unknown names, say, cannot be asked
    }
    for (String key : new TreeSet<>(content.decisions().keySet())) {
      byte[] bytes = content.folder().files().get(key + ".dmn");
      if (bytes != null) {
        for (TableFinding each : analyse(key, bytes, all.parameters(), all.jurisdictions())) {
          say(key, each, findings);
        }
      }
    }
  }

  private static void say(String key, TableFinding finding, Findings findings) {
    String file = key + ".dmn";
    String element = finding.rows().isEmpty() ? key : finding.rows().get(0);
    String rule =
        switch (finding.kind()) {
          case OVERLAP -> "rows-overlap";
          case DEAD_ROW -> "row-never-answers";
          case GAP -> "case-not-covered";
          case OUTPUT_NEVER -> "output-never-given";
          case NOT_ANALYSED -> null; // nothing is known to be wrong; the API tells it
        };
    if (rule != null) {
      Severity severity = STOPS.contains(finding.kind()) ? Severity.ERROR : Severity.WARNING;
      findings.add(severity, rule, file, element, finding.en(), finding.vi());
    }
  }

  /** Everything there is to say of a table under the law of all times and places. */
  List<TableFinding> analyse(
      String key, byte[] bytes, Parameters parameters, Jurisdictions jurisdictions) {
    TableTexts.Read read = TableTexts.read(bytes);
    List<Parameter> amounts = new ArrayList<>();
    for (String name : conditionsRead(read.table())) {
      parameters.find(name).ifPresent(amounts::add);
    }
    return analysis.analyse(read.table(), read.promised(), laws(key, amounts, jurisdictions));
  }

  private Set<String> conditionsRead(TableText table) {
    Set<String> names = new TreeSet<>();
    table.columns().forEach(c -> names.addAll(feel.parse(c.expression()).freeNames()));
    for (TableText.Row row : table.rows()) {
      row.cells().stream()
          .filter(cell -> !cell.isBlank() && !cell.equals("-"))
          .forEach(cell -> names.addAll(feel.parseUnaryTests(cell).freeNames()));
    }
    table.facts().forEach(fact -> names.remove(fact.name()));
    return names;
  }

  private static List<InForce> laws(String key, List<Parameter> amounts, Jurisdictions all) {
    if (amounts.isEmpty()) {
      return List.of(InForce.NOTHING);
    }
    Set<InForce> laws = new LinkedHashSet<>();
    String own = Jurisdictions.local(key).map(Jurisdictions.Local::code).orElse(null);
    laws.addAll(laws(amounts, path(own, all)));
    if (own == null) {
      amounts.stream()
          .flatMap(amount -> amount.values().stream())
          .map(Parameter.Value::jurisdiction)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(code -> laws.addAll(laws(amounts, path(code, all))));
    }
    return List.copyOf(laws);
  }

  private static List<String> path(@Nullable String code, Jurisdictions all) {
    return code == null ? List.of() : all.path(code);
  }

  /** From one change of an amount to the next, the newest first. */
  private static List<InForce> laws(List<Parameter> amounts, List<String> path) {
    TreeSet<LocalDate> changes = new TreeSet<>();
    for (Parameter amount : amounts) {
      amount.values().stream()
          .filter(v -> v.jurisdiction() == null || path.contains(v.jurisdiction()))
          .forEach(v -> changes.add(v.from()));
    }
    List<InForce> laws = new ArrayList<>();
    if (changes.isEmpty()) {
      return List.of(InForce.NOTHING);
    }
    laws.add(new InForce(null, changes.first(), Map.of()));
    for (LocalDate from : changes) {
      Map<String, Object> values = new TreeMap<>();
      for (Parameter amount : amounts) {
        amount.on(from, path).ifPresent(value -> values.put(amount.key(), value.value()));
      }
      laws.add(new InForce(from, changes.higher(from), values));
    }
    Collections.reverse(laws);
    return laws;
  }
}
