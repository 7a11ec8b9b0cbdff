package org.lienthong.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lienthong.PostgresTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Drafts keep their promises over PostgreSQL too. */
@PostgresTest
class DraftsOnPostgresTest extends DraftsTest {

  @Autowired JdbcTemplate sql;

  /** The tests that it takes over name a database of their own, which gives way. */
  @Test
  void reallyRunsOnPostgres() {
    assertThat(sql.queryForObject("select version()", String.class)).startsWith("PostgreSQL");
  }
}
