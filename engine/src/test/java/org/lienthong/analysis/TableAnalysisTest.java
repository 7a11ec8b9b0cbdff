package org.lienthong.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lienthong.analysis.TableFinding.Kind;
import org.lienthong.columns.TableText;
import org.lienthong.columns.TableText.Column;
import org.lienthong.columns.TableText.Fact;
import org.lienthong.columns.TableText.HitPolicy;
import org.lienthong.columns.TableText.Output;
import org.lienthong.columns.TableText.Row;
import org.lienthong.feel.Feel;

/** Each kind of finding, with the case that shows it. */
class TableAnalysisTest {

  private static final Fact AGE = fact("age", org.lienthong.columns.Kind.NUMBER, 100L, null);
  private static final Fact OTHER_AGE =
      fact("otherAge", org.lienthong.columns.Kind.NUMBER, 100L, null);
  private static final Fact DAY = fact("day", org.lienthong.columns.Kind.DATE, null, null);
  private static final Fact CLASS =
      fact("class", org.lienthong.columns.Kind.TEXT, null, "\"A\",\"B\"");

  private final TableAnalysis analysis = new TableAnalysis(new Feel());

  private static Fact fact(
      String name, org.lienthong.columns.Kind kind, @Nullable Long largest, @Nullable String list) {
    return new Fact(name, kind, false, largest == null, largest, list, null, null);
  }

  private static TableText table(
      HitPolicy policy, List<Fact> facts, List<Column> columns, Row... rows) {
    return new TableText(
        "drawn",
        policy,
        facts,
        "day",
        false,
        columns,
        List.of(rows),
        List.of(new Output("status", "string")));
  }

  private static Row row(String id, String result, String... cells) {
    return new Row(id, List.of(cells), List.of("\"" + result + "\""));
  }

  private static Column integer(String expression) {
    return new Column(expression, "integer");
  }

  private static final Column OF_CLASS = new Column("class", "string");

  private List<TableFinding> analyse(TableText table, InForce... laws) {
    return analysis.analyse(
        table, Map.of(), laws.length == 0 ? List.of(InForce.NOTHING) : List.of(laws));
  }

