package org.lienthong.decisions.bench;

import java.util.List;
import java.util.regex.Pattern;
import org.lienthong.columns.Kind;
import org.lienthong.columns.TableText;

/** One table of ten rows over four facts, as each engine wants it written. */
final class BenchTable {

  static final String KEY = "bench";

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final List<String> FACTS = List.of("age", "poverty", "pension", "requested");
  private static final List<String> TYPES = List.of("number", "string", "number", "boolean");
  private static final List<Kind> KINDS =
      List.of(Kind.NUMBER, Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN);

  /** A row: its cells in FEEL and in the legacy language, and what it gives. */
  private record Row(List<String> feel, List<String> juel, String status, long amount) {}

  private static final List<Row> ROWS =
      List.of(
          row("NOT_ELIGIBLE", 0, "< 60", "< 60", "", "", "", "", "", ""),
          row("NOT_ELIGIBLE", 0, "", "", "", "", ">= 500000", ">= 500000", "", ""),
          row("NOT_ELIGIBLE", 0, "", "", "", "", "", "", "false", "== false"),
          row("ELIGIBLE", 500000, ">= 90", ">= 90", "", "", "", "", "", ""),
          row("ELIGIBLE", 450000, ">= 80", ">= 80", "\"POOR\"", "== 'POOR'", "", "", "", ""),
          row("ELIGIBLE", 400000, ">= 75", ">= 75", "", "", "", "", "", ""),
          row("ELIGIBLE", 350000, ">= 70", ">= 70", "\"POOR\"", "== 'POOR'", "0", "== 0", "", ""),
          row("ELIGIBLE", 300000, ">= 70", ">= 70", "\"NEAR\"", "== 'NEAR'", "", "", "", ""),
          row("ELIGIBLE", 250000, ">= 65", ">= 65", "\"POOR\"", "== 'POOR'", "0", "== 0", "", ""),
          row("NOT_ELIGIBLE", 0, "", "", "", "", "", "", "", ""));

  private BenchTable() {}

  private static Row row(String status, long amount, String... cells) {
    return new Row(
        List.of(cells[0], cells[2], cells[4], cells[6]),
        List.of(cells[1], cells[3], cells[5], cells[7]),
        status,
        amount);
  }

  /** The same rules by hand: the place of the row that answers. */
  static int byHand(long age, int poverty, long pension, boolean requested) {
    if (age < 60) {
      return 0;
    }
    if (pension >= 500_000) {
      return 1;
    }
    if (!requested) {
      return 2;
    }
    if (age >= 90) {
      return 3;
    }
    if (age >= 80 && poverty == 0) {
      return 4;
    }
    if (age >= 75) {
      return 5;
    }
    if (age >= 70 && poverty == 0 && pension == 0) {
      return 6;
    }
    if (age >= 70 && poverty == 1) {
      return 7;
    }
    return age >= 65 && poverty == 0 && pension == 0 ? 8 : 9;
  }

  static long amount(int row) {
    return ROWS.get(row).amount();
  }

  /**
   * The table, with its rows as often as that: each time with other numbers, so that no cell is
   * like another, and after the last row of all, so that the answers stay.
   */
  static TableText text(int times) {
    List<TableText.Fact> facts = new java.util.ArrayList<>();
    for (int i = 0; i < FACTS.size(); i++) {
      facts.add(
          new TableText.Fact(FACTS.get(i), KINDS.get(i), false, false, null, null, null, null));
    }
    return new TableText(
        KEY,
        TableText.HitPolicy.FIRST,
        facts,
        null,
        false,
        FACTS.stream().map(f -> new TableText.Column(f, null)).toList(),
        java.util.stream.IntStream.range(0, times * ROWS.size())
            .mapToObj(i -> text(i, ROWS.get(i % ROWS.size()), i / ROWS.size()))
            .toList(),
        List.of(new TableText.Output("status", "string"), new TableText.Output("amount", "long")));
  }

