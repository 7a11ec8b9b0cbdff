package org.lienthong.columns;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The calendar over days since 1970, without objects. */
final class Days {

  private static final long EPOCH_FROM_MARCH_0 = 719_468;
  private static final long ERA = 146_097;

  private Days() {}

  /** Month since year 0 in the upper bits, day of the month in the lower five. */
  static long packed(long epochDay) {
    long day = epochDay + EPOCH_FROM_MARCH_0;
    long era = Math.floorDiv(day, ERA);
    long ofEra = day - era * ERA;
    long yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long fromMarch = (5 * ofYear + 2) / 153;
    long ofMonth = ofYear - (153 * fromMarch + 2) / 5 + 1;
    long month = (yearOfEra + era * 400) * 12 + fromMarch + 2;
    return month << 5 | ofMonth;
  }

  /** Full months from one packed day to another. */
  static long months(long packedFrom, long packedTo) {
    return (packedTo - packedFrom) / 32;
  }

  static long year(long packed) {
    return Math.floorDiv(packed >> 5, 12L);
  }

  static long month(long packed) {
    return Math.floorMod(packed >> 5, 12L) + 1;
  }

  static long dayOfMonth(long packed) {
    return packed & 31;
  }

  static long weekday(long epochDay) {
    return Math.floorMod(epochDay + 3, 7L) + 1;
  }

  /** The last day of the month if it has no such day, as in Java. */
  static long plusMonths(long epochDay, long months) {
    try {
      return LocalDate.ofEpochDay(epochDay).plusMonths(months).toEpochDay();
    } catch (DateTimeException e) {
      return FactColumn.ODD;
    }
  }

  /** Null where the calendar has no such day. */
  static long of(long year, long month, long day) {
    if (year < 0 || year > 9999) {
      return FactColumn.ODD;
    }
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return FactColumn.NULL;
    }
    try {
      return LocalDate.of((int) year, (int) month, (int) day).toEpochDay();
    } catch (DateTimeException e) {
      return FactColumn.NULL;
    }
  }
}
