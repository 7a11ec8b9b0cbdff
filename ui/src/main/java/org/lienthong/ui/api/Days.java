package org.lienthong.ui.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.lienthong.ui.page.Invalid;

/** Days as programs write them. */
final class Days {

  private static final int LENGTH = 10;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private Days() {}

  /**
   * Reads a day for which there can be law.
   *
   * @throws Invalid naming the place
   */
  static LocalDate read(String pointer, String text) {
    try {
      LocalDate day = text.length() == LENGTH ? LocalDate.parse(text) : null;
      if (day != null && day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      throw new Invalid(pointer, "not-a-date");
    }
    throw new Invalid(pointer, "not-a-date");
  }
}
