package org.lienthong.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** Draws decision tables of all hit policies and of all shapes of cells that columns know. */
final class RandomTable {

  private static final List<String> POLICIES =
      List.of("FIRST", "FIRST", "UNIQUE", "UNIQUE", "COLLECT", "RULE ORDER", "ANY");

  private final Random random;
  private final List<String> written = new ArrayList<>();

  RandomTable(Random random) {
    this.random = random;
  }

  /** Every expression that was drawn. */
  List<String> written() {
    return written;
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  private record Column(String expression, String type, String kind, String allowed) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("months", "integer", "number", ""),
          new Column("income", "long", "number", ""),
          new Column("hours", "double", "number", ""),
          new Column("kind", "string", "text", "\"A\",\"B\",\"C\""),
          new Column("place", "", "text", ""),
          new Column("single", "boolean", "boolean", ""),
          new Column("working", "boolean", "boolean", ""),
          new Column("eventDate", "", "date", ""),
          new Column("otherDate", "", "date", ""),
          new Column("ageYears", "integer", "number", ""),
          new Column("childAgeMonths", "integer", "number", ""),
          new Column("otherDate.month", "integer", "number", ""),
          new Column("months + 2 * ageYears", "integer", "number", ""),
          new Column("income / 3", "", "number", ""),
          new Column("income * 0.5 > standard", "boolean", "boolean", ""),
          new Column("if single then months else null", "integer", "number", ""),
          new Column("floor(income / 7)", "long", "number", ""),
          new Column("min(months, ageYears, 12)", "", "number", ""),
          new Column("modulo(months, 5)", "", "number", ""),
          new Column("otherDate - duration(\"P1M\")", "", "date", ""),
          new Column("years and months duration(otherDate, eventDate)", "", "months", ""),
          new Column("(eventDate - otherDate).days", "", "number", ""),
          new Column("list contains(groups, \"A\")", "boolean", "boolean", ""),
          new Column("count(groups)", "integer", "number", ""),
          new Column("groups", "", "list", ""),
          new Column("kind in (\"A\", \"C\")", "boolean", "boolean", ""),
          new Column("single and not(working)", "boolean", "boolean", ""),
          new Column("date(otherDate.year + 6, 9, 30)", "", "date", ""));

