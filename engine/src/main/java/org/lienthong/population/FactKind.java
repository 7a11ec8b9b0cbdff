package org.lienthong.population;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.lienthong.columns.Kind;

/** How a column of facts is kept: every value is one {@code long}, {@link Draw#UNKNOWN} if none. */
public enum FactKind {
  /** 0 or 1. */
  BOOLEAN,
  /** Whole numbers and money in whole units. */
  INTEGER,
  /** Numbers with halves and tenths, kept as tenths. */
  NUMBER,
  /** Days since 1970-01-01. */
  DATE,
  /** Short texts, kept as places in a list of all texts of the column. */
  TEXT,
  /** Lists and records as JSON, kept like texts. */
  LIST;

  /** Numbers with one decimal are kept as tenths. */
  static final int TENTHS = 10;

  static FactKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean isWords() {
    return this == TEXT || this == LIST;
  }

  /** A literal of the data file, as it is kept. */
  long parse(String literal, Codes codes) {
    return switch (this) {
      case BOOLEAN -> {
        if (!literal.equals("true") && !literal.equals("false")) {
          throw new IllegalArgumentException("«" + literal + "» is neither true nor false");
        }
        yield literal.equals("true") ? 1 : 0;
      }
      case INTEGER -> new BigDecimal(literal).longValueExact();
      case NUMBER ->
          new BigDecimal(literal)
              .multiply(BigDecimal.valueOf(TENTHS))
              .setScale(0, RoundingMode.UNNECESSARY)
              .longValueExact();
      case DATE -> LocalDate.parse(literal).toEpochDay();
      case TEXT -> codes.number(literal);
      case LIST ->
          throw new IllegalArgumentException("a list has no literal; use codes or records");
    };
  }

  /** What compiled tables call it. */
  Kind compiled() {
    return switch (this) {
      case BOOLEAN -> Kind.BOOLEAN;
      case INTEGER, NUMBER -> Kind.NUMBER;
      case DATE -> Kind.DATE;
      case TEXT -> Kind.TEXT;
      case LIST -> Kind.OTHER;
    };
  }

  /** What one is, in this kind's own measure. */
  int scale() {
    return this == NUMBER ? TENTHS : 1;
  }
}
