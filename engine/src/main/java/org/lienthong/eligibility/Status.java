package org.lienthong.eligibility;

/** The four answers. */
public enum Status {
  ELIGIBLE,
  NOT_ELIGIBLE,
  /** Facts are missing; the assessment names them. */
  NEEDS_DATA,
  /** The law leaves it to a person. */
  NEEDS_HUMAN
}
