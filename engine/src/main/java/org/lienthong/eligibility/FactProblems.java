package org.lienthong.eligibility;

import java.util.Map;

/** Facts that a decision cannot read. */
public class FactProblems extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> byFact;

  /**
   * Names the facts.
   *
   * @param byFact per fact a code: {@code not-a-number}, {@code not-a-date}, {@code negative}, …
   */
  public FactProblems(Map<String, String> byFact) {
    super("facts cannot be read: " + String.join(", ", byFact.keySet()));
    this.byFact = Map.copyOf(byFact);
  }

  /** Per fact a code; never a value. */
  public Map<String, String> byFact() {
    return byFact;
  }
}
