package org.lienthong.eligibility;

/** Why the engine answers in a table's place: reasons that no row has. */
final class Reasons {

  /** Facts are missing. */
  static final String FACTS_MISSING = "facts-missing";

  /** A fact of the journey is not of the type that the table reads. */
  static final String FACTS_UNREADABLE = "facts-unreadable";

  /** The table reads an amount that was not in force on the key date. */
  static final String AMOUNT_NOT_IN_FORCE = "amount-not-in-force";

  /** No row fits: the law's case is not in the table. */
  static final String NO_RULE_MATCHED = "no-rule-matched";

  /** More rows fit than the table allows. */
  static final String RULES_CONTRADICT = "rules-contradict";

  /** The table cannot be evaluated. */
  static final String RULES_FAILED = "rules-failed";

  /** Only the year of somebody's birth is known, and the day may matter. */
  static final String ONLY_YEAR_KNOWN = "only-year-known";

  private Reasons() {}
}
