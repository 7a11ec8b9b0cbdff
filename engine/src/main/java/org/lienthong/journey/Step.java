package org.lienthong.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journey map: an element of the model that people can read about, and how it
 * stands.
 *
 * @param deploymentId the deployment whose texts name it
 * @param processKey the process that it belongs to
 * @param elementId its id in the model; its texts are {@code <elementId>.title}, {@code .why},
 *     {@code .then}
 * @param kind what it does
 * @param state how it stands
 * @param who who acts: an agency's key, {@code citizen}, or null where the engine acts alone
 * @param startedAt when it was reached
 * @param endedAt when it was done
 * @param dueAt when it must be done by law, where a statutory time limit is set
 * @param taskId the human task that waits, where one does
 * @param reasonCode for a refusal or a decision the key of its text
 * @param children the steps of a called service
 */
public record Step(
    String deploymentId,
    String processKey,
    String elementId,
    org.lienthong.catalogue.Element.Kind kind,
    State state,
    @Nullable String who,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant dueAt,
    @Nullable String taskId,
    @Nullable String reasonCode,
    List<Step> children) {

  public Step {
    children = List.copyOf(children);
  }

  /** How a step stands, in the words of the journey map. */
  public enum State {
    DONE,
    YOUR_TURN,
    WITH_OFFICE,
    RUNNING,
    WAITING_FOR_OTHER,
    NOT_STARTED,
    MAY_BE_NEEDED,
    NOT_NEEDED,
    PROBLEM,
    STOPPED
  }
}
