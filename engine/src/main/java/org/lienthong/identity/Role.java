package org.lienthong.identity;

/** What a person may do here. */
public enum Role {
  CITIZEN,
  CASEWORKER,
  SUPERVISOR,
  DESIGNER,
  OPERATOR,
  AGENCY
}
