package org.lienthong.design;

/** A file that should be a model and is not XML, or not harmless XML; the message says why. */
final class UnreadableModelException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableModelException(String message) {
    super(message);
  }
}
