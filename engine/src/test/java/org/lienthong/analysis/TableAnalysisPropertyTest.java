package org.lienthong.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lienthong.analysis.TableFinding.Kind;
import org.lienthong.columns.TableText;
import org.lienthong.columns.TableText.Column;
import org.lienthong.columns.TableText.Fact;
import org.lienthong.columns.TableText.HitPolicy;
import org.lienthong.columns.TableText.Output;
import org.lienthong.columns.TableText.Row;
import org.lienthong.feel.Feel;

/** What the analysis says of small random tables is what asking every case says. */
class TableAnalysisPropertyTest {

  private static final int TABLES = 400;

  /**
   * A kind of column: its fact, what its cells may say, and every value that makes a difference.
   */
  private record Drawn(Fact fact, String type, List<String> cells, List<Object> values) {}

  private static final List<Drawn> COLUMNS =
      List.of(
          new Drawn(
              fact("count", org.lienthong.columns.Kind.NUMBER, 5L, null),
              "integer",
              List.of("", "< 2", "<= 2", "> 2", "[1..3)", "not(0)", "1, >= 4", "< 0", "(2..5]"),
              numbers(0, 5, 1)),
          new Drawn(
              fact("share", org.lienthong.columns.Kind.NUMBER, null, null),
              "double",
              List.of("", "< 1.5", ">= 1.5", "[0..1.5]", "2", "> 2", "not(> 0)"),
              numbers(-1, 4, 4)),
          new Drawn(
              fact("class", org.lienthong.columns.Kind.TEXT, null, "\"A\",\"B\",\"C\""),
              "string",
              List.of("", "\"A\"", "\"B\",\"C\"", "not(\"C\")", "\"D\""),
              List.of("A", "B", "C")),
          new Drawn(
              fact("word", org.lienthong.columns.Kind.TEXT, null, null),
              "string",
              List.of("", "\"X\"", "not(\"X\",\"Y\")", "\"Y\""),
              List.of("X", "Y", "Z")),
          new Drawn(
              fact("yes", org.lienthong.columns.Kind.BOOLEAN, null, null),
              "boolean",
              List.of("", "true", "false"),
              List.of(true, false)));

  private final Feel feel = new Feel();
  private final TableAnalysis analysis = new TableAnalysis(feel);
  private final Random random = new Random(8);

  private static Fact fact(
      String name,
      org.lienthong.columns.Kind kind,
      @org.jspecify.annotations.Nullable Long largest,
      @org.jspecify.annotations.Nullable String allowed) {
    return new Fact(name, kind, false, largest == null, largest, allowed, null, null);
  }

  private static List<Object> numbers(int from, int to, int parts) {
    List<Object> numbers = new ArrayList<>();
    for (int i = from * parts; i <= to * parts; i++) {
      numbers.add(BigDecimal.valueOf(i).divide(BigDecimal.valueOf(parts)));
    }
    return numbers;
  }

  @Test
  void saysWhatAskingEveryCaseSays() {
    int gaps = 0;
    int dead = 0;
    int overlaps = 0;
    for (int i = 0; i < TABLES; i++) {
      List<Drawn> columns = new ArrayList<>(COLUMNS);
      java.util.Collections.shuffle(columns, random);
      columns = columns.subList(0, 1 + random.nextInt(3));
      TableText table = table(columns);
      List<TableFinding> findings = analysis.analyse(table, Map.of(), List.of(InForce.NOTHING));
      Brute brute = new Brute(table, columns);

      assertThat(findings).noneMatch(f -> f.kind() == Kind.NOT_ANALYSED);
      assertThat(rows(findings, Kind.DEAD_ROW)).as("dead in %s", table).isEqualTo(brute.dead());
      assertThat(rows(findings, Kind.OVERLAP)).as("in %s", table).isEqualTo(brute.overlaps);
      assertThat(rows(findings, Kind.GAP).isEmpty()).as("gap in %s", table).isEqualTo(!brute.gap);
      gaps += brute.gap ? 1 : 0;
      dead += brute.dead().size();
      overlaps += brute.overlaps.size();
    }
    assertThat(gaps).isBetween(20, TABLES - 20);
    assertThat(dead).isGreaterThan(20);
    assertThat(overlaps).isGreaterThan(20);
  }

  private TableText table(List<Drawn> columns) {
    List<Row> rows = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int row = 0; row < count; row++) {
      List<String> cells =
          columns.stream().map(c -> c.cells().get(random.nextInt(c.cells().size()))).toList();
      rows.add(new Row("row-" + row, cells, List.of("\"" + row + "\"")));
    }
    return new TableText(
        "drawn",
        random.nextBoolean() ? HitPolicy.UNIQUE : HitPolicy.FIRST,
        columns.stream().map(Drawn::fact).toList(),
        null,
        false,
        columns.stream().map(c -> new Column(c.fact().name(), c.type())).toList(),
        rows,
        List.of(new Output("answer", "string")));
  }

  private static Set<List<String>> rows(List<TableFinding> findings, Kind kind) {
    Set<List<String>> rows = new HashSet<>();
    findings.stream().filter(f -> f.kind() == kind).forEach(f -> rows.add(f.rows()));
    return rows;
  }

  /** Asks every case. */
  private final class Brute {

    private final TableText table;
    private final List<Drawn> columns;
    private final Set<Integer> answered = new HashSet<>();
    private final Set<List<String>> overlaps = new HashSet<>();
    private final Map<String, Boolean> known = new HashMap<>();
    private boolean gap;

    Brute(TableText table, List<Drawn> columns) {
      this.table = table;
      this.columns = columns;
      ask(new ArrayList<>());
    }

    private void ask(List<Object> values) {
      if (values.size() < columns.size()) {
        for (Object value : columns.get(values.size()).values()) {
          List<Object> more = new ArrayList<>(values);
          more.add(value);
          ask(more);
        }
        return;
      }
      List<Integer> fits = new ArrayList<>();
      for (int row = 0; row < table.rows().size(); row++) {
        if (fits(row, values)) {
          fits.add(row);
        }
      }
      gap |= fits.isEmpty();
      if (table.hitPolicy() == HitPolicy.FIRST) {
        fits.stream().limit(1).forEach(answered::add);
      } else {
        answered.addAll(fits);
        for (int one : fits) {
          fits.stream()
              .filter(other -> other > one)
              .forEach(other -> overlaps.add(List.of("row-" + one, "row-" + other)));
        }
      }
    }

    private boolean fits(int row, List<Object> values) {
      for (int column = 0; column < values.size(); column++) {
        String cell = table.rows().get(row).cells().get(column);
        Object value = values.get(column);
        if (!cell.isEmpty()
            && !known.computeIfAbsent(cell + " " + value, k -> feel.test(cell, value, Map.of()))) {
          return false;
        }
      }
      return true;
    }

    Set<List<String>> dead() {
      Set<List<String>> dead = new HashSet<>();
      for (int row = 0; row < table.rows().size(); row++) {
        if (!answered.contains(row)) {
          dead.add(List.of("row-" + row));
        }
      }
      return dead;
    }
  }
}