  private static TableText.Row text(int place, Row row, int more) {
    return new TableText.Row(
        "row-" + place,
        row.feel().stream().map(cell -> plus(cell, more)).toList(),
        List.of('"' + row.status() + '"', "" + row.amount()));
  }

  /** A cell with larger numbers. */
  private static String plus(String cell, int more) {
    return NUMBER.matcher(cell).replaceAll(number -> "" + (Long.parseLong(number.group()) + more));
  }

  /** For Camunda. */
  static String dmn(boolean feel) {
    return dmn(feel, false);
  }

  /** For Drools, which wants FEEL's types. */
  static String droolsDmn() {
    return dmn(true, true);
  }

  private static String dmn(boolean feel, boolean drools) {
    StringBuilder xml =
        new StringBuilder(
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                id="benchmark" name="benchmark" namespace="urn:bench">
            """);
    StringBuilder needs = new StringBuilder();
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < FACTS.size(); i++) {
      String fact = FACTS.get(i);
      String type = TYPES.get(i);
      xml.append(
          "<inputData id=\"in_%s\" name=\"%s\"><variable name=\"%s\" typeRef=\"%s\"/></inputData>"
              .formatted(fact, fact, fact, type));
      needs.append(
          "<informationRequirement id=\"need_%s\"><requiredInput href=\"#in_%s\"/></informationRequirement>"
              .formatted(fact, fact));
      String columnType = drools || !type.equals("number") ? type : "long";
      columns.append(
          "<input id=\"c_%s\"><inputExpression id=\"e_%s\" typeRef=\"%s\"%s><text>%s</text></inputExpression></input>"
              .formatted(fact, fact, columnType, language(feel), feel ? fact : "${" + fact + "}"));
    }
    xml.append("<decision id=\"%s\" name=\"%s\"><variable name=\"%s\"/>".formatted(KEY, KEY, KEY))
        .append(needs)
        .append("<decisionTable id=\"t\" hitPolicy=\"FIRST\">")
        .append(columns)
        .append("<output id=\"o1\" name=\"status\" typeRef=\"string\"/>")
        .append(
            "<output id=\"o2\" name=\"amount\" typeRef=\"%s\"/>"
                .formatted(drools ? "number" : "long"));
    for (int r = 0; r < ROWS.size(); r++) {
      xml.append("<rule id=\"row-%d\">".formatted(r));
      for (int c = 0; c < FACTS.size(); c++) {
        xml.append(cell(feel, drools, ROWS.get(r), r, c));
      }
      xml.append(
          "<outputEntry id=\"s%d\"%s><text>\"%s\"</text></outputEntry>"
              .formatted(r, language(feel), ROWS.get(r).status()));
      xml.append(
          "<outputEntry id=\"a%d\"%s><text>%s</text></outputEntry></rule>"
              .formatted(
                  r,
                  language(feel),
                  feel ? "" + ROWS.get(r).amount() : "${" + ROWS.get(r).amount() + "}"));
    }
    return xml.append("</decisionTable></decision></definitions>")
        .toString()
        .replace("<text>\"ELIGIBLE\"", feel ? "<text>\"ELIGIBLE\"" : "<text>${'ELIGIBLE'}")
        .replace(
            "<text>\"NOT_ELIGIBLE\"", feel ? "<text>\"NOT_ELIGIBLE\"" : "<text>${'NOT_ELIGIBLE'}");
  }

  private static String cell(boolean feel, boolean drools, Row row, int r, int c) {
    String test = feel ? row.feel().get(c) : row.juel().get(c);
    String text =
        feel || test.isEmpty()
            ? (test.isEmpty() && drools ? "-" : test)
            : "${cellInput " + test + "}";
    return "<inputEntry id=\"r%dc%d\"%s><text>%s</text></inputEntry>"
        .formatted(r, c, language(feel), text.replace("<", "&lt;"));
  }

  private static String language(boolean feel) {
    return feel ? "" : " expressionLanguage=\"juel\"";
  }
}
