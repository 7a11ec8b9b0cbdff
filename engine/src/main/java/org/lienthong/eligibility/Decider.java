package org.lienthong.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.jspecify.annotations.Nullable;
import org.lienthong.deadline.StatutoryClock;
import org.lienthong.eligibility.TableEngine.MatchedRow;
import org.lienthong.eligibility.TableEngine.TableFailure;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;

/** Puts a case before a table, and answers in its place where the table cannot. */
final class Decider {

  static final String STATUS = "status";
  static final String AMOUNT = "amount";
  static final String PERIODICITY = "periodicity";
  private static final String REASON = "reasonCode";
  private static final String LEGAL_BASIS = "legalBasis";

  /** Over several rows the most careful status wins, but one entitlement is enough. */
  static final List<Status> RANK =
      List.of(Status.NEEDS_HUMAN, Status.NEEDS_DATA, Status.ELIGIBLE, Status.NOT_ELIGIBLE);

  private final TableEngine engine;
  private final FactReader reader;
  private final OpenFacts openFacts;
  private final StatutoryClock calendar;

  Decider(TableEngine engine, Feel feel, StatutoryClock calendar) {
    this.engine = engine;
    this.reader = new FactReader(feel);
    this.openFacts = new OpenFacts(feel);
    this.calendar = calendar;
  }

  /**
   * Gathers what the table reads.
   *
   * @param given the key date that the caller names; null takes the table's fact
   * @param asked the day asked about: the key date of tables that name none, or that can do without
   *     the fact and do not get it
   * @param parameters the amounts in force on a day
   * @throws FactProblems if a fact cannot be read
   */
  Case gather(
      Table table,
      Map<String, ?> facts,
      @Nullable LocalDate given,
      LocalDate asked,
      Function<LocalDate, Map<String, Object>> parameters) {
    Map<String, Object> known = new LinkedHashMap<>(reader.read(table, facts));
    Map<String, Object> derived = new HashMap<>();
    if (given == null && table.keyDateOptional() && !known.containsKey(table.keyDate())) {
      derived.put(String.valueOf(table.keyDate()), asked);
      known.putAll(derived);
    }
    LocalDate keyDate = keyDate(table, known, given, asked);
    Map<String, LocalDate> bases = FactReader.bases(table, facts);
    derived.putAll(DerivedFacts.workingDays(table, known, bases, calendar));
    if (keyDate != null) {
      derived.putAll(DerivedFacts.derive(table, known, bases, keyDate));
    }
    known.putAll(derived);
    Map<String, Object> amounts =
        new HashMap<>(keyDate == null ? Map.of() : parameters.apply(keyDate));
    amounts.keySet().retainAll(table.reads());
    table.inputs().forEach(i -> amounts.remove(i.name()));
    return new Case(known, derived.keySet(), bases.keySet(), keyDate, amounts);
  }

  /** The day whose law applies; where the caller names it, it also is the table's fact. */
  private static @Nullable LocalDate keyDate(
      Table table, Map<String, Object> known, @Nullable LocalDate given, LocalDate asked) {
    String fact = table.keyDate();
    if (fact == null) {
      return given == null ? asked : given;
    }
    if (given == null) {
      return known.get(fact) instanceof LocalDate day ? day : null;
    }
    if (known.containsKey(fact) && !given.equals(known.get(fact))) {
      throw new FactProblems(Map.of(fact, "not-the-key-date"));
    }
    known.put(fact, given);
    return given;
  }

  /** What keeps a table from reading a fact: the place and its code. */
  Optional<Map.Entry<String, String>> problem(Table.Input input, Object value) {
    return reader.problem(input, value);
  }

  /** Answers: by the table if what is known suffices for it. */
  Answer decide(Table table, Case asked) {
    Map<String, Object> variables = new HashMap<>(asked.parameters());
    variables.putAll(asked.facts());
    try {
      Set<String> open = open(table, variables);
      return open.isEmpty()
          ? answer(table, engine.evaluate(table, variables))
          : answerInItsPlace(table, asked, open);
    } catch (TableFailure e) {
      return Answer.needsHuman(e.reason());
    } catch (FeelSyntaxException e) {
      return Answer.needsHuman(Reasons.RULES_FAILED); // such as a division of days by nothing
    }
  }

