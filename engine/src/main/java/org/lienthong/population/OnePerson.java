package org.lienthong.population;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes one row. */
final class OnePerson {

  private final Connection connection;
  private final TableColumns table;

  /** Of the columns only those that change. */
  OnePerson(Connection connection, TableColumns table) {
    this.connection = connection;
    this.table = table;
  }

  void put(String ref, Map<String, @Nullable String> facts) throws SQLException {
    List<@Nullable Object> values = values(facts);
    if (update(ref, values) == 0) {
      insert(ref, values);
    }
  }

  private List<@Nullable Object> values(Map<String, @Nullable String> facts) {
    CellParser parser = new CellParser();
    List<@Nullable Object> values = new ArrayList<>();
    Map<String, String> problems = new LinkedHashMap<>();
    table
        .columns()
        .kinds()
        .forEach(
            (fact, kind) -> {
              String text = facts.get(fact);
              char[] characters = text == null ? new char[0] : text.toCharArray();
              long value =
                  characters.length == 0
                      ? Draw.UNKNOWN
                      : parser.parse(kind, characters, 0, characters.length);
              if (value == CellParser.BAD) {
                problems.put(fact, parser.problem());
              }
              values.add(jdbc(kind, value, text));
            });
    if (!problems.isEmpty()) {
      throw new PeopleFileProblems(problems);
    }
    return values;
  }

  private static @Nullable Object jdbc(FactKind kind, long value, @Nullable String text) {
    if (value == Draw.UNKNOWN || value == CellParser.BAD || kind.isWords()) {
      return value == Draw.UNKNOWN ? null : text;
    }
    PeopleBatch one =
        new PeopleBatch(
            List.of(""), new FactColumns(Map.of("", kind)), new long[][] {{value}}, null);
    return JdbcCells.toJdbc(one, 0, 0, kind);
  }

  private int update(String ref, List<@Nullable Object> values) throws SQLException {
    String set =
        table.columns().names().stream()
            .map(fact -> TableColumns.quoted(fact) + " = ?")
            .collect(Collectors.joining(", "));
    String sql =
        "update population_person set " + (set.isEmpty() ? "person_ref = person_ref" : set);
    try (PreparedStatement update = connection.prepareStatement(sql + " where person_ref = ?")) {
      bind(update, 1, values);
      update.setString(values.size() + 1, ref);
      return update.executeUpdate();
    }
  }

  private void insert(String ref, List<@Nullable Object> values) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into "
                + table.insertTarget()
                + " values (?"
                + ", ?".repeat(values.size())
                + ")")) {
      insert.setString(1, ref);
      bind(insert, 2, values);
      insert.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, int first, List<@Nullable Object> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(first + i, values.get(i));
    }
  }
}
