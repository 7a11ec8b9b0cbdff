package org.lienthong.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One answer, from the form in which it was posted to the type that its field has. */
final class Answer {

  /** No text of a person is longer: the engine, the pages and the databases all hold it. */
  static final int MAX_TEXT = 4_000;

  private static final Set<String> SILENT =
      Set.of("text", "html", "image", "separator", "spacer", "button", "table", "group");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:[.,]\\d{1,6})?");
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DAY_OR_MONTH = Pattern.compile("\\d{1,2}");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private Answer() {}

  /** Whether a component of this kind has an answer at all. */
  static boolean asks(Field field) {
    return !SILENT.contains(field.type());
  }

  /** The typed answer; null where nothing was answered. */
  static @Nullable Object read(
      Field field, String path, Map<String, ?> posted, List<String> options) throws Wrong {
    Object raw = posted.get(path);
    return switch (field.type()) {
      case "checkbox" -> checkbox(field, raw);
      case "checklist", "taglist" -> several(raw, options);
      case "radio", "select" -> option(single(raw), options);
      case "number" -> number(field, single(raw));
      case "datetime" -> date(single(raw), path, posted);
      default -> text(field, single(raw));
    };
  }

  /** A parameter that came twice is no answer; one that came once may come as a list. */
  private static @Nullable Object single(@Nullable Object raw) throws Wrong {
    Object value = raw;
    if (raw instanceof List<?> list) {
      if (list.size() > 1) {
        throw new Wrong(Wrong.WRONG_TYPE);
      }
      value = list.isEmpty() ? null : list.get(0);
    }
    return value instanceof String text && text.isBlank() ? null : value;
  }

  private static String string(Object value) throws Wrong {
    if (!(value instanceof String text)) {
      throw new Wrong(Wrong.WRONG_TYPE);
    }
    return text;
  }

  private static @Nullable String text(Field field, @Nullable Object value) throws Wrong {
    if (value == null) {
      return null;
    }
    String text = CleanText.of(string(value), field.type().equals("textarea"));
    if (text.isEmpty()) {
      return null;
    }
    int length = text.codePointCount(0, text.length());
    int most = field.maxLength() == null ? MAX_TEXT : Math.min(field.maxLength(), MAX_TEXT);
    if (length > most) {
      throw new Wrong(Wrong.TOO_LONG, String.valueOf(most));
    }
    if (field.minLength() != null && length < field.minLength()) {
      throw new Wrong(Wrong.TOO_SHORT, String.valueOf(field.minLength()));
    }
    if (field.pattern() != null && !Pattern.matches(field.pattern(), text)) {
      throw new Wrong(Wrong.PATTERN);
    }
    return text;
  }

  private static @Nullable Object number(Field field, @Nullable Object value) throws Wrong {
    if (value == null) {
      return null;
    }
    BigDecimal number = decimal(value);
    if (field.min() != null && number.compareTo(BigDecimal.valueOf(field.min())) < 0) {
      throw new Wrong(Wrong.TOO_SMALL, plain(field.min()));
    }
    if (field.max() != null && number.compareTo(BigDecimal.valueOf(field.max())) > 0) {
      throw new Wrong(Wrong.TOO_LARGE, plain(field.max()));
    }
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (whole) {
      return number.longValueExact();
    }
    return number.doubleValue();
  }

  private static BigDecimal decimal(Object value) throws Wrong {
    String text;
    if (value instanceof Number number) {
      text = inDigits(number);
    } else {
      text = string(value).strip();
    }
    if (!NUMBER.matcher(text).matches()) {
      throw new Wrong(Wrong.NOT_A_NUMBER);
    }
    return new BigDecimal(text.replace(',', '.'));
  }

  /**
   * 1e9 and 1000000000.0 are the same number; NaN is none, and 1e999999999 would fill the memory.
   */
  private static String inDigits(Number number) throws Wrong {
    try {
      BigDecimal exact = new BigDecimal(number.toString());
      if (Math.abs((long) exact.scale()) > 20 || exact.precision() > 40) {
        throw new Wrong(Wrong.NOT_A_NUMBER);
      }
      return exact.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException notFinite) {
      throw new Wrong(Wrong.NOT_A_NUMBER);
    }
  }

  private static String plain(double limit) {
    return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
  }

  private static @Nullable LocalDate date(
      @Nullable Object value, String path, Map<String, ?> posted) throws Wrong {
    if (value instanceof LocalDate date) {
      return inRange(date);
    }
    if (value != null) {
      String iso = string(value).strip();
      if (!ISO_DATE.matcher(iso).matches()) {
        throw new Wrong(Wrong.NOT_A_DATE);
      }
      return day(iso.substring(0, 4), iso.substring(5, 7), iso.substring(8));
    }
    Object day = single(posted.get(path + ".day"));
    Object month = single(posted.get(path + ".month"));
    Object year = single(posted.get(path + ".year"));
    if (day == null && month == null && year == null) {
      return null;
    }
    if (day == null || month == null || year == null) {
      throw new Wrong(Wrong.NOT_A_DATE);
    }
    return day(string(year).strip(), string(month).strip(), string(day).strip());
  }

  private static LocalDate day(String year, String month, String day) throws Wrong {
    boolean digits =
        YEAR.matcher(year).matches()
            && DAY_OR_MONTH.matcher(month).matches()
            && DAY_OR_MONTH.matcher(day).matches();
    if (!digits) {
      throw new Wrong(Wrong.NOT_A_DATE);
    }
    try {
      return inRange(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      throw new Wrong(Wrong.NOT_A_DATE);
    }
  }

  private static LocalDate inRange(LocalDate date) throws Wrong {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw new Wrong(Wrong.NOT_A_DATE);
    }
    return date;
  }

  private static @Nullable Boolean checkbox(Field field, @Nullable Object raw) throws Wrong {
    // a page posts an unticked box not at all, or as a hidden "false" before the ticked "true"
    List<?> values = raw instanceof List<?> list ? list : raw == null ? List.of() : List.of(raw);
    boolean ticked = false;
    for (Object value : values) {
      ticked |= ticked(value);
    }
    return !ticked && field.required() ? null : Boolean.valueOf(ticked);
  }

  private static boolean ticked(@Nullable Object value) throws Wrong {
    if (value instanceof Boolean typed) {
      return typed;
    }
    if (value instanceof String text) {
      return switch (text) {
        case "true", "on" -> true;
        case "false", "off", "" -> false;
        default -> throw new Wrong(Wrong.WRONG_TYPE);
      };
    }
    throw new Wrong(Wrong.WRONG_TYPE);
  }

  private static @Nullable String option(@Nullable Object value, List<String> options)
      throws Wrong {
    if (value == null) {
      return null;
    }
    String code = string(value);
    if (!options.contains(code)) {
      throw new Wrong(Wrong.NOT_AN_OPTION);
    }
    return code;
  }

  private static @Nullable List<String> several(@Nullable Object raw, List<String> options)
      throws Wrong {
    List<?> values = raw instanceof List<?> list ? list : raw == null ? List.of() : List.of(raw);
    Set<String> chosen = new LinkedHashSet<>();
    for (Object value : values) {
      String code = option(single(value), options);
      if (code != null) {
        chosen.add(code);
      }
    }
    return chosen.isEmpty() ? null : List.copyOf(chosen);
  }
}
