package org.lienthong.columns;

/** What the values of a column are. */
public enum Kind {
  /** Scaled whole numbers, so that decimals are exact. */
  NUMBER,
  /** Days since 1970. */
  DATE,
  BOOLEAN,
  /** Numbers of words. */
  TEXT,
  /** A duration of years and months, in months. */
  MONTHS,
  /** A duration of whole days. */
  DAYS,
  /** Nothing but null. */
  NULL,
  /** Lists and all else, by number; only a reduction reads them. */
  OTHER
}
