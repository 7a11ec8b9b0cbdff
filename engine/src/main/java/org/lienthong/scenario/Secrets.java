package org.lienthong.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known about people, and whether a cell of a table tells any of it: long texts anywhere in
 * it; short ones, dates and amounts only where they stand alone, so that an id that happens to hold
 * the same figures raises no alarm.
 */
final class Secrets {

  /** What steers a process is no secret: codes and keys. */
  private static final Pattern CODE = Pattern.compile("[A-Z_]+|[a-z]+(-[a-z]+)*|\\d{1,3}|.?");

  private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d{5,}(?![\\w-])");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  /** Shorter texts are looked for as a whole only. */
  private static final int LONG = 8;

  /** Smaller numbers are counts, ages and sums of small change: they are everywhere. */
  private static final long AMOUNT = 10_000;

  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> days = new HashSet<>();
  private final Set<Long> numbers = new HashSet<>();

  /** Takes in what a fact says, however it is nested. */
  void add(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::add);
    } else if (value instanceof Collection<?> list) {
      list.forEach(this::add);
    } else if (value instanceof LocalDate day) {
      addDay(day);
    } else if (value instanceof Number number && Math.abs(number.longValue()) >= AMOUNT) {
      numbers.add(number.longValue());
    } else if (value instanceof String text) {
      addText(text);
    }
  }

  private void addDay(LocalDate day) {
    days.add(day.toString());
    // as the engine keeps a date among its variables
    numbers.add(day.atStartOfDay(ScenarioFile.ZONE).toInstant().toEpochMilli());
  }

  private void addText(String text) {
    if (DAY.matcher(text).matches()) {
      try {
        addDay(LocalDate.parse(text));
      } catch (DateTimeException notADay) {
        texts.add(text);
      }
    } else if (!CODE.matcher(text).matches()) {
      (text.length() < LONG ? words : texts).add(text);
    }
  }

  /** Whether this value, as a table of the engine holds it, tells something of them. */
  boolean toldBy(@Nullable Object cell) {
    if (cell instanceof Number number) {
      return numbers.contains(number.longValue());
    }
    return cell instanceof String text
        && (words.contains(text)
            || texts.stream().anyMatch(text::contains)
            || any(DAY, text, found -> days.contains(found.group()))
            || any(QUOTED, text, found -> words.contains(found.group(1)))
            || any(NUMBER, text, found -> amount(found.group())));
  }

  private boolean amount(String digits) {
    return digits.length() < 19 && numbers.contains(Long.parseLong(digits));
  }

  private static boolean any(Pattern pattern, String text, Predicate<MatchResult> so) {
    return pattern.matcher(text).results().anyMatch(so);
  }
}
