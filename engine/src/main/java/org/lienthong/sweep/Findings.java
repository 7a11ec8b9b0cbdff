package org.lienthong.sweep;

/** Hears what is found in a file, while it is read. */
public interface Findings {

  /** So many rows the file has; said first. */
  void rows(long rows);

  /** Somebody is entitled. */
  void entitled(Entitled entitled);

  /** A row could not be read; the others are read on. */
  void leftOut(BadRow row);

  /** So many more people are done, entitled or not. */
  void done(int people);
}
