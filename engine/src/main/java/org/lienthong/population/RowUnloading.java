package org.lienthong.population;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads people by a result set, on any database. */
final class RowUnloading implements Unloading {

  private static final int FETCH = 1_000;

  private final Connection connection;
  private final TableColumns table;
  private final List<FactKind> kinds;

  RowUnloading(Connection connection, TableColumns table) {
    this.connection = connection;
    this.table = table;
    this.kinds = List.copyOf(table.columns().kinds().values());
  }

  @Override
  public void read(PeopleTable.Range range, int size, Consumer<PeopleBatch> each)
      throws SQLException {
    String where =
        (range.after() == null ? " where 1 = 1" : " where person_ref > ?")
            + (range.upTo() == null ? "" : " and person_ref <= ?");
    try (PreparedStatement select =
        connection.prepareStatement(table.select() + where + " order by person_ref")) {
      select.setFetchSize(FETCH);
      int parameter = 1;
      for (String ref : Arrays.asList(range.after(), range.upTo())) {
        if (ref != null) {
          select.setString(parameter++, ref);
        }
      }
      batches(select, size, each);
    }
  }

  PeopleBatch find(String ref) throws SQLException {
    List<PeopleBatch> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(table.select() + " where person_ref = ?")) {
      select.setString(1, ref);
      batches(select, 1, found::add);
    }
    return found.isEmpty() ? new Filling(1).batch() : found.get(0);
  }

  PeopleBatch read(List<String> refs) throws SQLException {
    if (refs.isEmpty()) {
      return new Filling(1).batch();
    }
    List<PeopleBatch> found = new ArrayList<>();
    String places = "?" + ", ?".repeat(refs.size() - 1);
    try (PreparedStatement select =
        connection.prepareStatement(
            table.select() + " where person_ref in (" + places + ") order by person_ref")) {
      for (int i = 0; i < refs.size(); i++) {
        select.setString(i + 1, refs.get(i));
      }
      batches(select, refs.size(), found::add);
    }
    return found.isEmpty() ? new Filling(1).batch() : found.get(0);
  }

  private void batches(PreparedStatement select, int size, Consumer<PeopleBatch> each)
      throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      Filling filling = new Filling(size);
      while (rows.next()) {
        filling.add(rows);
        if (filling.refs.size() == size) {
          each.accept(filling.batch());
          filling = new Filling(size);
        }
      }
      if (!filling.refs.isEmpty()) {
        each.accept(filling.batch());
      }
    }
  }

  /** A batch that grows. */
  private final class Filling {
    private final List<String> refs = new ArrayList<>();
    private final long[][] values;
    private final WordTable[] words = new WordTable[kinds.size()];

    Filling(int size) {
      values = new long[kinds.size()][size];
      Arrays.setAll(words, c -> new WordTable());
    }

    void add(ResultSet rows) throws SQLException {
      for (int c = 0; c < values.length; c++) {
        values[c][refs.size()] = JdbcCells.fromJdbc(rows, c + 2, kinds.get(c), words[c]);
      }
      refs.add(rows.getString(1));
    }

    PeopleBatch batch() {
      String[][] texts = new String[words.length][];
      Arrays.setAll(texts, c -> words[c].all());
      return new PeopleBatch(List.copyOf(refs), table.columns(), values, texts);
    }
  }
}
