package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Amounts;
import org.lienthong.columns.Asked;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Kind;
import org.lienthong.columns.Outcome;
import org.lienthong.columns.Program;
import org.lienthong.columns.Verdicts;
import org.lienthong.eligibility.TableEngine.MatchedRow;
import org.lienthong.eligibility.TableEngine.TableFailure;

/**
 * Puts the same cases before a table's columns and before the engine, and tells every difference:
 * in status, amount, rows, outputs, reason, legal basis and in what is missing.
 */
final class Differential {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final Decider decider;
  private final Amounts amounts;

  /** What columns left to the engine though it can be read; they may, but should not often. */
  private int elsewhere;

  private int compared;

  Differential(Decider decider, Amounts amounts) {
    this.decider = decider;
    this.amounts = amounts;
  }

  int compared() {
    return compared;
  }

  int elsewhere() {
    return elsewhere;
  }

  /** A case and the two answers to it. */
  record Difference(
      Map<String, Object> facts, @Nullable LocalDate keyDate, Object columns, Object engine) {}

  /** The differences over some cases that share a key date. */
  List<Difference> over(
      Table table, Program program, List<Map<String, Object>> cases, @Nullable LocalDate keyDate) {
    Batch batch = batch(program.facts(), cases);
    Asked asked = new Asked(keyDate, TODAY, null, amounts);
    Verdicts verdicts = new Verdicts(cases.size());
    program.evaluate(batch, asked, verdicts);
    List<Difference> differences = new ArrayList<>();
    for (int person = 0; person < cases.size(); person++) {
      compared++;
      Map<String, Object> facts = cases.get(person);
      Object engine = engine(table, facts, keyDate);
      if (verdicts.outcome(person) == Outcome.ELSEWHERE) {
        elsewhere += engine instanceof Answer ? 1 : 0;
        Object told = engine(table, batch.facts(person), keyDate);
        if (!told.equals(engine)) {
          differences.add(new Difference(facts, keyDate, told, engine));
        }
        continue;
      }
      Object columns = columns(table, program, batch, asked, verdicts, person, keyDate);
      if (!columns.equals(engine)) {
        differences.add(new Difference(facts, keyDate, columns, engine));
      }
    }
    return differences;
  }

  static Batch batch(Map<String, Kind> facts, List<Map<String, Object>> cases) {
    Batch batch = new Batch(cases.size());
    facts.forEach(batch::column);
    for (Map<String, Object> told : cases) {
      int person = batch.add();
      told.forEach(
          (fact, value) -> {
            if (facts.containsKey(fact)) {
              batch.set(fact, person, value);
            }
          });
    }
    return batch;
  }

  private Object engine(Table table, Map<String, Object> facts, @Nullable LocalDate keyDate) {
    try {
      return decider.decide(table, gather(table, facts, keyDate));
    } catch (FactProblems e) {
      return e.byFact();
    }
  }

  private Case gather(Table table, Map<String, Object> facts, @Nullable LocalDate keyDate) {
    Function<LocalDate, Map<String, Object>> inForce =
        day -> {
          Map<String, Object> values = new LinkedHashMap<>();
          for (String name : table.reads()) {
            Object value = amounts.value(name, day.toEpochDay(), 0);
            if (value != null) {
              values.put(name, value);
            }
          }
          return values;
        };
    return decider.gather(table, facts, keyDate, TODAY, inForce);
  }

  /** What the columns say, put as the engine puts it; what is missing is the engine's own. */
  private Object columns(
      Table table,
      Program program,
      Batch batch,
      Asked asked,
      Verdicts verdicts,
      int person,
      @Nullable LocalDate keyDate) {
    return switch (verdicts.outcome(person)) {
      case NO_ROW -> Answer.needsHuman(Reasons.NO_RULE_MATCHED);
      case AMOUNT_MISSING -> Answer.needsHuman(Reasons.AMOUNT_NOT_IN_FORCE);
      case FACTS_MISSING -> {
        Answer waiting = decider.decide(table, gather(table, batch.facts(person), keyDate));
        yield waiting.status() == Status.NEEDS_DATA ? waiting : "facts are missing";
      }
      default -> rows(table, program, batch, asked, verdicts, person);
    };
  }

  private static Object rows(
      Table table, Program program, Batch batch, Asked asked, Verdicts verdicts, int person) {
    List<MatchedRow> rows =
        program.matches(batch, asked, verdicts, person).stream()
            .map(m -> new MatchedRow(m.row(), m.outputs()))
            .toList();
    try {
      Answer answer = Decider.answer(table, rows);
      long amount = verdicts.amount(person);
      boolean same =
          Objects.equals(answer.amount(), amount == Verdicts.NONE ? null : amount)
              && answer.status() == Decider.RANK.get(verdicts.status(person));
      return same ? answer : "arrays: " + verdicts.status(person) + ", " + amount;
    } catch (TableFailure e) {
      return e.reason();
    }
  }
}
