package org.lienthong.decisions.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * From an agency's event that changes what is known of a person to the offer among the person's
 * to-dos: kept in the inbox, handled, the person swept, the offer's journey begun, the treasury
 * asked over HTTP. On an idle machine, and while a sweep over everybody runs.
 */
class EventBench {

  private static final int PEOPLE = Integer.getInteger("bench.people", 1_000_000);
  private static final int IDLE = Integer.getInteger("bench.events", 100);
  private static final int WARMING = Math.max(1, IDLE / 5);
  private static final int SWEEPING = Math.max(1, IDLE * 3 / 10);
  private static final double IDLE_GOAL = 5;
  private static final double SWEEPING_GOAL = 60;

  private final Lines lines = new Lines();

  @Test
  void tellsHowLongAnEventTakesToItsOffer() throws IOException {
    Path home = Path.of(System.getProperty("lienthong.content"));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        OtherJvm engine =
            new OtherJvm(EventSide.class, postgres.getJdbcUrl("postgres", "postgres"), home)) {
      engine.ask("load " + PEOPLE);
      engine.ask("idle " + WARMING);
      tell("idle", engine.ask("idle " + IDLE), IDLE, IDLE_GOAL);
      tell("sweeping", engine.ask("sweeping " + SWEEPING), SWEEPING, SWEEPING_GOAL);
    } finally {
      lines.tell();
    }
  }

  private void tell(String when, String said, int events, double goal) {
    System.out.println("  " + when + " " + said);
    String[] numbers = said.split(" ", -1);
    lines.less("event-to-offer-" + when + "-p95", Double.parseDouble(numbers[2]), goal, "s", 1);
    assertThat(Integer.parseInt(numbers[0])).as("offers that came").isEqualTo(events);
  }
}
