package org.lienthong.catalogue;

import org.jspecify.annotations.Nullable;

/** Thrown within the reading of a form: the one answer at hand cannot be taken. */
final class Wrong extends Exception {

  static final String REQUIRED = "required";
  static final String TOO_SHORT = "too-short";
  static final String TOO_LONG = "too-long";
  static final String NOT_A_NUMBER = "not-a-number";
  static final String TOO_SMALL = "too-small";
  static final String TOO_LARGE = "too-large";
  static final String NOT_A_DATE = "not-a-date";
  static final String NOT_AN_OPTION = "not-an-option";
  static final String PATTERN = "pattern";
  static final String BAD_CHARACTER = "bad-character";
  static final String WRONG_TYPE = "wrong-type";
  static final String UNKNOWN = "unknown";

  private static final long serialVersionUID = 1L;

  private final String code;
  private final @Nullable String limit;

  Wrong(String code) {
    this(code, null);
  }

  Wrong(String code, @Nullable String limit) {
    super(code, null, false, false); // control flow within this package: no trace is wanted
    this.code = code;
    this.limit = limit;
  }

  FormAnswers.Problem at(String path) {
    return new FormAnswers.Problem(path, code, limit);
  }
}
