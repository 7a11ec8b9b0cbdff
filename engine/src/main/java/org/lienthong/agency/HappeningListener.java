package org.lienthong.agency;

/** Wants to know what agencies tell unasked. */
public interface HappeningListener {

  /**
   * Hears of a happening, in the transaction that takes it out of the inbox. Whatever it throws
   * brings the happening again later, so hearing it twice must change nothing.
   */
  void happened(Happening happening);
}
