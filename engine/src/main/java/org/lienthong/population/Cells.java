package org.lienthong.population;

import java.time.LocalDate;

/** How kept values are written. */
final class Cells {

  private Cells() {}

  /** The value in JSON; texts are codes, so that nothing needs escaping. */
  static void json(StringBuilder json, FactKind kind, long value, Codes codes) {
    switch (kind) {
      case TEXT -> json.append('"').append(codes.text(value)).append('"');
      case LIST -> json.append(codes.text(value));
      case DATE -> json.append('"').append(LocalDate.ofEpochDay(value)).append('"');
      default -> json.append(plain(kind, value));
    }
  }

  /** The value of a kind that has no words. */
  static String plain(FactKind kind, long value) {
    return switch (kind) {
      case BOOLEAN -> value == 1 ? "true" : "false";
      case DATE -> LocalDate.ofEpochDay(value).toString();
      case NUMBER ->
          value % FactKind.TENTHS == 0
              ? Long.toString(value / FactKind.TENTHS)
              : (value < 0 ? "-" : "")
                  + Math.abs(value) / FactKind.TENTHS
                  + "."
                  + Math.abs(value) % FactKind.TENTHS;
      default -> Long.toString(value);
    };
  }
}
