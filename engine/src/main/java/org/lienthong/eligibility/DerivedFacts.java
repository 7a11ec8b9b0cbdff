package org.lienthong.eligibility;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that nobody declares because they follow from others. The whole list:
 *
 * <table>
 * <caption>A table that names one of these gets it without being told</caption>
 * <tr><td>{@code ageYears}</td><td>full years from {@code birthDate} to the key date</td></tr>
 * <tr><td>{@code ageMonths}</td><td>full months from {@code birthDate} to the key date</td></tr>
 * <tr><td>{@code <person>AgeYears}, {@code <person>AgeMonths}</td>
 *     <td>the same from {@code <person>BirthDate}</td></tr>
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

  private DerivedFacts() {}

  /** The fact from which this one can be derived. */
  static Optional<String> baseOf(String fact) {
    return age(fact).map(Age::base);
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
