package org.lienthong.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happens in a scenario; after each, everything runs that can run. */
public sealed interface Move {

  /** A citizen starts a life event. */
  record Start(String lifeEvent, String by, Map<String, Object> answers) implements Move {}

  /**
   * A person does what waits for them.
   *
   * @param task the element's id
   * @param answers to its form; what it shows for confirmation is confirmed
   */
  record Complete(String task, String by, Map<String, Object> answers) implements Move {}

  /** An agency behaves in another way from now on. */
  record Behave(String agency, String mode) implements Move {}

  /** Time passes. */
  record Advance(Duration by) implements Move {}

  /** An agency brings the replies that it gave later. */
  record Deliver(String agency) implements Move {}

  /** An operator asks an agency again what was parked. */
  record Retry(String agency) implements Move {}

  /**
   * The population's register learns something of a person; if a decision is named, a sweep by it
   * follows, and whoever it finds is offered the benefit.
   *
   * @param facts what is known from now on
   * @param meanwhile what the register learns between the sweep and the offer
   */
  record Learn(
      String of,
      Map<String, Object> facts,
      @Nullable String decision,
      Map<String, Object> meanwhile)
      implements Move {}

  /**
   * What must be so now. What is not named is not checked.
   *
   * @param of whose journey; null means the one that was started last
   * @param journey the journey's state
   * @param steps per element the state on the journey map
   * @param due per element the day by whose end the law wants it done
   * @param reached elements that were reached
   * @param notReached elements that were not
   * @param facts per fact its value
   * @param differs facts of which the sources say different things
   * @param holds FEEL over the facts; each must be true
   * @param decisions per decision what was assessed: {@code status}, {@code amount}, {@code row}
   * @param effects per {@code agency} or {@code agency.operation} how often something was changed
   * @param parked how many requests wait for an operator
   */
  record Expect(
      @Nullable String of,
      @Nullable String journey,
      Map<String, String> steps,
      Map<String, String> due,
      List<String> reached,
      List<String> notReached,
      Map<String, Object> facts,
      List<String> differs,
      List<String> holds,
      Map<String, Map<String, Object>> decisions,
      Map<String, Integer> effects,
      @Nullable Integer parked)
      implements Move {}
}
