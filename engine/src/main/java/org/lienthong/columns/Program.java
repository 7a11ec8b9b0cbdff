package org.lienthong.columns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.TableText.HitPolicy;

/** A table in columns. Immutable; for any number of threads. */
public final class Program {

  private final TableText table;
  private final List<Node> nodes;
  final List<Check> checks;
  final List<ColumnPlan> columns;
  final Unknowns unknowns;
  final List<List<Result>> results;
  final RowAnswers answers;
  final long all;

  Program(
      TableText table,
      List<Node> nodes,
      List<Check> checks,
      List<ColumnPlan> columns,
      Unknowns unknowns,
      List<List<Result>> results,
      RowAnswers answers) {
    this.table = table;
    this.nodes = List.copyOf(nodes);
    this.checks = List.copyOf(checks);
    this.columns = List.copyOf(columns);
    this.unknowns = unknowns;
    this.results = List.copyOf(results);
    this.answers = answers;
    int rows = table.rows().size();
    this.all = rows == 64 ? -1 : (1L << rows) - 1;
  }

  /** The facts that the table reads, and those from which they are derived. */
  public Map<String, Kind> facts() {
    Map<String, Kind> facts = new LinkedHashMap<>();
    for (TableText.Fact fact : table.facts()) {
      facts.put(fact.name(), fact.kind());
      if (fact.age() != null) {
        facts.putIfAbsent(fact.age().birthDate(), Kind.DATE);
      }
    }
    return facts;
  }

  /** The ids of the rows, in the order of the bits of {@link Verdicts#rows}. */
  public List<String> rows() {
    return table.rows().stream().map(TableText.Row::id).toList();
  }

  HitPolicy hitPolicy() {
    return table.hitPolicy();
  }

  /**
   * Evaluates everybody in a batch.
   *
   * @param verdicts filled; at least as large as the batch
   */
  public void evaluate(Batch batch, Asked asked, Verdicts verdicts) {
    evaluate(batch, asked, 0, batch.size(), verdicts);
  }

  /** Evaluates some of a batch; threads may share a batch if each has verdicts of its own. */
  public void evaluate(Batch batch, Asked asked, int from, int to, Verdicts verdicts) {
    Frame frame = new Frame(batch, asked, nodes, verdicts.space);
    Run run = new Run(this, frame, verdicts);
    int block = frame.people.length;
    for (int start = from; start < to; start += block) {
      run.block(start, Math.min(to, start + block));
    }
  }

  /** The rows that answer for one person, with everything that they give. */
  public List<Match> matches(Batch batch, Asked asked, Verdicts verdicts, int person) {
    Frame frame = new Frame(batch, asked, nodes, new Workspace(1));
    frame.range(person, person + 1);
    List<Match> matches = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      if ((verdicts.rows(person) & 1L << row) != 0) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (Result result : results.get(row)) {
          Object value = result.value(frame, 0);
          if (value != null) {
            outputs.put(table.outputs().get(result.output()).name(), value);
          }
        }
        matches.add(new Match(table.rows().get(row).id(), outputs));
      }
    }
    return matches;
  }

  /** Hears what rows say. */
  public interface Saying {
    /** A row that answers for a person says this. */
    void says(int person, Object value);
  }

  /**
   * What the rows that answer say under one name, row by row in their order. A row without a value
   * says nothing.
   *
   * @param verdicts of the same batch and question
   */
  public void outputs(Batch batch, Asked asked, Verdicts verdicts, String output, Saying saying) {
    long any = 0;
    for (int person = 0; person < batch.size(); person++) {
      any |= verdicts.rows(person);
    }
    Frame frame = null;
    for (int row = 0; any != 0; row++, any >>>= 1) {
      Result result = (any & 1) == 0 ? null : result(row, output);
      if (result == null) {
        continue;
      }
      if (result.node() != null && frame == null) {
        frame = new Frame(batch, asked, nodes, verdicts.space);
      }
      says(result, 1L << row, frame, batch.size(), verdicts, saying);
    }
  }

  private @Nullable Result result(int row, String output) {
    return results.get(row).stream()
        .filter(r -> table.outputs().get(r.output()).name().equals(output))
        .filter(r -> r.node() != null || r.written() != null)
        .findFirst()
        .orElse(null);
  }

  private static void says(
      Result result,
      long bit,
      @Nullable Frame frame,
      int people,
      Verdicts verdicts,
      Saying saying) {
    int chosen = 0;
    int block = frame == null ? 0 : frame.people.length;
    for (int person = 0; person < people; person++) {
      if ((verdicts.rows(person) & bit) != 0) {
        if (result.node() == null) {
          saying.says(person, Objects.requireNonNull(result.written()));
        } else {
          Objects.requireNonNull(frame).people[chosen++] = person;
        }
      }
      if (chosen > 0 && (chosen == block || person == people - 1)) {
        computed(result, Objects.requireNonNull(frame), chosen, saying);
        chosen = 0;
      }
    }
  }

  private static void computed(Result result, Frame frame, int chosen, Saying saying) {
    frame.chosen(chosen);
    for (int i = 0; i < chosen; i++) {
      Object value = result.value(frame, i);
      if (value != null) {
        saying.says(frame.people[i], value);
      }
    }
  }

  /** Which cells of the table are computed and no sets of written values; for figures. */
  public int openCells() {
    return columns.stream().mapToInt(c -> c.open().size()).sum();
  }

  /** The policies under which at most one answer is possible. */
  static final Set<HitPolicy> ONE = Set.of(HitPolicy.UNIQUE, HitPolicy.ANY);
}
