package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.lienthong.columns.Asked;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Compilation.Compiled;
import org.lienthong.columns.Outcome;
import org.lienthong.columns.Program;
import org.lienthong.columns.Verdicts;

/** Decides for a batch: in columns where a table has them, by the engine where not. */
final class BatchRules {

  /** By rank. */
  private static final Status[] SAID = Decider.RANK.toArray(Status[]::new);

  private static final int NEEDS_DATA = Decider.RANK.indexOf(Status.NEEDS_DATA);
  private static final int NEEDS_HUMAN = Decider.RANK.indexOf(Status.NEEDS_HUMAN);

  private final Rules rules;
  private final String decision;
  private final Variants variants;
  private final List<Table> tables;
  private final List<String> codes;
  private final Batch batch;
  private final LocalDate day;
  private final BatchAnswers out;
  private final BatchPlaces places;
  private final BitSet byEngine;

  /** By the place's number. */
  private final int[] tableOf;

  private final Map<Long, List<String>> rowsOf = new HashMap<>();

  BatchRules(Rules rules, String decision, Crowd crowd, BatchAnswers out) {
    this.rules = rules;
    this.decision = decision;
    this.variants = rules.variants(decision);
    this.tables = variants.tables().toList();
    this.codes = List.copyOf(variants.local().keySet());
    this.batch = crowd.batch();
    this.day = crowd.day();
    this.out = out;
    this.places = crowd.places(variants);
    this.byEngine = crowd.byEngine(variants);
    byEngine.or(places.nowhere());
    this.tableOf = places.paths().stream().mapToInt(this::table).toArray();
  }

  void decide() {
    out.begin(batch.size(), variants, places, tableOf);
    Asked asked = new Asked(null, day, places.numbers(), places);
    int firstRow = 0;
    for (int t = 0; t < tables.size(); t++) {
      Table table = tables.get(t);
      if (table.columnar() instanceof Compiled compiled) {
        compiled.program().evaluate(batch, asked, out.verdicts);
        columns(compiled.program(), t, firstRow);
        outputs(compiled.program(), asked, t);
      } else {
        for (int person = 0; person < batch.size(); person++) {
          if (out.table(person) == t) {
            engine(person, t, firstRow);
          }
        }
      }
      firstRow += table.rows().size();
    }
  }

  private int table(List<String> path) {
    return path.stream().filter(codes::contains).map(codes::indexOf).findFirst().orElse(-1) + 1;
  }

  private void columns(Program program, int table, int firstRow) {
    Verdicts verdicts = out.verdicts;
    List<String> ids = program.rows();
    rowsOf.clear();
    for (int person = 0; person < batch.size(); person++) {
      if (out.table(person) != table) {
        continue;
      }
      Outcome outcome = verdicts.outcome(person);
      if (outcome == Outcome.ELSEWHERE || byEngine.get(person)) {
        engine(person, table, firstRow);
        continue;
      }
      int unsaid = outcome == Outcome.FACTS_MISSING ? NEEDS_DATA : NEEDS_HUMAN;
      int said = outcome == Outcome.ROWS ? verdicts.status(person) : unsaid;
      int row = verdicts.row(person);
      out.set(person, SAID[said], verdicts.amount(person), row < 0 ? -1 : firstRow + row);
      long rows = verdicts.rows(person);
      if (Long.bitCount(rows) > 1) {
        out.several(person, rowsOf.computeIfAbsent(rows, r -> ids(ids, r)));
      }
    }
  }

  /** Over several rows as {@link Decider} puts them together. */
  private void outputs(Program program, Asked asked, int table) {
    boolean adds = tables.get(table).hitPolicy() == HitPolicy.COLLECT;
    BinaryOperator<Object> with = adds ? Decider::plus : (first, later) -> first;
    for (String name : out.wanted()) {
      program.outputs(
          batch,
          asked,
          out.verdicts,
          name,
          (person, value) -> {
            if (out.table(person) == table && !byEngine.get(person)) {
              out.says(name, person, value, with);
            }
          });
    }
  }

  private static List<String> ids(List<String> all, long rows) {
    return IntStream.range(0, all.size())
        .filter(row -> (rows & 1L << row) != 0)
        .mapToObj(all::get)
        .toList();
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
      out.set(person, answer.status(), amount == null ? Verdicts.NONE : amount, row);
      for (String name : out.wanted()) {
        Object value = answer.outputs().get(name);
        if (value != null) {
          out.says(name, person, value, (a, b) -> a);
        }
      }
      if (matched.size() > 1) {
        out.several(person, matched);
      }
    } catch (FactProblems e) {
      out.set(person, null, Verdicts.NONE, -1);
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
