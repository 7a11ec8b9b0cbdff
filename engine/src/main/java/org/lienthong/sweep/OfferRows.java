package org.lienthong.sweep;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.stereotype.Repository;

/** The offers in the database. Every statement runs in the caller's transaction. */
@Repository
class OfferRows {

  private static final int AT_ONCE = 500;
  private static final String COLUMNS =
      "id, sweep_id, person_ref, decision, service, amount, currency, periodicity, jurisdiction,"
          + " matched_rows, version, grade, day_asked, state, live, made_at, attempts, queue_rank";
  private static final int PAGE = 100;

  /** What is to be told: that there is an offer, or that there is none any more. */
  private static final Integer OFFERED = 1;

  private static final Integer VOID = 2;

  private static final Integer URGENT = 0;
  private static final Integer USUAL = 1;

  private final JdbcTemplate jdbc;

  OfferRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Offers of these people that count still, by {@link #key}; a live one before others. */
  Map<String, Offer> standing(List<String> people) {
    Map<String, Offer> found = new HashMap<>();
    for (int from = 0; from < people.size(); from += AT_ONCE) {
      List<String> some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
      add(unprepared("person_ref in (?" + ", ?".repeat(some.size() - 1) + ")", some), found);
    }
    return found;
  }

  /** The same of all people whose references lie between two, both included. */
  Map<String, Offer> standing(String first, String last) {
    Map<String, Offer> found = new HashMap<>();
    add(unprepared("person_ref between ? and ?", List.of(first, last)), found);
    return found;
  }

  private void add(PreparedStatementCreator select, Map<String, Offer> found) {
    for (Offer offer : jdbc.query(select, OfferRows::offer)) {
      found.merge(key(offer.personRef(), offer.decision()), offer, OfferRows::telling);
    }
  }

  /** The live one, else the one made last. */
  private static Offer telling(Offer a, Offer b) {
    if (a.live() || b.live()) {
      return a.live() ? a : b;
    }
    return a.madeAt().isAfter(b.madeAt()) ? a : b;
  }

  /**
   * PostgreSQL would plan a statement that it has prepared for the table of that time, which is
   * empty at the first sweep, and read all of it ever after.
   */
  private static PreparedStatementCreator unprepared(String condition, List<String> people) {
    return connection -> {
      PreparedStatement select =
          connection.prepareStatement(
              "select * from offer where state not in ('WITHDRAWN', 'ENDED') and " + condition);
      if (select.isWrapperFor(PGStatement.class)) {
        select.unwrap(PGStatement.class).setPrepareThreshold(0);
      }
      for (int i = 0; i < people.size(); i++) {
        select.setString(i + 1, people.get(i));
      }
      return select;
    };
  }

  static String key(String person, String decision) {
    return person + "|" + decision;
  }

  /**
   * Writes new offers, changed ones and those that are not true any more.
   *
   * @param urgent whether they follow from something that has just happened to somebody
   */
  void write(List<Offer> made, List<Offer> changed, List<Offer> withdrawn, boolean urgent) {
    insert(made, urgent ? URGENT : USUAL);
    update(changed, urgent ? URGENT : USUAL);
    List<Object[]> gone = new ArrayList<>();
    withdrawn.forEach(offer -> gone.add(new Object[] {offer.id()}));
    if (!gone.isEmpty()) {
      jdbc.batchUpdate(
          "update offer set state = 'WITHDRAWN', live = null,"
              + " to_tell = case when journey_id is null then null else "
              + VOID
              + " end where id = ?",
          gone);
    }
  }

  private void insert(List<Offer> offers, Integer queueRank) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Offer o : offers) {
      rows.add(
          new @Nullable Object[] {
            o.id(),
            o.sweepId(),
            o.personRef(),
            o.decision(),
            o.service(),
            o.amount(),
            o.currency(),
            o.periodicity(),
            o.jurisdiction(),
            String.join(",", o.rows()),
            o.version(),
            o.grade(),
            o.day(),
            o.state(),
            true,
            SweepRows.at(o.madeAt()),
            0,
            queueRank
          });
    }
    RowCopy.insert(jdbc, "offer", COLUMNS, rows);
  }

  private void update(List<Offer> offers, Integer queueRank) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Offer o : offers) {
      rows.add(
          new @Nullable Object[] {
            o.sweepId(),
            o.amount(),
            o.currency(),
            o.periodicity(),
            o.jurisdiction(),
            String.join(",", o.rows()),
            o.version(),
            o.day(),
            queueRank,
            o.id()
          });
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(
          "update offer set sweep_id = ?, amount = ?, currency = ?, periodicity = ?,"
              + " jurisdiction = ?, matched_rows = ?, version = ?, day_asked = ?, queue_rank = ? where id = ?",
          rows);
    }
  }

  /** A page of a sweep's offers, in the order of their ids. */
  List<Offer> of(String sweep, @Nullable String after) {
    return jdbc.query(
        "select * from offer where sweep_id = ? and id > ? order by id limit " + PAGE,
        OfferRows::offer,
        sweep,
        after == null ? "" : after);
  }

  /**
   * Live ones that nobody was told of, those first that did not fail yet and that follow what just
   * happened to somebody.
   */
  List<Offer> untold(int most, int attempts) {
    return jdbc.query(
        "select * from offer where to_tell = "
            + OFFERED
            + " and attempts < ?"
            + " order by attempts, queue_rank, made_at limit "
            + most,
        OfferRows::offer,
        attempts);
  }

  /** Whether it is the caller's to tell. */
  boolean told(String id, Instant now) {
    return jdbc.update(
            "update offer set told_at = ?, to_tell = null"
                + " where id = ? and told_at is null and state = 'LIVE'",
            SweepRows.at(now),
            id)
        == 1;
  }

  /** Those that are not true any more, of whose journeys nobody was told. */
  List<Offer> untoldVoid(int most) {
    return jdbc.query(
        "select * from offer where to_tell = "
            + VOID
            + " order by attempts, queue_rank, made_at limit "
            + most,
        OfferRows::offer);
  }

  /** Whether it is the caller's to tell. */
  boolean voidTold(String id, Instant now) {
    return jdbc.update(
            "update offer set void_told_at = ?, to_tell = null"
                + " where id = ? and void_told_at is null",
            SweepRows.at(now),
            id)
        == 1;
  }

  Optional<Offer> find(String id) {
    return jdbc.query("select * from offer where id = ?", OfferRows::offer, id).stream()
        .findFirst();
  }

  Optional<Offer> ofJourney(String journey) {
    return jdbc
        .query("select * from offer where journey_id = ?", OfferRows::offer, journey)
        .stream()
        .findFirst();
  }

  /** Of which a person is told, the newest first. */
  List<Offer> ofRecipient(String person) {
    return jdbc.query(
        "select * from offer where person_ref = ? and recipient_ref is null or recipient_ref = ?"
            + " order by made_at desc, id limit "
            + PAGE,
        OfferRows::offer,
        person,
        person);
  }

  /** Whether this call gave it its journey. */
  boolean begun(String id, String journey) {
    return jdbc.update(
            "update offer set journey_id = ? where id = ? and journey_id is null"
                + " and state = 'LIVE'",
            journey,
            id)
        == 1;
  }

  boolean becomes(String journey, String state, Instant now) {
    return jdbc.update(
            "update offer set state = ?, live = null, to_tell = ?, answered_at = ?"
                + " where journey_id = ? and state in ('LIVE', 'CONFIRMED')",
            state,
            state.equals(Offer.WITHDRAWN) ? VOID : null,
            SweepRows.at(now),
            journey)
        == 1;
  }

  void failed(String id) {
    jdbc.update("update offer set attempts = attempts + 1 where id = ?", id);
  }

  private static Offer offer(ResultSet row, int number) throws SQLException {
    long amount = row.getLong("amount");
    boolean noAmount = row.wasNull();
    String rows = row.getString("matched_rows");
    return new Offer(
        row.getString("id"),
        row.getString("sweep_id"),
        row.getString("person_ref"),
        row.getString("decision"),
        row.getString("service"),
        noAmount ? null : amount,
        row.getString("currency"),
        row.getString("periodicity"),
        row.getString("jurisdiction"),
        rows.isEmpty() ? List.of() : List.of(rows.split(",")),
        row.getInt("version"),
        row.getInt("grade"),
        row.getObject("day_asked", LocalDate.class),
        row.getString("state"),
        Objects.requireNonNull(SweepRows.instant(row, "made_at")),
        row.getString("journey_id"),
        row.getString("recipient_ref"));
  }
}
