package org.lienthong.ui.command;

/** Somebody called the program wrongly; the message says what to do instead. */
final class Wrong extends RuntimeException {

  private static final long serialVersionUID = 1;

  Wrong(String message) {
    super(message, null, false, false);
  }
}
