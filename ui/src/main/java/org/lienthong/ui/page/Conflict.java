package org.lienthong.ui.page;

import org.jspecify.annotations.Nullable;

/** Somebody was faster, or it is already so. */
public class Conflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final @Nullable String journey;

  /**
   * Names the conflict.
   *
   * @param code key of the messages {@code problem.<code>}
   */
  public Conflict(String code) {
    this(code, null);
  }

  /**
   * Names the conflict and what it conflicts with.
   *
   * @param journey where the journey can be read that is already so
   */
  public Conflict(String code, @Nullable String journey) {
    super(code, null, false, false);
    this.code = code;
    this.journey = journey;
  }

  String code() {
    return code;
  }

  @Nullable String journey() {
    return journey;
  }
}
