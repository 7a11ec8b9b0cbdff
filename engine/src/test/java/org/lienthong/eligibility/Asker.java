package org.lienthong.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.lienthong.deadline.StatutoryClock;
import org.lienthong.feel.Feel;

/** Asks and explains over drawn tables. */
final class Asker {

  /** An office that never closes. */
  static final StatutoryClock EVERY_DAY =
      (start, days, workingDays, zone) -> start.plus(days, ChronoUnit.DAYS);

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final Feel feel = new Feel();
  private final TableEngine engine = new TableEngine(feel);
  private final Decider decider = new Decider(engine, feel, EVERY_DAY);
  private final Explainer explainer = new Explainer(decider, feel);

  Table compiled(DrawnTable drawn) {
    return engine.compile(DrawnTable.KEY, 1, drawn.model());
  }

  Answer answer(Table table, Map<String, ?> facts) {
    return decider.decide(table, gather(table, facts));
  }

  Explanation explain(DrawnTable drawn, Map<String, ?> facts) {
    return explain(compiled(drawn), facts);
  }

  Explanation explain(Table table, Map<String, ?> facts) {
    Case asked = gather(table, facts);
    Answer answer = decider.decide(table, asked);
    Assessment assessment =
        new Assessment(
            "an-id",
            table.key(),
            1,
            answer.status(),
            answer.amount(),
            answer.periodicity(),
            asked.keyDate(),
            asked.facts(),
            asked.parameters(),
            answer.matchedRows(),
            answer.outputs(),
            answer.reasonKey(),
            answer.legalBasis(),
            answer.missing(),
            "demo",
            Instant.EPOCH,
            null,
            table.key(),
            Map.of(),
            null,
            true);
    return explainer.explain(table, asked, assessment, FactReader.bases(table, facts));
  }

  private Case gather(Table table, Map<String, ?> facts) {
    return decider.gather(table, facts, null, TODAY, day -> Map.of("standard", 200L));
  }
}
