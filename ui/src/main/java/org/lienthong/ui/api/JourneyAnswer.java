package org.lienthong.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Step;

/**
 * A journey as a program sees it.
 *
 * @param self where it can be read again
 * @param reference short and speakable, for people
 * @param lifeEvent the life event's key
 * @param version the version of the life event that it runs on
 * @param joinedTo the journey that goes on in its place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JourneyAnswer(
    String id,
    String self,
    String reference,
    String lifeEvent,
    @Nullable Bilingual title,
    int version,
    Journey.State state,
    @Nullable String joinedTo,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<StepAnswer> steps) {

  /**
   * A step of it.
   *
   * @param element its id in the model of its process
   * @param who who acts: an agency's key or {@code citizen}
   * @param task the task that waits, where one does
   * @param reason why an office decided so
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StepAnswer(
      String process,
      String element,
      @Nullable Bilingual title,
      Step.State state,
      @Nullable String who,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Instant dueAt,
      @Nullable String task,
      @Nullable Bilingual reason,
      @Nullable Bilingual legalBasis,
      List<StepAnswer> steps) {}
}
