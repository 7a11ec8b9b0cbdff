package org.lienthong.sweep;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Whom a sweep over some people is about, until it ends. In the caller's transaction. */
@Repository
class ChosenRows {

  private static final int BATCH = 1_000;

  private final JdbcTemplate jdbc;

  ChosenRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String sweep, List<String> people) {
    jdbc.batchUpdate(
        "insert into sweep_person (sweep_id, person_ref) values (?, ?)",
        people,
        BATCH,
        (statement, ref) -> {
          statement.setString(1, sweep);
          statement.setString(2, ref);
        });
  }

  /** The next of them, in the order of their references. */
  List<String> after(String sweep, @Nullable String last, int most) {
    return jdbc.queryForList(
        "select person_ref from sweep_person where sweep_id = ? and person_ref > ?"
            + " order by person_ref limit "
            + most,
        String.class,
        sweep,
        last == null ? "" : last);
  }

  void forget(String sweep) {
    jdbc.update("delete from sweep_person where sweep_id = ?", sweep);
  }
}
