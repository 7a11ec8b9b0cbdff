package org.lienthong.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an agency behaves. */
enum Mode {
  /** Answers, at once or after a while. */
  OK,
  /** Answers 202, and posts the reply afterwards. */
  LATER,
  /** Answers 503, or closes the connection. */
  DOWN,
  /** Does what is asked, and waits before it says so. */
  SLOW,
  /** Does what is asked, and answers outside its contract. */
  GARBAGE,
  /** Refuses whatever its contract says that it may refuse, and answers the rest at once. */
  REFUSE;

  static Optional<Mode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
