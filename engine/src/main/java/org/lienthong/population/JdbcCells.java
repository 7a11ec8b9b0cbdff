package org.lienthong.population;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Facts as JDBC takes and gives them. */
final class JdbcCells {

  private JdbcCells() {}

  static @Nullable Object toJdbc(PeopleBatch batch, int column, int row, FactKind kind) {
    long value = batch.values(column)[row];
    if (value == Draw.UNKNOWN) {
      return null;
    }
    return switch (kind) {
      case BOOLEAN -> value == 1;
      case INTEGER -> value;
      case NUMBER -> BigDecimal.valueOf(value, 1);
      case DATE -> LocalDate.ofEpochDay(value);
      case TEXT, LIST -> batch.words(column)[(int) value];
    };
  }

  /** The value as it is kept; texts get their number from the table. */
  static long fromJdbc(ResultSet rows, int place, FactKind kind, WordTable words)
      throws SQLException {
    long value =
        switch (kind) {
          case BOOLEAN -> rows.getBoolean(place) ? 1 : 0;
          case INTEGER -> rows.getLong(place);
          case NUMBER -> tenths(rows.getBigDecimal(place));
          case DATE -> day(rows.getObject(place, LocalDate.class));
          case TEXT, LIST -> word(rows.getString(place), words);
        };
    return rows.wasNull() ? Draw.UNKNOWN : value;
  }

  private static long tenths(@Nullable BigDecimal value) {
    return value == null ? Draw.UNKNOWN : value.movePointRight(1).longValueExact();
  }

  private static long day(@Nullable LocalDate day) {
    return day == null ? Draw.UNKNOWN : day.toEpochDay();
  }

  private static long word(@Nullable String text, WordTable words) {
    if (text == null) {
      return Draw.UNKNOWN;
    }
    char[] characters = text.toCharArray();
    return words.number(characters, characters.length);
  }
}
