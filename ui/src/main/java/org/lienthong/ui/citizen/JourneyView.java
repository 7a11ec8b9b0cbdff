package org.lienthong.ui.citizen;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Step;

/**
 * A journey as its page shows it, in one language.
 *
 * @param todo the one thing that the person can do now
 * @param next the step that is underway
 * @param refusal the step at which an office refused, where it gave its reason
 * @param results what was decided, in order
 */
record JourneyView(
    Journey journey,
    String title,
    List<StepView> steps,
    @Nullable StepView todo,
    @Nullable StepView next,
    @Nullable StepView refusal,
    List<Result> results) {

  /**
   * A line of the map.
   *
   * @param who who acts, in words
   * @param reason why an office decided so, in its own words to the citizen
   * @param current whether this is where things stand
   */
  record StepView(
      String id,
      String title,
      @Nullable String why,
      @Nullable String then,
      Step.State state,
      String who,
      @Nullable Instant started,
      @Nullable Instant ended,
      @Nullable Instant due,
      @Nullable String taskId,
      @Nullable String reason,
      @Nullable String basis,
      boolean current,
      @Nullable Result result,
      List<StepView> children) {

    /**
     * Whether everything about it is shown at once: where things stand or stopped, and what holds
     * it.
     */
    public boolean open() {
      return current || state == Step.State.STOPPED || children.stream().anyMatch(StepView::open);
    }

    /** Whether there is more to say than its title. */
    public boolean more() {
      return why != null || then != null || !children.isEmpty();
    }
  }

  /** What was decided by the rules. */
  record Result(
      String id,
      String title,
      String status,
      @Nullable Long amount,
      @Nullable String currency,
      @Nullable String periodicity,
      @Nullable String reason) {}
}
