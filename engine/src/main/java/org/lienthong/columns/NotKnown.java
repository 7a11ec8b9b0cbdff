package org.lienthong.columns;

/** Something in a table that the compiler does not know; says what, for its designer. */
final class NotKnown extends Exception {

  private static final long serialVersionUID = 1L;

  NotKnown(String what) {
    super(what);
  }
}
