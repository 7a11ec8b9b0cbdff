package org.lienthong.sweep;

/** A file of more bytes than are taken. */
public final class FileTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long limit;

  FileTooLarge(long limit) {
    super("more than " + limit + " bytes", null, false, false);
    this.limit = limit;
  }

  /** The most bytes that are taken. */
  public long limit() {
    return limit;
  }
}
