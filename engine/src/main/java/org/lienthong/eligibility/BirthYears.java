package org.lienthong.eligibility;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FactType;

/**
 * People of whom only the year of birth is known, as of many who are old. A table is asked about
 * the day that is assumed and about the other end of the year. Where it reads ages in years alone
 * and says the same of both, that is the answer: nobody is of any third age. Else a person decides.
 */
final class BirthYears {

  private static final MonthDay FIRST = MonthDay.of(1, 1);
  private static final MonthDay LAST = MonthDay.of(12, 31);

  /** More people than any table reads. */
  private static final int MOST = 4;

  private static final int LAST_YEAR = 9999;

  /** The day of the year that is assumed. */
  enum Assumed {
    FIRST_DAY,
    LAST_DAY
  }

  private final Assumed assumed;

  BirthYears(Assumed assumed) {
    this.assumed = assumed;
  }

  /** The facts of a table that are days of birth, named or needed for an age. */
  static Set<String> births(Table table) {
    Set<String> births = new LinkedHashSet<>();
    for (Table.Input input : table.inputs()) {
      if (input.type() == FactType.DATE && DerivedFacts.yearOf(input.name()).isPresent()) {
        births.add(input.name());
      }
      DerivedFacts.age(input.name()).map(DerivedFacts.Age::base).ifPresent(births::add);
    }
    return births;
  }

  /**
   * The years that must do for the days of birth that a table reads, by the day's fact.
   *
   * @throws FactProblems naming every one that is no year
   */
  private static Map<String, Integer> of(Table table, Map<String, ?> facts) {
    Map<String, Integer> years = new TreeMap<>();
    Map<String, String> problems = new TreeMap<>();
    for (String birth : births(table)) {
      String fact = DerivedFacts.yearOf(birth).orElse(birth);
      Object value = unknown(facts.get(birth)) ? facts.get(fact) : null;
      if (value instanceof Number number
          && number.doubleValue() == number.intValue()
          && number.intValue() >= 1
          && number.intValue() <= LAST_YEAR) {
        years.put(birth, number.intValue());
      } else if (!unknown(value)) {
        problems.put(fact, "not-a-year");
      }
    }
    if (!problems.isEmpty()) {
      throw new FactProblems(problems);
    }
    return years;
  }

  private static boolean unknown(@Nullable Object value) {
    return value == null || "".equals(value);
  }

  /**
   * Decides, by years where days of birth are unknown.
   *
   * @param ruling decides a case whose days of birth are known, or needed by nobody
   */
  Ruling rule(Variants asked, Map<String, ?> facts, Function<Map<String, ?>, Ruling> ruling) {
    Map<String, Integer> years = new TreeMap<>();
    asked.tables().forEach(table -> years.putAll(of(table, facts)));
    return years.isEmpty() ? ruling.apply(facts) : rule(facts, years, ruling);
  }

  private Ruling rule(
      Map<String, ?> facts, Map<String, Integer> years, Function<Map<String, ?>, Ruling> ruling) {
    List<Ruling> rulings = new ArrayList<>();
    for (int ends = 0; ends < 1 << Math.min(MOST, years.size()); ends++) {
      try {
        rulings.add(ruling.apply(assuming(facts, years, ends)));
      } catch (FactProblems e) {
        throw years.keySet().containsAll(e.byFact().keySet()) ? inYears(e) : e;
      }
    }
    Ruling first = rulings.get(0);
    boolean sure =
        years.size() <= MOST
            && agesInYearsOnly(first.table(), years.keySet())
            && rulings.stream().allMatch(r -> r.answer().equals(first.answer()));
    boolean asks = first.answer().status() == Status.NEEDS_DATA;
    return first.by(
        years, sure || asks ? first.answer() : Answer.needsHuman(Reasons.ONLY_YEAR_KNOWN));
  }

  /** The facts with a day in each year: by a set bit the one that is not assumed. */
  private Map<String, Object> assuming(Map<String, ?> facts, Map<String, Integer> years, int ends) {
    Map<String, Object> all = new HashMap<>(facts);
    int bit = 1;
    for (Map.Entry<String, Integer> year : years.entrySet()) {
      boolean last = assumed == Assumed.LAST_DAY ^ (ends & bit) != 0;
      LocalDate day = (last ? LAST : FIRST).atYear(year.getValue());
      all.put(year.getKey(), day);
      bit <<= 1;
    }
    return all;
  }

  /** What is wrong with a day that was assumed is wrong with its year. */
  private static FactProblems inYears(FactProblems problems) {
    Map<String, String> byYear = new TreeMap<>();
    problems
        .byFact()
        .forEach((fact, code) -> byYear.put(DerivedFacts.yearOf(fact).orElse(fact), code));
    return new FactProblems(byYear);
  }

  private static boolean agesInYearsOnly(Table table, Set<String> births) {
    return table.inputs().stream()
        .noneMatch(
            input ->
                births.contains(input.name())
                    || DerivedFacts.age(input.name())
                        .filter(age -> births.contains(age.base()))
                        .filter(age -> age.unit() != ChronoUnit.YEARS)
                        .isPresent());
  }
}
