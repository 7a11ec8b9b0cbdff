package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.lienthong.catalogue.Jurisdiction;
import org.lienthong.columns.Batch;

/**
 * The people of a batch as they stand on a day, about whom decision after decision is asked.
 *
 * <p>For any number of threads, as long as nobody changes the facts that the decisions asked read.
 */
public final class Crowd {

  private final Rules rules;
  private final Batch batch;
  private final LocalDate day;

  /** Where everybody lives, by the country whose law is asked; read once for all decisions. */
  private final Map<String, BatchPlaces> places = new ConcurrentHashMap<>();

  /** By the fact that the engine derives of them. */
  private final Map<String, BitSet> byEngine = new ConcurrentHashMap<>();

  Crowd(Rules rules, Batch batch, LocalDate day) {
    this.rules = rules;
    this.batch = batch;
    this.day = day;
  }

  Batch batch() {
    return batch;
  }

  LocalDate day() {
    return day;
  }

  /**
   * Decides for everybody as {@link Rules#evaluateOn} does for one: the same status, amount and
   * rows.
   *
   * @param answers filled; at least as large as the batch
   * @throws NoSuchElementException if there is no such decision
   */
  public void evaluate(String decision, BatchAnswers answers) {
    new BatchRules(rules, decision, this, answers).decide();
  }

  /**
   * The people of whom columns cannot tell: only the year of a birth is known, or a working day is
   * to be counted.
   */
  BitSet byEngine(Variants variants) {
    BitSet all = new BitSet();
    variants
        .derivedByEngine()
        .forEach((fact, from) -> all.or(byEngine.computeIfAbsent(fact, f -> derived(fact, from))));
    return all;
  }

  private BitSet derived(String fact, String from) {
    BitSet found = batch.known(from);
    if (!found.isEmpty()) {
      found.andNot(batch.known(fact));
    }
    return found;
  }

  BatchPlaces places(Variants variants) {
    Jurisdiction country = variants.country();
    if (!variants.placeMatters()) {
      return BatchPlaces.country(rules.parameters(), country);
    }
    return places.computeIfAbsent(
        country == null ? "" : country.code(),
        code -> BatchPlaces.of(rules.parameters(), rules.jurisdictions(), country, batch));
  }
}
