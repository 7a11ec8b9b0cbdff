package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lienthong.catalogue.Parameters;
import org.lienthong.columns.Asked;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Compilation.Compiled;
import org.lienthong.columns.Outcome;
import org.lienthong.columns.Program;
import org.lienthong.columns.Verdicts;

/** Decides for a batch: in columns where a table has them, by the engine where not. */
final class BatchRules {

  private final Rules rules;
  private final String decision;
  private final Variants variants;
  private final List<Table> tables;
  private final List<String> codes;
  private final Batch batch;
  private final LocalDate day;
  private final BatchAnswers out;
  private final BatchPlaces places;

  BatchRules(
      Rules rules,
      Parameters parameters,
      String decision,
      Batch batch,
      LocalDate day,
      BatchAnswers out) {
    this.rules = rules;
    this.decision = decision;
    this.variants = rules.variants(decision);
    this.tables = variants.tables().toList();
    this.codes = List.copyOf(variants.local().keySet());
    this.batch = batch;
    this.day = day;
    this.out = out;
    this.places =
        variants.placeMatters()
            ? BatchPlaces.of(parameters, rules.jurisdictions(), variants.country(), batch)
            : BatchPlaces.country(parameters, variants.country());
  }

  void decide() {
    out.begin(batch.size(), BatchAnswers.ids(tables));
    Asked asked = new Asked(null, day, places.numbers(), places);
    int firstRow = 0;
    for (int t = 0; t < tables.size(); t++) {
      Table table = tables.get(t);
      if (table.columnar() instanceof Compiled compiled) {
        compiled.program().evaluate(batch, asked, out.verdicts);
        columns(compiled.program(), t, firstRow);
      } else {
        for (int person = 0; person < batch.size(); person++) {
          if (table(person) == t) {
            engine(person, t, firstRow);
          }
        }
      }
      firstRow += table.rows().size();
    }
  }

  /** The table of a person's place. */
  private int table(int person) {
    if (tables.size() == 1) {
      return 0;
    }
    return places.path(person).stream()
            .filter(codes::contains)
            .map(codes::indexOf)
            .findFirst()
            .orElse(-1)
        + 1;
  }

  private void columns(Program program, int table, int firstRow) {
    Verdicts verdicts = out.verdicts;
    List<String> ids = program.rows();
    for (int person = 0; person < batch.size(); person++) {
      if (table(person) != table) {
        continue;
      }
      Outcome outcome = verdicts.outcome(person);
      if (outcome == Outcome.ELSEWHERE || places.nowhere(person)) {
        engine(person, table, firstRow);
        continue;
      }
      Status status =
          switch (outcome) {
            case ROWS -> Decider.RANK.get(verdicts.status(person));
            case FACTS_MISSING -> Status.NEEDS_DATA;
            default -> Status.NEEDS_HUMAN;
          };
      int row = verdicts.row(person);
      long amount = outcome == Outcome.ROWS ? verdicts.amount(person) : Verdicts.NONE;
      out.set(person, status, amount, row < 0 ? -1 : firstRow + row, table);
      long rows = verdicts.rows(person);
      if (Long.bitCount(rows) > 1) {
        out.several(
            person,
            java.util.stream.IntStream.range(0, ids.size())
                .filter(r -> (rows & 1L << r) != 0)
                .mapToObj(ids::get)
                .toList());
      }
    }
  }

  private void engine(int person, int table, int firstRow) {
    out.byEngine();
    try {
      Answer answer = rules.rule(decision, facts(person), null, day).answer();
      List<String> matched = answer.matchedRows();
      int row = -1;
      List<Table.Row> rows = tables.get(table).rows();
      for (int r = 0; r < rows.size() && !matched.isEmpty() && row < 0; r++) {
        row = rows.get(r).id().equals(matched.get(0)) ? firstRow + r : -1;
      }
      Long amount = answer.amount();
      out.set(person, answer.status(), amount == null ? Verdicts.NONE : amount, row, table);
      if (matched.size() > 1) {
        out.several(person, matched);
      }
    } catch (FactProblems e) {
      out.set(person, null, Verdicts.NONE, -1, table);
    }
  }

  private Map<String, Object> facts(int person) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String name : rules.inputs(decision)) {
      Object value = batch.fact(name, person);
      if (value != null) {
        facts.put(name, value);
      }
    }
    return facts;
  }
}
