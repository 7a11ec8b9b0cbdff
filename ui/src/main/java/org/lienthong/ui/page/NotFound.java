package org.lienthong.ui.page;

/** What was asked for is not there, or is not the asker's: nobody can tell which. */
public class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says nothing about what was sought. */
  public NotFound() {
    super("not found", null, false, false);
  }
}
