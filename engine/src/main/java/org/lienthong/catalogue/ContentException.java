package org.lienthong.catalogue;

/** A file of content that cannot be read; the message tells its author what to mend. */
final class ContentException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ContentException(String message) {
    super(message);
  }

  ContentException(String message, Throwable cause) {
    super(message, cause);
  }
}
