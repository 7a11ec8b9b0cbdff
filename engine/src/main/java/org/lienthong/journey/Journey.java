package org.lienthong.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A citizen's passage through a life event, as its parties may see it.
 *
 * @param id UUID; also the engine's business key
 * @param reference short and speakable, for people: {@code LT-7K3M-92QF}
 * @param lifeEvent the life event's key
 * @param deploymentId the deployment of the life event that it runs on, for its texts
 * @param version the version of the life event that it runs on
 * @param state how it stands
 * @param joinedTo the journey that goes on in its place, where the same event was already underway
 * @param parties refs of the people whose journey it is
 * @param steps the journey map, in reading order
 */
public record Journey(
    String id,
    String reference,
    String lifeEvent,
    String deploymentId,
    int version,
    State state,
    @Nullable String joinedTo,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<String> parties,
    List<Step> steps) {

  public Journey {
    parties = List.copyOf(parties);
    steps = List.copyOf(steps);
  }

  /** How a journey stands. */
  public enum State {
    OPEN,
    COMPLETED,
    REFUSED,
    JOINED,
    /** What it was about is not true any more. */
    WITHDRAWN
  }
}
