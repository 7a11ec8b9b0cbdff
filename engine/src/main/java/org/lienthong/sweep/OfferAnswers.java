package org.lienthong.sweep;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** What people made of their offers. Every statement runs in the caller's transaction. */
@Repository
class OfferAnswers {

  private static final String REFUSED =
      "select decision, person_ref from offer where state = 'DECLINED'";

  private final JdbcTemplate jdbc;

  OfferAnswers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Who said no to what, by decision; for a sweep over some people, of them only. */
  Map<String, Set<String>> refused(Sweep sweep) {
    Map<String, Set<String>> found = new HashMap<>();
    RowCallbackHandler each =
        row -> found.computeIfAbsent(row.getString(1), d -> new HashSet<>()).add(row.getString(2));
    if (sweep.source() == Sweep.Source.CHOSEN) {
      String some = " and person_ref in (select person_ref from sweep_person where sweep_id = ?)";
      jdbc.query(REFUSED + some, each, sweep.id());
    } else {
      jdbc.query(REFUSED, each);
    }
    return found;
  }

  /** The decisions of a person's offers that stand so. */
  List<String> decisions(String person, String state) {
    return jdbc.queryForList(
        "select distinct decision from offer where person_ref = ? and state = ?",
        String.class,
        person,
        state);
  }

  /** Somebody else is told. */
  void address(String offer, String recipient) {
    jdbc.update("update offer set recipient_ref = ? where id = ?", recipient, offer);
  }

  /** What was granted to a person by some decisions ends. */
  void end(String person, Collection<String> decisions, Instant now) {
    for (String decision : decisions) {
      jdbc.update(
          "update offer set state = 'ENDED', answered_at = ?"
              + " where person_ref = ? and decision = ? and state = 'CONFIRMED'",
          SweepRows.at(now),
          person,
          decision);
    }
  }
}
