package org.lienthong.sweep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The sweeps in the database. Every statement runs in the caller's transaction. */
@Repository
class SweepRows {

  private static final int NEWEST = 100;

  private final JdbcTemplate jdbc;

  SweepRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a sweep stands. */
  record Checkpoint(Sweep.State state, long people, long problems, @Nullable String lastRef) {

    /** Whether nobody has worked on it since. */
    boolean isAt(Checkpoint other) {
      return people == other.people && problems == other.problems;
    }
  }

  /** How much a part adds. */
  record Progress(int people, long problems, int entitled, int offers, @Nullable String lastRef) {}

  void insert(Sweep sweep) {
    insert(sweep, null, null);
  }

  /** Whether this has started a sweep already. */
  boolean triggered(String key) {
    return !jdbc.queryForList("select id from sweep where trigger_key = ?", String.class, key)
        .isEmpty();
  }

  /**
   * A sweep that something started.
   *
   * @param key unique; null for one that a person started
   * @param notBefore when work on it may begin; null at once
   */
  void insert(Sweep sweep, @Nullable String key, @Nullable Instant notBefore) {
    jdbc.update(
        "insert into sweep (id, trigger_key, busy_until, cause, cause_detail, source, day_asked,"
            + " decisions, state, people_total, people_done, entitled, offers_made, problems,"
            + " started_by, started_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?, ?)",
        sweep.id(),
        key,
        notBefore == null ? null : at(notBefore),
        sweep.cause().name(),
        sweep.causeDetail(),
        sweep.source().name(),
        sweep.day(),
        String.join(",", sweep.decisions()),
        sweep.state().name(),
        sweep.peopleTotal(),
        sweep.startedBy(),
        at(sweep.startedAt()));
  }

  Optional<Sweep> find(String id) {
    return jdbc.query("select * from sweep where id = ?", SweepRows::sweep, id).stream()
        .findFirst();
  }

  /** The newest first. */
  List<Sweep> newest() {
    return jdbc.query(
        "select * from sweep order by started_at desc, id limit " + NEWEST, SweepRows::sweep);
  }

  /** The last one over the whole population and all its rules that came to its end; no file's. */
  Optional<Sweep> lastWhole() {
    return jdbc
        .query(
            "select * from sweep where state = 'DONE' and decisions = '' and people_done > 0"
                + " and source = 'POPULATION' and cause <> 'RULE_CHANGED'"
                + " order by ended_at desc limit 1",
            SweepRows::sweep)
        .stream()
        .findFirst();
  }

  /** Where it stands, with nobody else able to change it before the transaction ends. */
  Checkpoint lock(String id) {
    return java.util.Objects.requireNonNull(
        jdbc.queryForObject(
            "select state, people_done, problems, last_ref from sweep where id = ? for update",
            (row, i) ->
                new Checkpoint(
                    Sweep.State.valueOf(row.getString(1)),
                    row.getLong(2),
                    row.getLong(3),
                    row.getString(4)),
            id));
  }

  /**
   * Waits for the part that a sweep over everybody is writing, and lets it begin no other, until
   * the caller's transaction ends.
   */
  void holdThoseOverEverybody() {
    jdbc.queryForList(
        "select id from sweep where source = 'POPULATION' and state in ('RUNNING', 'PAUSED')"
            + " order by id for update",
        String.class);
  }

  void advance(String id, Progress progress, Instant busyUntil) {
    jdbc.update(
        "update sweep set people_done = people_done + ?, problems = problems + ?,"
            + " entitled = entitled + ?, offers_made = offers_made + ?,"
            + " last_ref = coalesce(?, last_ref), busy_until = ? where id = ?",
        progress.people(),
        progress.problems(),
        progress.entitled(),
        progress.offers(),
        progress.lastRef(),
        at(busyUntil),
        id);
  }

  void state(String id, Sweep.State state) {
    jdbc.update("update sweep set state = ?, busy_until = null where id = ?", state.name(), id);
  }

  void end(String id, Sweep.State state, Instant now, @Nullable String problem) {
    jdbc.update(
        "update sweep set state = ?, ended_at = ?, problem_code = ?, busy_until = null"
            + " where id = ?",
        state.name(),
        at(now),
        problem,
        id);
  }

  /**
   * Running ones on which nobody works.
   *
   * @param chosen whether those over some people, or those over many
   */
  List<String> free(Instant now, boolean chosen) {
    return jdbc.queryForList(
        "select id from sweep where state = 'RUNNING' and (busy_until is null or busy_until <= ?)"
            + " and source "
            + (chosen ? "=" : "<>")
            + " 'CHOSEN' order by started_at",
        String.class,
        at(now));
  }

  /** Whether the caller has it to itself now. */
  boolean claim(String id, Instant now, Instant until) {
    return jdbc.update(
            "update sweep set busy_until = ? where id = ? and state = 'RUNNING'"
                + " and (busy_until is null or busy_until <= ?)",
            at(until),
            id,
            at(now))
        == 1;
  }

  void release(String id) {
    jdbc.update("update sweep set busy_until = null where id = ?", id);
  }

  static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static Sweep sweep(ResultSet row, int number) throws SQLException {
    String decisions = row.getString("decisions");
    return new Sweep(
        row.getString("id"),
        Sweep.Cause.valueOf(row.getString("cause")),
        row.getString("cause_detail"),
        Sweep.Source.valueOf(row.getString("source")),
        row.getObject("day_asked", LocalDate.class),
        decisions.isEmpty() ? List.of() : List.of(decisions.split(",")),
        Sweep.State.valueOf(row.getString("state")),
        row.getLong("people_total"),
        row.getLong("people_done"),
        row.getLong("entitled"),
        row.getLong("offers_made"),
        row.getLong("problems"),
        row.getString("started_by"),
        java.util.Objects.requireNonNull(instant(row, "started_at")),
        instant(row, "ended_at"),
        row.getString("problem_code"));
  }
}
