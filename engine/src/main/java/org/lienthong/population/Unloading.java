package org.lienthong.population;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Reads people from the table, as a stream. */
interface Unloading {

  /** By PostgreSQL's COPY where there is one, otherwise row by row. */
  static Unloading of(Connection connection, TableColumns table) throws SQLException {
    return Loading.copies(connection)
        ? new CopyUnloading(connection, table)
        : new RowUnloading(connection, table);
  }

  /** Hands over the people of the range, in the order of their references. */
  void read(PeopleTable.Range range, int size, Consumer<PeopleBatch> each)
      throws SQLException, IOException;
}
