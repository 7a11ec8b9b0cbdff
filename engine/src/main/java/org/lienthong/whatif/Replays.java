package org.lienthong.whatif;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Rules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries rules on what was really decided, for those who may, and remembers who asked. */
@Component
class Replays {

  /** The newest; more would take longer than anybody waits. */
  private static final int MOST = 20_000;

  private final Eligibility eligibility;
  private final JdbcClient database;
  private final Clock clock;
  private final Set<String> allowed;

  Replays(
      Eligibility eligibility,
      JdbcClient database,
      Clock clock,
      @Value("${lienthong.what-if.recorded-for:}") Set<String> allowed) {
    this.eligibility = eligibility;
    this.database = database;
    this.clock = clock;
    this.allowed = Set.copyOf(allowed);
  }

  boolean mayAsk(String ref) {
    return allowed.contains(ref);
  }

  Difference.Recorded ask(
      Set<String> decisions, Rules before, Rules after, @Nullable String group, String asker) {
    if (!mayAsk(asker)) {
      throw new SecurityException("not everybody may look at what was decided");
    }
    Map<String, Replay> replays = new TreeMap<>();
    decisions.forEach(d -> replays.put(d, new Replay(d, before, after, group, clock.getZone())));
    int[] seen = {0};
    int left =
        eligibility.recorded(
            decisions,
            MOST,
            each -> {
              seen[0]++;
              Replay replay = replays.get(each.decision());
              if (replay != null) {
                replay.add(each);
              }
            });
    note(decisions, asker, seen[0]);
    return new Difference.Recorded(left, replays.values().stream().map(Replay::result).toList());
  }

  private void note(Set<String> decisions, String asker, int assessments) {
    database
        .sql(
            "insert into whatif_replay (asked_at, asked_by, decisions, assessments)"
                + " values (?, ?, ?, ?)")
        .params(
            OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS),
            asker,
            String.join(" ", decisions),
            assessments)
        .update();
  }
}
