package org.lienthong.population;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Puts batches of people into the empty table. */
abstract sealed class Loading implements AutoCloseable {

  /** By PostgreSQL's COPY where there is one, otherwise by inserts in batches. */
  static Loading of(Connection connection, TableColumns table) throws SQLException {
    return copies(connection) ? new Copying(connection, table) : new Inserting(connection, table);
  }

  /** Whether the database is a PostgreSQL. */
  static boolean copies(Connection connection) throws SQLException {
    return connection.isWrapperFor(PGConnection.class);
  }

  abstract void add(PeopleBatch batch);

  @Override
  public abstract void close() throws SQLException, IOException;

  private static final class Copying extends Loading {
    private final OutputStream out;

    Copying(Connection connection, TableColumns table) throws SQLException {
      out =
          new PGCopyOutputStream(
              connection.unwrap(PGConnection.class),
              "copy " + table.insertTarget() + " from stdin (format csv)",
              1 << 20);
    }

    @Override
    void add(PeopleBatch batch) {
      try {
        CsvText.rows(batch).to(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  private static final class Inserting extends Loading {
    private final PreparedStatement insert;
    private final List<FactKind> kinds;

    Inserting(Connection connection, TableColumns table) throws SQLException {
      kinds = List.copyOf(table.columns().kinds().values());
      insert =
          connection.prepareStatement(
              "insert into "
                  + table.insertTarget()
                  + " values (?"
                  + ", ?".repeat(kinds.size())
                  + ")");
    }

    @Override
    void add(PeopleBatch batch) {
      try {
        for (int row = 0; row < batch.size(); row++) {
          insert.setString(1, batch.refs().get(row));
          for (int c = 0; c < kinds.size(); c++) {
            insert.setObject(c + 2, JdbcCells.toJdbc(batch, c, row, kinds.get(c)));
          }
          insert.addBatch();
        }
        insert.executeBatch();
      } catch (SQLException e) {
        throw new IllegalStateException("people could not be written", e);
      }
    }

    @Override
    public void close() throws SQLException {
      insert.close();
    }
  }
}
