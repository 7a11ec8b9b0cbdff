package org.lienthong.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Explanation.Change;
import org.lienthong.eligibility.Explanation.Outcome;
import org.lienthong.feel.Feel;

/**
 * Finds what would turn a refusal: one fact at a time takes each value that stands for a class of
 * values, or at which something turns that the table computes, and the table is asked again.
 *
 * <p>Only facts whose input data say {@code may change} in their description are tried: nobody is
 * told what they would get if they were disabled. An age grows only.
 */
final class Changes {

  /** Of codes there may be several that would do. */
  private static final int MOST_PER_FACT = 3;

  private final Feel feel;
  private final Samples samples;
  private final Turns turns;

  Changes(Feel feel) {
    this.feel = feel;
    this.samples = new Samples(feel);
    this.turns = new Turns(feel);
  }

  /** Asks the table again. */
  interface Again {
    Answer answer(Case changed);
  }

  List<Change> of(Table table, Case asked, Map<String, LocalDate> births, Again again) {
    List<Change> changes = new ArrayList<>();
    for (Table.Input input : table.inputs()) {
      Object now = asked.facts().get(input.name());
      if (input.changeable() && now != null) {
        changes.addAll(of(table, asked, input, now, births, again));
      }
    }
    return changes;
  }

  private List<Change> of(
      Table table,
      Case asked,
      Table.Input input,
      Object now,
      Map<String, LocalDate> births,
      Again again) {
    Optional<DerivedFacts.Age> age = DerivedFacts.age(input.name());
    List<Change> found = new ArrayList<>();
    for (Object to : candidates(table, asked, input, now)) {
      if (to.equals(now) || to.equals(Samples.ANY_OTHER_TEXT) || !sameType(now, to)) {
        continue;
      }
      if (age.isPresent() && number(to).compareTo(number(now)) < 0) {
        continue; // nobody grows younger
      }
      Answer answer = again.answer(with(asked, input.name(), to));
      if (answer.status() == Status.ELIGIBLE) {
        LocalDate on =
            age.map(a -> births.get(a.base())).map(b -> day(b, age.get(), to)).orElse(null);
        found.add(
            new Change(
                input.name(),
                now,
                to,
                on,
                new Outcome(
                    answer.status(), answer.amount(), answer.periodicity(), answer.matchedRows())));
      }
    }
    return nearest(found, now);
  }

  private static LocalDate day(LocalDate birth, DerivedFacts.Age age, Object to) {
    LocalDate day = birth.plus(number(to).longValueExact(), age.unit());
    // someone born on the 29th of February completes a year on the 1st of March
    return age.unit().between(birth, day) < number(to).longValueExact() ? day.plusDays(1) : day;
  }

  private Set<Object> candidates(Table table, Case asked, Table.Input input, Object now) {
    Set<Object> candidates = new LinkedHashSet<>();
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).expression().equals(input.name())) {
        Map<String, Object> variables = new LinkedHashMap<>(asked.parameters());
        variables.putAll(asked.facts());
        samples.of(table, i, plain(table, i, variables), variables).ifPresent(candidates::addAll);
      }
    }
    candidates.addAll(turns.of(table, asked, input, now));
    return candidates;
  }

  /** The rows whose limits in a column are known. */
  private List<Table.Row> plain(Table table, int column, Map<String, Object> variables) {
    return table.rows().stream()
        .filter(
            row ->
                row.cells().get(column).passesAll()
                    || feel.limits(row.cells().get(column).test(), variables).isPresent())
        .toList();
  }

  private static Case with(Case asked, String fact, Object value) {
    Map<String, Object> facts = new LinkedHashMap<>(asked.facts());
    facts.put(fact, value);
    return new Case(facts, asked.derived(), asked.bases(), asked.keyDate(), asked.parameters());
  }

  /** Of numbers and days the nearest on each side; of codes the first few. */
  private static List<Change> nearest(List<Change> found, Object now) {
    if (!(now instanceof Number) && !(now instanceof LocalDate)) {
      return found.stream().limit(MOST_PER_FACT).toList();
    }
    return found.stream()
        .min(Comparator.comparing(change -> distance(now, change.to())))
        .map(List::of)
        .orElse(List.of());
  }

  private static BigDecimal distance(Object from, Object to) {
    return from instanceof LocalDate day
        ? BigDecimal.valueOf(Math.abs(ChronoUnit.DAYS.between(day, (LocalDate) to)))
        : number(from).subtract(number(to)).abs();
  }

  private static boolean sameType(Object now, @Nullable Object to) {
    return now instanceof Number
        ? to instanceof Number
        : Objects.requireNonNull(to).getClass() == now.getClass();
  }

  private static BigDecimal number(Object value) {
    return new BigDecimal(value.toString());
  }
}
