package org.lienthong.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.TableText.Fact;

/** Values worth trying for facts that columns compute with. */
final class Pool {

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?!\\w)");
  private static final int MOST_NUMBERS = 80;
  private static final int MOST_YEARS = 150;

  private final Set<Object> numbers = new TreeSet<>();
  private final Set<Object> days = new TreeSet<>();
  private final Set<Object> texts = new LinkedHashSet<>();

  Pool(List<Axis> axes, InForce law) {
    TreeSet<BigDecimal> limits = new TreeSet<>();
    limits.addAll(List.of(BigDecimal.ZERO, BigDecimal.ONE));
    days.add(law.day());
    for (Axis axis : axes) {
      axis.classes().forEach(c -> c.samples().forEach(s -> add(s, limits)));
      written(axis.expression(), limits);
      axis.cells().forEach(cell -> written(cell.text(), limits));
    }
    law.amounts().values().stream()
        .filter(Number.class::isInstance)
        .limit(MOST_NUMBERS / 4)
        .forEach(amount -> limits.add(new BigDecimal(amount.toString())));
    combine(limits);
    spread(limits);
  }

  private void add(@Nullable Object sample, Set<BigDecimal> limits) {
    if (sample instanceof BigDecimal number) {
      limits.add(number);
    } else if (sample instanceof LocalDate day) {
      days.add(day);
    } else if (sample instanceof String text) {
      texts.add(text);
    }
  }

  private void written(String feel, Set<BigDecimal> limits) {
    Matcher text = TEXT.matcher(feel);
    while (text.find()) {
      texts.add(text.group(1));
    }
    Matcher number = NUMBER.matcher(text.reset().replaceAll("\"\""));
    while (number.find()) {
      limits.add(new BigDecimal(number.group()));
    }
  }

  private void combine(Set<BigDecimal> limits) {
    numbers.addAll(limits);
    for (BigDecimal a : limits) {
      for (BigDecimal b : limits) {
        if (numbers.size() < MOST_NUMBERS) {
          numbers.add(a.add(b));
        }
      }
    }
  }

  /** Days from which so many days, months or years have passed, and one of each month. */
  private void spread(Set<BigDecimal> limits) {
    for (Object each : List.copyOf(days).subList(0, Math.min(days.size(), 8))) {
      LocalDate day = (LocalDate) each;
      for (BigDecimal limit : limits) {
        if (limit.abs().compareTo(BigDecimal.valueOf(MOST_YEARS)) <= 0) {
          int count = limit.intValue();
          days.addAll(
              List.of(
                  day.minusYears(count),
                  day.minusMonths(count),
                  day.minusDays(count),
                  day.plusDays(count)));
        }
      }
    }
    for (int month = 1; month <= 12; month++) {
      days.add(law(month));
    }
  }

  private LocalDate law(int month) {
    LocalDate any = (LocalDate) days.iterator().next();
    return LocalDate.of(any.getYear(), month, 15);
  }

  /** The values to try for a fact. */
  List<@Nullable Object> of(Fact fact) {
    List<@Nullable Object> values = new ArrayList<>();
    switch (fact.kind()) {
      case NUMBER -> numbers.stream().filter(n -> counts(fact, n)).forEach(values::add);
      case DATE -> values.addAll(days);
      case BOOLEAN -> values.addAll(List.of(true, false));
      case TEXT -> {
        values.addAll(texts);
        values.add(Samples.OTHER_TEXT);
      }
      default -> lists(values);
    }
    if (fact.optional()) {
      values.add(null);
    }
    return values;
  }

  private static boolean counts(Fact fact, Object value) {
    BigDecimal number = (BigDecimal) value;
    return number.signum() >= 0
        && (fact.largest() == null || number.stripTrailingZeros().scale() <= 0);
  }

  /** None, each, and each two. */
  private void lists(List<@Nullable Object> values) {
    values.add(List.of());
    for (Object first : texts) {
      values.add(List.of(first));
      for (Object second : texts) {
        if (!first.equals(second)) {
          values.add(List.of(first, second));
        }
      }
    }
  }
}
