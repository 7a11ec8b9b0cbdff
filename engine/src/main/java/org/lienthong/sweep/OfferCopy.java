package org.lienthong.sweep;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** New offers by PostgreSQL's COPY: several times as fast as inserts in batches. */
final class OfferCopy {

  private final StringBuilder text = new StringBuilder();

  private OfferCopy() {}

  /** Whether the database is a PostgreSQL. */
  static boolean serves(Connection connection) throws SQLException {
    return connection.isWrapperFor(PGConnection.class);
  }

  /**
   * Writes rows in the connection's transaction.
   *
   * @param columns their names, separated by commas
   */
  static void write(Connection connection, String columns, List<@Nullable Object[]> rows)
      throws SQLException {
    OfferCopy copy = new OfferCopy();
    rows.forEach(copy::row);
    byte[] bytes = copy.text.toString().getBytes(StandardCharsets.UTF_8);
    CopyIn in =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy offer (" + columns + ") from stdin");
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
