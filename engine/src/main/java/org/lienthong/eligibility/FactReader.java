package org.lienthong.eligibility;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FactType;
import org.lienthong.feel.Feel;

/**
 * Reads what callers say as the types that a table names: a table must never meet a value of
 * another type, because FEEL then answers <em>no row</em> without a word.
 */
final class FactReader {

  /** The engine's own limit for a text. */
  private static final int LONGEST = 4_000;

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Feel feel;

  FactReader(Feel feel) {
    this.feel = feel;
  }

  /**
   * The facts that the table reads, typed; unknown ones are left out.
   *
   * @throws FactProblems naming every fact that cannot be read
   */
  Map<String, Object> read(Table table, Map<String, ?> facts) {
    Map<String, Object> known = new LinkedHashMap<>();
    Map<String, String> problems = new TreeMap<>();
    for (Table.Input input : table.inputs()) {
      Object value = facts.get(input.name());
      if (value == null || "".equals(value)) {
        continue;
      }
      try {
        known.put(input.name(), read(input, value));
      } catch (Unreadable e) {
        problems.put(input.name() + e.place, e.code);
      }
    }
    if (!problems.isEmpty()) {
      throw new FactProblems(problems);
    }
    return known;
  }

  /** What keeps a table from reading a fact: the place and its code; empty where it can. */
  Optional<Map.Entry<String, String>> problem(Table.Input input, Object value) {
    try {
      read(input, value);
      return Optional.empty();
    } catch (Unreadable e) {
      return Optional.of(Map.entry(input.name() + e.place, e.code));
    }
  }

  /**
   * The days from which a table's facts can be derived, whether it names them or not.
   *
   * @throws FactProblems naming every one that is no day
   */
  static Map<String, LocalDate> bases(Table table, Map<String, ?> facts) {
    Map<String, LocalDate> days = new HashMap<>();
    Map<String, String> problems = new TreeMap<>();
    for (Table.Input input : table.inputs()) {
      String base = DerivedFacts.baseOf(input.name()).orElse(null);
      Object value = base == null ? null : facts.get(base);
      if (base != null && value != null && !"".equals(value)) {
        try {
          days.put(base, day(value));
        } catch (Unreadable e) {
          problems.put(base, e.code);
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new FactProblems(problems);
    }
    return days;
  }

  private Object read(Table.Input input, Object value) throws Unreadable {
    Object typed = typed(input, value);
    if (input.allowed() != null && !feel.test(input.allowed(), typed, Map.of())) {
      throw new Unreadable("not-allowed");
    }
    return typed;
  }

  private Object typed(Table.Input input, Object value) throws Unreadable {
    FactType type = input.type();
    if (type == null) {
      return value;
    }
    return switch (type) {
      case DATE -> day(value);
      case NUMBER -> number(value, input);
      case BOOLEAN -> only(Boolean.class, value, "not-a-boolean");
      case TEXT -> text(value);
      case LIST -> list(input.items(), value);
      case CONTEXT -> value;
    };
  }

  /** A list as it was told: its items are looked at, and stay what they are. */
  private Object list(List<Table.Input> parts, Object value) throws Unreadable {
    List<?> items = only(List.class, value, "not-a-list");
    for (int i = 0; i < items.size(); i++) {
      for (Table.Input part : parts) {
        try {
          item(part, items.get(i));
        } catch (Unreadable e) {
          throw new Unreadable(e.code, "[" + i + "]" + e.place);
        }
      }
    }
    return items;
  }

  /** An item itself, or what it says under the name of a property. */
  private void item(Table.Input part, @Nullable Object item) throws Unreadable {
    if (item == null) {
      throw new Unreadable("missing");
    }
    if (part.name().isEmpty()) {
      read(part, item);
      return;
    }
    Object property = only(Map.class, item, "not-a-record").get(part.name());
    if (property != null && !"".equals(property)) {
      try {
        read(part, property);
      } catch (Unreadable e) {
        throw new Unreadable(e.code, "." + part.name() + e.place);
      }
    }
  }

  /** A day of the calendar, or its ISO text. */
  private static LocalDate day(Object value) throws Unreadable {
    if (value instanceof LocalDate day) {
      return day;
    }
    if (!(value instanceof String text) || !DAY.matcher(text).matches()) {
      throw new Unreadable("not-a-date");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Unreadable("not-a-date");
    }
  }

  private static Object number(Object value, Table.Input input) throws Unreadable {
    if (!(value instanceof Number)) {
      throw new Unreadable("not-a-number");
    }
    BigDecimal exact;
    try {
      exact = new BigDecimal(value.toString());
    } catch (NumberFormatException e) {
      throw new Unreadable("not-a-number"); // NaN and the infinities
    }
    Long largest = input.largest();
    long limit = largest == null ? TableReader.LARGEST : largest;
    if (exact.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
      throw new Unreadable("too-large");
    }
    if (!input.negative() && exact.signum() < 0) {
      throw new Unreadable("negative");
    }
    boolean whole = exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
    if (largest != null && !whole) {
      throw new Unreadable("not-a-whole-number");
    }
    return whole ? (Object) exact.longValueExact() : (Object) exact.doubleValue();
  }

  private static String text(Object value) throws Unreadable {
    String text = only(String.class, value, "not-a-text");
    if (text.length() > LONGEST) {
      throw new Unreadable("too-long");
    }
    return text;
  }

  private static <T> T only(Class<T> type, Object value, String code) throws Unreadable {
    if (!type.isInstance(value)) {
      throw new Unreadable(code);
    }
    return type.cast(value);
  }

  /** A value that is not of its type; carries a code and never the value. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** Where in the fact; empty for all of it. */
    private final String place;

    Unreadable(String code) {
      this(code, "");
    }

    Unreadable(String code, String place) {
      super(code, null, false, false);
      this.code = code;
      this.place = place;
    }
  }
}
