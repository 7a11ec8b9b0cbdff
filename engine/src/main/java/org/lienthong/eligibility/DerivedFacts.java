package org.lienthong.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lienthong.deadline.StatutoryClock;

/**
 * The facts that nobody declares because they follow from others. The whole list:
 *
 * <table>
 * <caption>A table that names one of these gets it without being told</caption>
 * <tr><td>{@code ageYears}</td><td>full years from {@code birthDate} to the key date</td></tr>
 * <tr><td>{@code ageMonths}</td><td>full months from {@code birthDate} to the key date</td></tr>
 * <tr><td>{@code <person>AgeYears}, {@code <person>AgeMonths}</td>
 *     <td>the same from {@code <person>BirthDate}</td></tr>
 * <tr><td>{@code birthDate}, {@code <person>BirthDate}</td>
 *     <td>an end of the year {@code birthYear}, {@code <person>BirthYear}, see {@link BirthYears}
 *     </td></tr>
 * <tr><td>{@code workingDay11AfterFullDossier}</td><td>the 11th working day of the offices'
 *     calendar after {@code fullDossierDate}; so for other numbers and days</td></tr>
 * </table>
 *
 * <p>Ages are exact by the calendar: a year is full on the birthday; someone born on 29 February
 * completes a year on 1 March where that year has no such day. A fact that the caller gives is
 * never replaced. Before the birth there is no age: that is a {@link FactProblems}.
 */
final class DerivedFacts {

  private record Kind(String suffix, ChronoUnit unit) {}

  /**
   * An age.
   *
   * @param base the fact that holds the birth date
   */
  record Age(String base, ChronoUnit unit) {}

  private static final List<Kind> AGES =
      List.of(new Kind("AgeYears", ChronoUnit.YEARS), new Kind("AgeMonths", ChronoUnit.MONTHS));

  private static final Pattern WORKING_DAY = Pattern.compile("workingDay(\\d{1,3})After(\\w+)");

  /**
   * A day of an office.
   *
   * @param base the fact that holds the day after which is counted
   */
  record WorkingDay(String base, int days) {}

  private DerivedFacts() {}

  /** The fact from which this one can be derived. */
  static Optional<String> baseOf(String fact) {
    return age(fact).map(Age::base).or(() -> workingDay(fact).map(WorkingDay::base));
  }

  /** Which working day after what a fact is, if it is one. */
  static Optional<WorkingDay> workingDay(String fact) {
    Matcher day = WORKING_DAY.matcher(fact);
    return day.matches()
        ? Optional.of(
            new WorkingDay(
                Character.toLowerCase(day.group(2).charAt(0)) + day.group(2).substring(1) + "Date",
                Integer.parseInt(day.group(1))))
        : Optional.empty();
  }

  /** The working days that can be told of a table, beyond what is known. */
  static Map<String, Object> workingDays(
      Table table, Map<String, Object> known, Map<String, LocalDate> bases, StatutoryClock clock) {
    Map<String, Object> derived = new HashMap<>();
    for (Table.Input input : table.inputs()) {
      WorkingDay asked = workingDay(input.name()).orElse(null);
      LocalDate after = asked == null ? null : bases.get(asked.base());
      if (asked != null && after != null && !known.containsKey(input.name())) {
        Instant start = after.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = clock.due(start, asked.days(), true, ZoneOffset.UTC);
        derived.put(input.name(), LocalDate.ofInstant(end, ZoneOffset.UTC));
      }
    }
    return derived;
  }

  /** The fact that says only the year of a day of birth. */
  static Optional<String> yearOf(String fact) {
    return capitalised(fact).endsWith("BirthDate")
        ? Optional.of(fact.replaceFirst("Date$", "Year"))
        : Optional.empty();
  }

  /** What a fact is the age of, if it is one. */
  static Optional<Age> age(String fact) {
    return AGES.stream()
        .filter(a -> capitalised(fact).endsWith(a.suffix()))
        .map(a -> new Age(base(fact, a.suffix()), a.unit()))
        .findFirst();
  }

  /** What can be derived for a table, beyond what is known. */
  static Map<String, Object> derive(
      Table table, Map<String, Object> known, Map<String, LocalDate> bases, LocalDate keyDate) {
    Map<String, Object> derived = new HashMap<>();
    for (Table.Input input : table.inputs()) {
      if (known.containsKey(input.name())) {
        continue;
      }
      for (Kind age : AGES) {
        if (capitalised(input.name()).endsWith(age.suffix())) {
          LocalDate birth = bases.get(base(input.name(), age.suffix()));
          if (birth != null && birth.isAfter(keyDate)) {
            throw new FactProblems(Map.of(base(input.name(), age.suffix()), "after-the-key-date"));
          }
          if (birth != null) {
            derived.put(input.name(), age.unit().between(birth, keyDate));
          }
        }
      }
    }
    return derived;
  }

  private static String base(String fact, String suffix) {
    String person = fact.substring(0, fact.length() - suffix.length());
    return person.isEmpty() ? "birthDate" : person + "BirthDate";
  }

  private static String capitalised(String fact) {
    return fact.isEmpty() ? fact : Character.toUpperCase(fact.charAt(0)) + fact.substring(1);
  }
}
