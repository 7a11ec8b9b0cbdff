package org.lienthong.design;

/** What can be done to a draft. */
public enum DraftAction {
  SAVED,
  SUBMITTED,
  SENT_BACK,
  APPROVED,
  DISCARDED
}
