package org.lienthong.sweep;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** New rows by PostgreSQL's COPY: several times as fast as inserts in batches. */
final class RowCopy {

  private final StringBuilder text = new StringBuilder();

  private RowCopy() {}

  /**
   * Writes rows in the caller's transaction, by inserts where the database has no COPY.
   *
   * @param columns their names, separated by commas
   */
  static void insert(
      JdbcTemplate jdbc, String table, String columns, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    ConnectionCallback<Boolean> copying =
        connection -> {
          boolean serves = connection.isWrapperFor(PGConnection.class);
          if (serves) {
            write(connection, table, columns, rows);
          }
          return serves;
        };
    if (!Boolean.TRUE.equals(jdbc.execute(copying))) {
      String places = "?" + ", ?".repeat(rows.get(0).length - 1);
      jdbc.batchUpdate("insert into " + table + " (" + columns + ") values (" + places + ")", rows);
    }
  }

  private static void write(
      Connection connection, String table, String columns, List<@Nullable Object[]> rows)
      throws SQLException {
    RowCopy copy = new RowCopy();
    rows.forEach(copy::row);
    byte[] bytes = copy.text.toString().getBytes(StandardCharsets.UTF_8);
    CopyIn in =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table + " (" + columns + ") from stdin");
    try {
      in.writeToCopy(bytes, 0, bytes.length);
      in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }

  private void row(@Nullable Object[] cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : "\t");
      cell(cells[i]);
    }
    text.append('\n');
  }

  private void cell(@Nullable Object value) {
    if (value == null) {
      text.append("\\N");
      return;
    }
    String cell = value.toString();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