  @Test
  void tellsACaseThatNoRowCovers() {
    List<TableFinding> findings =
        analyse(
            table(
                HitPolicy.UNIQUE,
                List.of(AGE, CLASS),
                List.of(integer("age"), OF_CLASS),
                row("young", "NO", "< 18", ""),
                row("old-a", "YES", ">= 18", "\"A\""),
                row("old-b", "YES", "> 18", "\"B\"")));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).kind()).isEqualTo(Kind.GAP);
    assertThat(findings.get(0).facts())
        .isEqualTo(Map.of("age", BigDecimal.valueOf(18), "class", "B"));
    assertThat(findings.get(0).en()).contains("age = 18, class = B");
    assertThat(findings.get(0).vi()).contains("age = 18, class = B");
  }

  @Test
  void countsAreNotNegativeAndCodesAreOfTheList() {
    assertThat(
            analyse(
                table(
                    HitPolicy.UNIQUE,
                    List.of(AGE, CLASS),
                    List.of(integer("age"), OF_CLASS),
                    row("none", "NO", "0", ""),
                    row("some-a", "YES", ">= 1", "\"A\""),
                    row("some-b", "YES", "> 0", "not(\"A\")"))))
        .isEmpty();
  }

  @Test
  void tellsTwoRowsForOneCase() {
    List<TableFinding> findings =
        analyse(
            table(
                HitPolicy.UNIQUE,
                List.of(AGE),
                List.of(integer("age")),
                row("up-to-six", "NO", "<= 6"),
                row("from-six", "YES", ">= 6")));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).kind()).isEqualTo(Kind.OVERLAP);
    assertThat(findings.get(0).rows()).containsExactly("up-to-six", "from-six");
    assertThat(findings.get(0).facts()).isEqualTo(Map.of("age", BigDecimal.valueOf(6)));
    assertThat(findings.get(0).en())
        .contains("Both up-to-six and from-six fit this case: age = 6.");
    assertThat(findings.get(0).vi()).contains("khớp cả hai dòng up-to-six và from-six: age = 6.");
  }

  @Test
  void underFirstTheRowsMayOverlapButNotHideOneAnother() {
    List<TableFinding> findings =
        analyse(
            table(
                HitPolicy.FIRST,
                List.of(AGE, CLASS),
                List.of(integer("age"), OF_CLASS),
                row("a", "NO", "", "\"A\""),
                row("young", "NO", "<= 6", ""),
                row("old", "YES", "> 6", ""),
                row("old-b", "PERHAPS", "> 10", "\"B\"")));

    assertThat(findings.get(0).kind()).isEqualTo(Kind.DEAD_ROW);
    assertThat(findings.get(0).rows()).containsExactly("old-b");
    assertThat(findings.get(0).facts().get("class")).isEqualTo("B");
    assertThat(number(findings.get(0).facts().get("age"))).isGreaterThan(BigDecimal.TEN);
    assertThat(findings.get(0).en())
        .matches(".*\\(such as age = \\d+, class = B\\) is answered above it, by old\\. .*");
    assertThat(findings.get(0).vi()).contains("(ví dụ age = ").contains("(old)");
    assertThat(findings.get(1).kind()).isEqualTo(Kind.OUTPUT_NEVER);
    assertThat(findings.get(1).rows()).containsExactly("old-b");
    assertThat(findings.get(1).en())
        .isEqualTo(
            "The output status promises PERHAPS, and no row that answers gives it: only old-b"
                + " would, and never answers.");
    assertThat(findings).hasSize(2);
  }

  @Test
  void tellsACellThatNothingPasses() {
    List<TableFinding> findings =
        analyse(
            table(
                HitPolicy.COLLECT,
                List.of(AGE, CLASS),
                List.of(integer("age"), OF_CLASS),
                row("all", "YES", "", ""),
                row("below-nought", "YES", "< 0", ""),
                row("no-such-class", "YES", "", "\"C\"")));

    assertThat(findings)
        .extracting(TableFinding::kind, f -> f.rows().get(0))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.DEAD_ROW, "below-nought"),
            org.assertj.core.groups.Tuple.tuple(Kind.DEAD_ROW, "no-such-class"));
    assertThat(findings.get(0).en())
        .contains("below-nought never fits: no possible value of age passes «< 0»");
    assertThat(findings.get(1).en())
        .contains("no-such-class never fits: no possible value of class passes «\"C\"»");
  }

  @Test
  void computedColumnsAreNotTakenForFree() {
    TableText table =
        table(
            HitPolicy.UNIQUE,
            List.of(AGE, OTHER_AGE),
            List.of(integer("age"), integer("otherAge"), integer("age - otherAge")),
            row("less", "NO", "<= 5", ">= 10", "< 0"),
            row("rest", "NO", "<= 5", "< 10", ""),
            row("more", "YES", "> 5", "", ""));

    List<TableFinding> findings = analyse(table);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).kind()).isEqualTo(Kind.NOT_ANALYSED);
    assertThat(findings.get(0).en()).contains("because").contains("age - otherAge");
  }

  @Test
  void meetsAGapInAComputedColumn() {
    List<TableFinding> findings =
        analyse(
            table(
                HitPolicy.UNIQUE,
                List.of(AGE, OTHER_AGE),
                List.of(integer("age - otherAge")),
                row("less", "NO", "< 3"),
                row("more", "YES", "> 3")));

    assertThat(findings).extracting(TableFinding::kind).containsExactly(Kind.GAP);
    Map<String, @Nullable Object> facts = findings.get(0).facts();
    assertThat(number(facts.get("age")).subtract(number(facts.get("otherAge"))))
        .isEqualByComparingTo("3");
  }

  private static BigDecimal number(@Nullable Object value) {
    return new BigDecimal(String.valueOf(value));
  }

  @Test
  void aRowIsDeadOnlyIfItIsUnderTheLawOfEveryDay() {
    TableText table =
        table(
            HitPolicy.FIRST,
            List.of(AGE, DAY),
            List.of(integer("age"), new Column("day", null)),
            row("high", "NO", ">= limit", ""),
            row("ten", "YES", ">= 10", ""),
            row("other", "YES", "", ""));
    LocalDate change = LocalDate.of(2026, 1, 1);
    InForce old = new InForce(null, change, Map.of("limit", 20L));
    InForce current = new InForce(change, null, Map.of("limit", 10L));

    assertThat(analyse(table, current, old)).isEmpty();
    assertThat(analyse(table, current))
        .extracting(TableFinding::kind)
        .containsExactly(Kind.DEAD_ROW);
  }

  @Test
  void anAmountNotYetInForceLeavesNoGap() {
    TableText table =
        table(
            HitPolicy.UNIQUE,
            List.of(AGE),
            List.of(integer("age")),
            row("low", "NO", "< limit"),
            row("high", "YES", ">= limit"));

    assertThat(analyse(table, InForce.NOTHING)).isEmpty();
  }

  @Test
  void tellsAPromisedValueThatNoRowGives() {
    TableText table =
        table(HitPolicy.UNIQUE, List.of(AGE), List.of(integer("age")), row("all", "YES", ""));

    assertThat(
            analysis.analyse(table, Map.of("status", "\"YES\",\"NO\""), List.of(InForce.NOTHING)))
        .extracting(TableFinding::en)
        .containsExactly("The output status promises NO, and no row that answers gives it.");
  }
}
