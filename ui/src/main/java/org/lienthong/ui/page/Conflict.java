package org.lienthong.ui.page;

/** Somebody was faster, or it is already so. */
public class Conflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * Names the conflict.
   *
   * @param code key of the messages {@code problem.<code>}
   */
  public Conflict(String code) {
    super(code, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
