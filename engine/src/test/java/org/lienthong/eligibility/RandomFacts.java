package org.lienthong.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FactType;

/**
 * Draws facts for a table: values that stand in its cells, those beside them, unknown ones, and now
 * and then one of a wrong type.
 */
final class RandomFacts {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private static final List<Object> ODD =
      List.of(
          "text", "", -1, 1.5, true, 1e300, Double.NaN, "2026-02-30", List.of(1L), 12345.678901);

  private final Random random;
  private final Table table;
  private final List<Object> numbers = new ArrayList<>(List.of(0L, 1L, 2L, 12L, 1_000_000L));
  private final List<LocalDate> days =
      new ArrayList<>(
          List.of(
              LocalDate.of(2024, 2, 29),
              LocalDate.of(2025, 2, 28),
              LocalDate.of(2026, 1, 31),
              LocalDate.of(2025, 12, 31),
              LocalDate.of(1964, 3, 1),
              LocalDate.of(1951, 3, 1),
              LocalDate.of(2019, 3, 1)));
  private final Set<String> texts = new LinkedHashSet<>(List.of("OTHER"));
  private final Map<String, List<String>> allowed = new LinkedHashMap<>();

  RandomFacts(Table table, List<String> written, Random random) {
    this.table = table;
    this.random = random;
    written.forEach(this::read);
    for (Table.Input input : table.inputs()) {
      if (input.allowed() != null) {
        List<String> values = new ArrayList<>();
        Matcher text = TEXT.matcher(input.allowed());
        while (text.find()) {
          values.add(text.group(1));
        }
        allowed.put(input.name(), values);
      }
    }
  }

  private void read(String feel) {
    Matcher day = DAY.matcher(feel);
    while (day.find()) {
      days.add(LocalDate.parse(day.group()));
    }
    Matcher text = TEXT.matcher(feel);
    while (text.find()) {
      texts.add(text.group(1));
    }
    Matcher number = NUMBER.matcher(DAY.matcher(feel).replaceAll(""));
    while (number.find()) {
      BigDecimal value = new BigDecimal(number.group());
      if (value.scale() <= 0) {
        numbers.add(value.longValueExact());
      } else {
        numbers.add(value.doubleValue());
      }
    }
  }

  /** A case, unknown facts left out. */
  Map<String, Object> next() {
    Map<String, Object> facts = new LinkedHashMap<>();
    int unknown = random.nextInt(4) == 0 ? 40 : 7;
    for (Table.Input input : table.inputs()) {
      if (random.nextInt(100) >= unknown) {
        facts.put(input.name(), value(input));
      }
      DerivedFacts.baseOf(input.name())
          .ifPresent(
              base -> {
                if (random.nextInt(4) > 0) {
                  facts.remove(input.name());
                }
                if (random.nextInt(100) >= unknown) {
                  facts.putIfAbsent(base, random.nextInt(200) == 0 ? odd() : birth());
                }
              });
    }
    return facts;
  }

  private Object odd() {
    return ODD.get(random.nextInt(ODD.size()));
  }

  private Object value(Table.Input input) {
    if (random.nextInt(150) == 0) {
      return odd();
    }
    FactType type = input.type();
    if (type == null) {
      return list();
    }
    return switch (type) {
      case NUMBER -> number(input.largest(), input.negative());
      case BOOLEAN -> random.nextBoolean();
      case DATE -> random.nextBoolean() ? day() : day().toString();
      case TEXT -> text(input.name());
      case LIST, CONTEXT -> list();
    };
  }

  private Object number(@Nullable Long largest, boolean negative) {
    Object base = numbers.get(random.nextInt(numbers.size()));
    if (largest == null && random.nextInt(5) == 0) {
      return random.nextInt(400) / (random.nextBoolean() ? 2.0 : 10.0);
    }
    if (random.nextInt(5) == 0) {
      return random.nextInt(100_000_000);
    }
    if (base instanceof Long whole) {
      long near = whole + random.nextInt(3) - 1;
      return negative || near >= 0 ? near : 0L;
    }
    return largest == null ? base : Math.round((Double) base);
  }

  /** Seldom after the key date, which nobody can read. */
  private LocalDate birth() {
    LocalDate day = day();
    return random.nextInt(50) > 0 && day.getYear() > 2000 ? day.minusYears(30) : day;
  }

  LocalDate day() {
    if (random.nextInt(3) == 0) {
      return LocalDate.of(1930, 1, 1).plusDays(random.nextInt(36_000));
    }
    LocalDate base = days.get(random.nextInt(days.size()));
    return switch (random.nextInt(6)) {
      case 0 -> base.minusDays(1);
      case 1 -> base.plusDays(1);
      case 2 -> base.minusYears(random.nextInt(80)).plusDays(random.nextInt(3) - 1);
      case 3 -> base.withDayOfMonth(base.lengthOfMonth());
      default -> base;
    };
  }

  private String text(String fact) {
    List<String> values = allowed.get(fact);
    if (values != null && !values.isEmpty() && random.nextInt(50) > 0) {
      return values.get(random.nextInt(values.size()));
    }
    List<String> all = List.copyOf(texts);
    return all.get(random.nextInt(all.size()));
  }

  /** Codes, numbers or people, as lists hold them. */
  private Object list() {
    List<Object> items = new ArrayList<>();
    List<String> all = List.copyOf(texts);
    int kind = random.nextInt(2);
    for (int i = random.nextInt(3); i > 0; i--) {
      String text = all.get(random.nextInt(all.size()));
      items.add(kind == 0 ? text : relative(text));
    }
    return items;
  }

  private Map<String, Object> relative(String relation) {
    Map<String, Object> relative = new LinkedHashMap<>();
    relative.put("relation", relation);
    relative.put("birthDate", day());
    relative.put("capacityLoss", (long) random.nextInt(100));
    relative.put("monthlyIncome", (long) random.nextInt(5_000_000));
    relative.put("retirementAge", random.nextBoolean());
    relative.put("withoutDirectCarer", random.nextBoolean());
    return relative;
  }
}
