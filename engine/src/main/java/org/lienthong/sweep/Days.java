package org.lienthong.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The days on which people are asked about anew, as the content says.
 *
 * @param fact the date that birthdays count from
 * @param ages the birthdays that matter, in years
 * @param endOfMonth whether everybody is asked about on the last day of a month
 */
record Days(String fact, List<Integer> ages, boolean endOfMonth) {

  private static final int LEAP_DAY_MAY_MOVE_BY = 1;

  Days {
    ages = List.copyOf(ages);
  }

  /**
   * Reads {@code sweeps.yaml}; without the file no day matters.
   *
   * @throws IllegalArgumentException if the file says something else
   */
  static Days read(Path file) {
    if (!Files.exists(file)) {
      return new Days("", List.of(), false);
    }
    try (InputStream yaml = Files.newInputStream(file)) {
      Object tree = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
      if (tree instanceof Map<?, ?> said && said.get("birthdays") instanceof Map<?, ?> birthdays) {
        return new Days(
            String.valueOf(birthdays.get("fact")),
            ages(birthdays.get("ages")),
            Boolean.TRUE.equals(said.get("endOfMonth")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException(
        file.getFileName() + " must say birthdays: {fact: …, ages: […]} and endOfMonth.");
  }

  private static List<Integer> ages(@Nullable Object said) {
    if (said instanceof List<?> list && list.stream().allMatch(Integer.class::isInstance)) {
      return list.stream().map(Integer.class::cast).toList();
    }
    throw new IllegalArgumentException("The ages must be whole numbers of years.");
  }

  /**
   * The days of birth of those who reach one of the ages on a day. Who was born on 29 February
   * reaches it on 1 March in other years, as the rules count ages.
   */
  Set<LocalDate> births(LocalDate day) {
    Set<LocalDate> births = new TreeSet<>();
    for (int age : ages) {
      for (int i = -LEAP_DAY_MAY_MOVE_BY; i <= LEAP_DAY_MAY_MOVE_BY; i++) {
        LocalDate birth = day.minusYears(age).plusDays(i);
        if (age(birth, day) == age && age(birth, day.minusDays(1)) < age) {
          births.add(birth);
        }
      }
    }
    return births;
  }

  private static int age(LocalDate birth, LocalDate on) {
    return Period.between(birth, on).getYears();
  }

  boolean endsMonth(LocalDate day) {
    return endOfMonth && day.plusDays(1).getDayOfMonth() == 1;
  }
}
