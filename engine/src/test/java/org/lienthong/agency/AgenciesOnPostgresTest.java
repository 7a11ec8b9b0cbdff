package org.lienthong.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.lienthong.PostgresTest;
import org.springframework.test.context.ContextConfiguration;

/** Asking goes the same over PostgreSQL. */
@ContextConfiguration(initializers = PostgresTest.Start.class)
class AgenciesOnPostgresTest extends AgenciesTest {

  @Test
  void reallyRunsOnPostgres() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
    }
  }
}