  /** The unknown names, of facts and amounts, without which the table cannot answer. */
  Set<String> open(Table table, Map<String, Object> variables) {
    Set<String> unknown = unknown(table, variables);
    return unknown.isEmpty() ? Set.of() : openFacts.of(table, variables, unknown);
  }

  private static Set<String> unknown(Table table, Map<String, Object> variables) {
    Set<String> unknown = new HashSet<>(table.reads());
    for (Table.Input input : table.inputs()) {
      if (input.optional()) {
        unknown.remove(input.name());
      }
    }
    unknown.removeAll(variables.keySet());
    return unknown;
  }

  private static Answer answerInItsPlace(Table table, Case asked, Set<String> open) {
    Set<String> missing = askable(table, asked, open);
    return missing.isEmpty()
        ? Answer.needsHuman(Reasons.AMOUNT_NOT_IN_FORCE)
        : Answer.needsData(missing);
  }

  /** Facts are asked for by the name under which they can be told. */
  static Set<String> askable(Table table, Case asked, Set<String> open) {
    Set<String> missing = new TreeSet<>();
    for (String name : open) {
      boolean amount = table.input(name).isEmpty();
      String base = DerivedFacts.baseOf(name).orElse(null);
      if (!amount && (base == null || !asked.bases().contains(base))) {
        missing.add(base == null ? name : base);
      }
      boolean age = DerivedFacts.age(name).isPresent();
      if ((amount || age) && asked.keyDate() == null && table.keyDate() != null) {
        missing.add(table.keyDate()); // amounts and ages wait for their day
      }
    }
    return missing;
  }

  static Answer answer(Table table, List<MatchedRow> rows) throws TableFailure {
    if (rows.isEmpty()) {
      return Answer.needsHuman(Reasons.NO_RULE_MATCHED);
    }
    Map<String, Object> outputs =
        table.hitPolicy() == HitPolicy.COLLECT ? sum(rows) : outputs(rows);
    Object reason = outputs.getOrDefault(REASON, rows.get(0).id());
    return new Answer(
        status(rows),
        amount(outputs.get(AMOUNT)),
        text(outputs.get(PERIODICITY)),
        rows.stream().map(MatchedRow::id).toList(),
        outputs,
        table.key() + "." + reason,
        legalBasis(outputs),
        Set.of());
  }

  private static Map<String, Object> outputs(List<MatchedRow> rows) {
    Map<String, Object> first = new LinkedHashMap<>();
    rows.forEach(r -> r.outputs().forEach(first::putIfAbsent));
    return first;
  }

  /** Numbers are added up over the rows; of everything else the first row's stands. */
  private static Map<String, Object> sum(List<MatchedRow> rows) {
    Map<String, Object> sums = new LinkedHashMap<>();
    for (MatchedRow row : rows) {
      row.outputs().forEach((name, value) -> sums.merge(name, value, Decider::plus));
    }
    return sums;
  }

  static Object plus(Object sum, Object value) {
    if (!(sum instanceof Number) || !(value instanceof Number)) {
      return sum;
    }
    BigDecimal exact = new BigDecimal(sum.toString()).add(new BigDecimal(value.toString()));
    return exact.stripTrailingZeros().scale() <= 0
        ? (Object) exact.longValue()
        : (Object) exact.doubleValue();
  }

  private static Status status(List<MatchedRow> rows) throws TableFailure {
    try {
      return rows.stream()
          .map(r -> Status.valueOf(String.valueOf(r.outputs().get(STATUS))))
          .min(Comparator.comparing(RANK::indexOf))
          .orElseThrow();
    } catch (IllegalArgumentException e) {
      throw new TableFailure(Reasons.RULES_FAILED); // a status that is none of the four
    }
  }

  private static @Nullable Long amount(@Nullable Object value) throws TableFailure {
    if (value == null) {
      return null;
    }
    try {
      return new BigDecimal(value.toString()).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new TableFailure(Reasons.RULES_FAILED); // money has no fraction here
    }
  }

  private static @Nullable String legalBasis(Map<String, Object> outputs) {
    String key = text(outputs.get(LEGAL_BASIS));
    return key == null || key.startsWith(LEGAL_BASIS + ".") ? key : LEGAL_BASIS + "." + key;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
