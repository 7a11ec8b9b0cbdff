package org.lienthong.ui.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FactType;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.ui.page.Invalid;
import org.lienthong.ui.page.Problem;
import org.springframework.stereotype.Component;

/** Reads the case that a program asks about, and names what cannot be read. Thread-safe. */
@Component
class CaseReader {

  static final String KEY_DATE = "keyDate";
  static final String FACTS = "facts";

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final int PLACES_SAID = 20;

  private final Catalogue catalogue;

  CaseReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The day that was sent; null where none was. */
  @Nullable LocalDate keyDate(Body body) {
    if (!body.has(KEY_DATE)) {
      return null;
    }
    String text = body.text(KEY_DATE);
    if (!isDay(text)) {
      throw new Invalid("/" + KEY_DATE, "not-a-date");
    }
    return LocalDate.parse(text);
  }

  /**
   * The facts that were sent. Where a person lives may be said of every case: law may differ there
   * tomorrow.
   *
   * @param inputs the facts that can be read
   * @throws Invalid naming those that nobody reads, and days out of all law
   */
  Map<String, Object> facts(Body body, Set<String> inputs) {
    Map<String, Object> facts = body.context(FACTS);
    Set<String> readable = new HashSet<>(inputs);
    readable.addAll(catalogue.jurisdictions().facts().values());
    List<Problem.Place> places =
        facts.entrySet().stream()
            .filter(fact -> !readable.contains(fact.getKey()) || outOfTime(fact))
            .limit(PLACES_SAID)
            .map(
                fact ->
                    new Problem.Place(
                        pointer(fact.getKey()),
                        readable.contains(fact.getKey()) ? "not-a-date" : Body.UNKNOWN))
            .toList();
    if (!places.isEmpty()) {
      throw new Invalid(places);
    }
    return facts;
  }

  /** What a decision could not read, by the places in what was sent. */
  static Invalid invalid(FactProblems problems) {
    return new Invalid(
        new TreeMap<>(problems.byFact())
            .entrySet().stream()
                .map(each -> new Problem.Place(pointer(each.getKey()), each.getValue()))
                .toList());
  }

  /** A day of the year 0000 is one for the calendar and none for the law. */
  private boolean outOfTime(Map.Entry<String, Object> fact) {
    return fact.getValue() instanceof String text
        && !text.isEmpty()
        && catalogue.factType(fact.getKey()).filter(FactType.DATE::equals).isPresent()
        && !isDay(text);
  }

  private static boolean isDay(String text) {
    try {
      int year = text.length() == 10 ? LocalDate.parse(text).getYear() : 0;
      return year >= FIRST_YEAR && year <= LAST_YEAR;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String pointer(String fact) {
    return Pointers.field("/" + FACTS, fact);
  }
}