  DmnModelInstance model() {
    DrawnTable table = new DrawnTable(one(POLICIES.toArray(String[]::new)));
    table = random.nextBoolean() ? table.keyDate("eventDate") : table.fact("eventDate", "date");
    fact(table, "months", "number");
    fact(table, "income", "number");
    if (random.nextBoolean()) {
      table.signed("hours");
    } else {
      fact(table, "hours", "number");
    }
    fact(table, "kind", "string");
    fact(table, "place", "string");
    fact(table, "single", "boolean");
    fact(table, "working", "boolean");
    fact(table, "otherDate", "date");
    fact(table, "ageYears", "number");
    fact(table, "childAgeMonths", "number");
    if (random.nextBoolean()) {
      table.untyped("groups");
    } else {
      table.list("groups", "\"A\",\"B\"", "string");
    }
    List<Column> columns = new ArrayList<>(COLUMNS);
    java.util.Collections.shuffle(columns, random);
    columns = columns.subList(0, 1 + random.nextInt(4));
    for (Column column : columns) {
      table.column(
          escaped(column.expression()),
          column.type().isEmpty() ? null : column.type(),
          column.allowed());
      written.add(column.expression());
    }
    table.output("status", random.nextBoolean() ? "string" : null);
    table.output("amount", one("long", "long", "integer", "double", ""));
    table.output("note", one("string", ""));
    table.output("until", null);
    table.output("legalBasis", "string");
    int rows = 1 + random.nextInt(8);
    for (int row = 0; row < rows; row++) {
      table.row("row-" + row, row(columns));
    }
    return table.model();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private void fact(DrawnTable table, String name, String type) {
    if (random.nextInt(4) == 0) {
      table.optional(name, type);
    } else {
      table.fact(name, type);
    }
  }

  private String[] row(List<Column> columns) {
    List<String> entries = new ArrayList<>();
    for (Column column : columns) {
      entries.add(random.nextInt(3) == 0 ? one("", "-") : cell(column.kind()));
    }
    entries.add(
        one(
            "\"ELIGIBLE\"",
            "\"ELIGIBLE\"",
            "\"NOT_ELIGIBLE\"",
            "\"NEEDS_HUMAN\"",
            "if single then \"ELIGIBLE\" else \"NOT_ELIGIBLE\""));
    entries.add(amount());
    entries.add(one("\"ONE\"", "kind", "", "\"TWO\""));
    entries.add(one("", "otherDate", "otherDate + duration(\"P1M\")", "date(2026, 2, months)"));
    entries.add(one("\"law\"", ""));
    written.addAll(entries);
    return entries.toArray(String[]::new);
  }

  private String amount() {
    return one(
        "",
        "0",
        "100",
        "2 * standard",
        "standard * months",
        "1.5 * standard",
        "income",
        "income / 4",
        "floor(income / 24 * 0.75)",
        "floor(income * 7 / 24 + 0.5)",
        "ceiling(months / 6 - 0.5)",
        "round half up(income / 7, 0)",
        "max(0, standard - income)",
        "min(income, 20 * standard)",
        "if months > 3 then standard else 0",
        "if single then null else 500",
        "months / 2",
        "hours * 2",
        "0.4 * standard + 1",
        "modulo(income, months)",
        "(months + 1) * 0.1 * standard",
        "income * income * 1000000",
        "100 * count(groups)");
  }

  private String cell(String kind) {
    return switch (kind) {
      case "number" -> number();
      case "text" ->
          one(
              "\"A\"",
              "\"A\",\"B\"",
              "not(\"A\")",
              "not(\"A\",\"C\")",
              "\"C\"",
              "null",
              "kind",
              "? != \"B\"");
      case "boolean" -> one("true", "false", "true,false", "working", "not(true)", "null");
      case "date" -> date();
      case "months" ->
          one(
              "< duration(\"P1Y\")",
              ">= duration(\"P6M\")",
              "[duration(\"P1M\")..duration(\"P3Y\")]",
              "not(duration(\"P2M\"))");
      default ->
          one(
              "list contains(?, \"A\")",
              "count(?) > 1",
              "not(list contains(?, \"B\"))",
              "list contains(?, \"C\") or single");
    };
  }

  private String limit() {
    return one("0", "1", "3", "6", "12", "18", "60", "75", "0.5", "100", "1000000", "-1");
  }

  private String number() {
    return switch (random.nextInt(16)) {
      case 0, 1 -> "< " + limit();
      case 2, 3 -> ">= " + limit();
      case 4 -> "> " + limit();
      case 5 -> "<= " + limit();
      case 6 -> "[" + one("0", "1", "3") + ".." + one("6", "12") + one("]", ")");
      case 7 -> "not(" + limit() + ")";
      case 8 -> limit() + ", " + limit();
      case 9 -> "not(< " + limit() + ")";
      case 10 -> "> standard";
      case 11 -> "[0..ageYears]";
      case 12 -> "? > 1 and ? < " + limit();
      case 13 -> "not([1..6])";
      case 14 -> one("null", "not(null)", "<= months + 1", "months", "not(< months)");
      default -> limit();
    };
  }

  private String date() {
    String day = "date(\"" + one("2024-02-29", "2025-07-01", "2026-03-01", "1964-03-01") + "\")";
    return switch (random.nextInt(8)) {
      case 0 -> "< " + day;
      case 1 -> ">= " + day;
      case 2 -> "[date(\"2020-01-01\").." + day + "]";
      case 3 -> day;
      case 4 -> "not(" + day + ")";
      case 5 -> "> otherDate";
      case 6 -> "[otherDate - duration(\"P3Y\")..otherDate]";
      default -> "<= " + day;
    };
  }
}
