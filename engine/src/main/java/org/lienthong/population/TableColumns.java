package org.lienthong.population;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The facts of the population as columns of its table. */
record TableColumns(FactColumns columns) {

  private static final String TABLE = "population_person";

  /** The columns that are there now. */
  static TableColumns read(Connection connection) throws SQLException {
    Map<String, FactKind> kinds = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select fact, kind from population_column order by place")) {
      while (rows.next()) {
        kinds.put(rows.getString(1), FactKind.valueOf(rows.getString(2)));
      }
    }
    return new TableColumns(new FactColumns(kinds));
  }

  TableColumns only(List<String> facts) {
    return new TableColumns(columns.only(facts));
  }

  /** Drops the table with all people and makes it anew, without an index yet. */
  void recreate(Connection connection) throws SQLException {
    StringBuilder create =
        new StringBuilder("create table " + TABLE + " (person_ref varchar(64) not null");
    columns
        .kinds()
        .forEach(
            (fact, kind) ->
                create.append(", ").append(quoted(fact)).append(' ').append(type(kind)));
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table " + TABLE);
      statement.execute(create.append(')').toString());
      statement.execute("delete from population_column");
    }
    describe(connection);
  }

  private void describe(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into population_column values (?, ?, ?, ?)")) {
      int place = 0;
      for (Map.Entry<String, FactKind> column : columns.kinds().entrySet()) {
        insert.setString(1, column.getKey());
        insert.setString(2, name(column.getKey()));
        insert.setString(3, column.getValue().name());
        insert.setInt(4, place++);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Adds the key, now that all people are there, and tells the planner of them. */
  void finish(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("alter table " + TABLE + " add primary key (person_ref)");
      statement.execute("analyze" + (Loading.copies(connection) ? " " + TABLE : ""));
    }
  }

  /** {@code person_ref, "birth_date", …}. */
  String list() {
    return columns.names().stream()
        .map(fact -> ", " + quoted(fact))
        .collect(Collectors.joining("", "person_ref", ""));
  }

  String select() {
    return "select " + list() + " from " + TABLE;
  }

  String insertTarget() {
    return TABLE + " (" + list() + ")";
  }

  static String quoted(String fact) {
    return '"' + name(fact) + '"';
  }

  /** {@code birthDate} is {@code birth_date}. */
  private static String name(String fact) {
    if (!fact.matches("[A-Za-z][A-Za-z0-9]{0,59}")) {
      throw new IllegalArgumentException(fact + " cannot name a column");
    }
    return fact.replaceAll("([A-Z]|(?<=[a-z])[0-9]+)", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String type(FactKind kind) {
    return switch (kind) {
      case BOOLEAN -> "boolean";
      case INTEGER -> "bigint";
      case NUMBER -> "numeric(14,1)";
      case DATE -> "date";
      case TEXT -> "varchar(200)";
      case LIST -> "varchar(1000000)";
    };
  }
}
