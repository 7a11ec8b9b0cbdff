package org.lienthong.columns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;
import org.lienthong.feel.FeelTree;

/** Compiles decision tables to columns, or says why one cannot be. Thread-safe. */
public final class Compiler {

  private static final int MOST_ROWS = 64;

  private final Feel feel;
  private final CellReader cellReader;
  private final Answers answers;

  /** A compiler for tables that answer by these outputs. */
  public Compiler(Feel feel, Answers answers) {
    this.feel = feel;
    this.cellReader = new CellReader(feel);
    this.answers = answers;
  }

  /** Compiles a table. */
  public Compilation compile(TableText table) {
    try {
      return new Compilation.Compiled(program(table));
    } catch (NotKnown | FeelSyntaxException e) {
      return new Compilation.NotCompiled(String.valueOf(e.getMessage()));
    }
  }

  private Program program(TableText table) throws NotKnown {
    if (table.rows().size() > MOST_ROWS || table.rows().isEmpty()) {
      throw new NotKnown(
          "The table has %d rows; columns hold 1 to %d. Split it."
              .formatted(table.rows().size(), MOST_ROWS));
    }
    NodeReader reader = new NodeReader(feel, table);
    Names names = new Names(table, reader);
    List<ColumnPlan> columns = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      columns.add(column(table, c, reader, names));
    }
    List<List<Result>> results = new ArrayList<>();
    long[] resultsRead = new long[table.rows().size()];
    for (int row = 0; row < resultsRead.length; row++) {
      results.add(results(table, table.rows().get(row), reader));
      for (String text : table.rows().get(row).results()) {
        resultsRead[row] |= text.isEmpty() ? 0 : names.bits(feel.tree(text));
      }
    }
    List<Check> checks = checks(table, reader);
    Unknowns unknowns =
        new Unknowns(
            names.nodes, names.amounts, reader.day, table.keyDate() != null, columns, resultsRead);
    RowAnswers rowAnswers = new RowAnswers(answers, table, results);
    return new Program(table, reader.nodes, checks, columns, unknowns, results, rowAnswers);
  }

  /** The names that can be unknown, by bit. */
  private static final class Names {
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> facts = new LinkedHashSet<>();
    private final Set<String> optional = new LinkedHashSet<>();
    private final NodeReader reader;
    private long amounts;

    Names(TableText table, NodeReader reader) {
      this.reader = reader;
      for (TableText.Fact fact : table.facts()) {
        facts.add(fact.name());
        if (fact.optional()) {
          optional.add(fact.name());
        }
      }
    }

    long bits(FeelTree tree) throws NotKnown {
      long bits = 0;
      for (String name : tree.reads()) {
        if (!optional.contains(name)) {
          bits |= 1L << place(name);
        }
      }
      return bits;
    }

    private int place(String name) throws NotKnown {
      Integer known = places.get(name);
      if (known != null) {
        return known;
      }
      int place = places.size();
      if (place >= Unknowns.MOST) {
        throw new NotKnown("The table reads more than %d facts and amounts.".formatted(place));
      }
      places.put(name, place);
      nodes.add(reader.name(name));
      amounts |= facts.contains(name) ? 0 : 1L << place;
      return place;
    }
  }

  private ColumnPlan column(TableText table, int c, NodeReader reader, Names names)
      throws NotKnown {
    TableText.Column column = table.columns().get(c);
    Node input = within("The column «" + column.expression() + "»", () -> input(column, reader));
    long columnReads = names.bits(feel.tree(column.expression()));
    Map<Integer, Cell> written = new LinkedHashMap<>();
    Map<Integer, String> texts = new LinkedHashMap<>();
    List<ColumnPlan.OpenCell> open = new ArrayList<>();
    long[] reads = new long[table.rows().size()];
    long always = 0;
    for (int row = 0; row < reads.length; row++) {
      String text = table.rows().get(row).cells().get(c);
      Cell cell = cellReader.read(text);
      if (cell instanceof Cell.Any) {
        always |= 1L << row;
        continue;
      }
      reads[row] = columnReads | names.bits(feel.treeOfUnaryTests(text));
      if (cell instanceof Cell.Open || input.kind == Kind.OTHER) {
        Node test = within(where(table, row, text), () -> reader.cell(text, input));
        open.add(new ColumnPlan.OpenCell(row, test));
      } else {
        written.put(row, cell);
        texts.put(row, text);
      }
    }
    long rows = always;
    Classes classes =
        within(
            "The column «" + column.expression() + "»",
            () -> Classes.of(feel, input.kind, rows, written, texts));
    return new ColumnPlan(input, column.type(), classes, open, reads);
  }

  private static String where(TableText table, int row, String text) {
    return "The cell «" + text + "» of the row " + table.rows().get(row).id();
  }

  private static Node input(TableText.Column column, NodeReader reader) throws NotKnown {
    Node input = reader.expression(column.expression());
    String type = column.type();
    boolean fits =
        type == null
            || switch (input.kind) {
              case NUMBER -> Set.of("integer", "long", "double").contains(type);
              case TEXT -> type.equals("string");
              case BOOLEAN -> type.equals("boolean");
              default -> false;
            };
    if (!fits || input.kind == Kind.NULL) {
      throw new NotKnown("a " + input.kind + " in a column of type " + type);
    }
    return input;
  }

  private List<Result> results(TableText table, TableText.Row row, NodeReader reader)
      throws NotKnown {
    List<Result> results = new ArrayList<>();
    for (int o = 0; o < row.results().size(); o++) {
      String text = row.results().get(o);
      int output = o;
      if (!text.isEmpty()) {
        String type = table.outputs().get(o).type();
        results.add(
            within(
                "The result «" + text + "» of the row " + row.id(),
                () -> result(output, text, type, reader)));
      }
    }
    return results;
  }

  private Result result(
      int output, String text, @org.jspecify.annotations.Nullable String type, NodeReader reader)
      throws NotKnown {
    Node node = reader.expression(text);
    return feel.tree(text).reads().isEmpty()
        ? Result.written(output, type, feel.evaluate(text, Map.of()))
        : Result.computed(output, type, node);
  }

  private List<Check> checks(TableText table, NodeReader reader) throws NotKnown {
    List<Check> checks = new ArrayList<>();
    for (TableText.Fact fact : table.facts()) {
      Node used = reader.name(fact.name());
      Node told = reader.add(new Leaves.Fact(fact.name(), fact.kind()));
      Classes allowed = null;
      if (fact.allowed() != null) {
        String text = fact.allowed();
        Cell cell = cellReader.read(text);
        if (cell instanceof Cell.Open) {
          throw new NotKnown("The allowed values «" + text + "» are computed.");
        }
        allowed =
            within(
                "The allowed values of " + fact.name(),
                () -> Classes.of(feel, fact.kind(), 0, Map.of(0, cell), Map.of(0, text)));
      }
      checks.add(new Check(told, used, fact.negative(), fact.largest(), allowed, fact.readable()));
    }
    return checks;
  }

  /** Work that may meet what is not known. */
  private interface Part<T> {
    T done() throws NotKnown;
  }

  private static <T> T within(String where, Part<T> part) throws NotKnown {
    try {
      return part.done();
    } catch (NotKnown e) {
      throw new NotKnown(where + " holds " + e.getMessage() + ", which columns do not know.");
    }
  }
}
