package org.lienthong.sweep;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Whom a sweep over some people is about, until it ends, and until those over everybody end that
 * were under way beside it. In the caller's transaction.
 */
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

  /**
   * Who of those between two references, both included, is asked about by a sweep over some people
   * that began at that time or later: what it knows of them is newer than what was read before.
   */
  Set<String> since(Instant began, String first, String last) {
    return new HashSet<>(
        jdbc.queryForList(
            "select p.person_ref from sweep_person p join sweep s on s.id = p.sweep_id"
                + " where s.source = 'CHOSEN' and s.started_at >= ?"
                + " and p.person_ref between ? and ?",
            String.class,
            Timestamp.from(began),
            first,
            last));
  }

  /**
   * Forgets whom sweeps were about that have ended, unless a sweep over everybody is under way,
   * which has to know them until its own end.
   */
  void forget() {
    jdbc.update(
        "delete from sweep_person where sweep_id in (select id from sweep where source = 'CHOSEN'"
            + " and state not in ('RUNNING', 'PAUSED')) and not exists (select 1 from sweep"
            + " where source = 'POPULATION' and state in ('RUNNING', 'PAUSED'))");
  }
}
