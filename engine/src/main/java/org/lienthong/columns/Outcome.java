package org.lienthong.columns;

/** What the columns say of a person. */
public enum Outcome {
  /** Rows fit, and answer. */
  ROWS,
  /** No row fits. */
  NO_ROW,
  /** Unknown facts can still change the answer. */
  FACTS_MISSING,
  /** An amount that matters was not in force. */
  AMOUNT_MISSING,
  /** The columns cannot say; the engine must. */
  ELSEWHERE
}
