package org.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.lienthong.PostgresTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine tells the same over PostgreSQL. */
@PostgresTest
class ActivityObserverOnPostgresTest extends ActivityObserverTest {

  @Autowired DataSource dataSource;

  @Test
  void reallyRunsOnPostgres() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
    }
  }
}
