package org.lienthong.population;

import java.time.LocalDate;
import java.time.YearMonth;

/** Reads one cell of a kind from characters, without making strings of numbers and dates. */
final class CellParser {

  /** Not a value; {@link #problem()} says why. */
  static final long BAD = Long.MIN_VALUE + 1;

  private static final int DIGITS = 15;
  private static final int LONGEST_TEXT = 200;
  private static final int DATE_LENGTH = 10;

  private String problem = "";

  /** Why the last cell was {@link #BAD}. */
  String problem() {
    return problem;
  }

  long parse(FactKind kind, char[] text, int offset, int length) {
    return switch (kind) {
      case BOOLEAN -> bool(text, offset, length);
      case INTEGER -> whole(text, offset, length);
      case NUMBER -> decimal(text, offset, length);
      case DATE -> date(text, offset, length);
      case TEXT -> length > LONGEST_TEXT ? bad("too-long") : 0;
      case LIST -> 0;
    };
  }

  private long bool(char[] text, int offset, int length) {
    if (length == 4 && text[offset] == 't' && text[offset + 1] == 'r' && text[offset + 3] == 'e') {
      return text[offset + 2] == 'u' ? 1 : bad("not-a-boolean");
    }
    return new String(text, offset, length).equals("false") ? 0 : bad("not-a-boolean");
  }

  private long whole(char[] text, int offset, int length) {
    long value = digits(text, offset, offset + length);
    if (value >= 0) {
      return length > DIGITS ? bad("too-large") : value;
    }
    boolean negative = text[offset] == '-' && digits(text, offset + 1, offset + length) >= 0;
    return bad(negative ? "negative" : "not-a-whole-number");
  }

  private long decimal(char[] text, int offset, int length) {
    int point = -1;
    for (int i = offset; i < offset + length; i++) {
      point = text[i] == '.' ? i : point;
    }
    if (point < 0) {
      long whole = whole(text, offset, length);
      return whole == BAD ? bad(problem.replace("whole-", "")) : whole * FactKind.TENTHS;
    }
    long whole = digits(text, offset, point);
    long fraction = digits(text, point + 1, offset + length);
    if (whole < 0 || fraction < 0) {
      return bad(text[offset] == '-' ? "negative" : "not-a-number");
    }
    if (point + 2 < offset + length) {
      return bad("too-many-decimals");
    }
    return length > DIGITS ? bad("too-large") : whole * FactKind.TENTHS + fraction;
  }

  private long date(char[] text, int offset, int length) {
    if (length != DATE_LENGTH || text[offset + 4] != '-' || text[offset + 7] != '-') {
      return bad("not-a-date");
    }
    int year = (int) digits(text, offset, offset + 4);
    int month = (int) digits(text, offset + 5, offset + 7);
    int day = (int) digits(text, offset + 8, offset + 10);
    if (year < 1 || month < 1 || month > 12 || day < 1) {
      return bad("not-a-date");
    }
    return day > 28 && day > YearMonth.of(year, month).lengthOfMonth()
        ? bad("not-a-date")
        : LocalDate.of(year, month, day).toEpochDay();
  }

  /** The number that these characters write; negative if one is no digit, or there is none. */
  private static long digits(char[] text, int from, int to) {
    long value = from < to ? 0 : -1;
    for (int i = from; i < to && value >= 0; i++) {
      int digit = text[i] - '0';
      value =
          digit < 0 || digit > 9 ? -1 : value > Long.MAX_VALUE / 20 ? value : value * 10 + digit;
    }
    return value;
  }

  private long bad(String code) {
    problem = code;
    return BAD;
  }
}
