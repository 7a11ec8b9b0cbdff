package org.lienthong.eligibility;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Jurisdiction;
import org.lienthong.catalogue.Jurisdictions;
import org.lienthong.catalogue.Law;
import org.lienthong.catalogue.LawTable;
import org.lienthong.catalogue.Parameters;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Kind;
import org.lienthong.columns.Words;

/**
 * All rules of one moment, published or with candidates in their place: decides the same case the
 * same way for ever. Remembers nothing. Immutable.
 */
public final class Rules {

  private final Law law;
  private final Decider decider;
  private final BirthYears birthYears;
  private final Function<LawTable, Table> tables;
  private final Clock clock;
  private final Set<String> decisions;
  private final Map<String, Variants> variants = new ConcurrentHashMap<>();
  private volatile @Nullable SecondLayer secondLayer;

  Rules(
      Law law,
      Decider decider,
      BirthYears birthYears,
      Function<LawTable, Table> tables,
      Clock clock) {
    this.law = law;
    this.decider = decider;
    this.birthYears = birthYears;
    this.tables = tables;
    this.clock = clock;
    Set<String> keys = new TreeSet<>();
    law.tables().stream().filter(t -> t.jurisdiction() == null).forEach(t -> keys.add(t.key()));
    this.decisions = Collections.unmodifiableSet(keys);
  }

  /** The keys of all decisions, sorted; local tables answer under the decision they override. */
  public Set<String> decisions() {
    return decisions;
  }

  /** The dated amounts. */
  public Parameters parameters() {
    return law.parameters();
  }

  /** Who makes law where. */
  public Jurisdictions jurisdictions() {
    return law.jurisdictions();
  }

  /** The code of the country whose law a decision is; null where the content names none. */
  public @Nullable String country(String decision) {
    Jurisdiction country = variants(decision).country();
    return country == null ? null : country.code();
  }

  /**
   * Decides a case.
   *
   * @param facts by name, as the dossier types them or as JSON does (a date is its ISO text);
   *     unknown names are ignored, null and the empty text are unknown
   * @param keyDate the day whose law applies, and the fact that the table names so; null takes that
   *     fact, and today where the table names none or can do without
   * @throws NoSuchElementException if there is no such decision
   * @throws FactProblems if a fact that the decision reads has the wrong type
   */
  public Assessment evaluate(String decision, Map<String, ?> facts, @Nullable LocalDate keyDate) {
    return rule(decision, facts, keyDate, LocalDate.now(clock)).assessment(now());
  }

  /**
   * Decides a case as it stands on a day: the day counts where the table names no key date or can
   * do without its fact, and never overrides a fact. For whoever asks about many decisions at once.
   *
   * @throws NoSuchElementException if there is no such decision
   * @throws FactProblems if a fact that the decision reads has the wrong type
   */
  public Assessment evaluateOn(String decision, Map<String, ?> facts, LocalDate day) {
    return rule(decision, facts, null, day).assessment(now());
  }

  /** The tables that say which entitlements stay beside each other. */
  public SecondLayer secondLayer() {
    SecondLayer known = secondLayer;
    if (known == null) {
      known = new SecondLayer(this);
      secondLayer = known;
    }
    return known;
  }

  /**
   * The facts that a decision reads, so that a caller knows what to gather; where one can be
   * derived, what it is derived from is named too, and where law differs from place to place, what
   * says where a person lives.
   *
   * @throws NoSuchElementException if there is no such decision
   */
  public Set<String> inputs(String decision) {
    Variants asked = variants(decision);
    Set<String> names = new LinkedHashSet<>(asked.facts());
    if (asked.placeMatters()) {
      names.addAll(law.jurisdictions().facts().values());
    }
    return names;
  }

  /**
   * The facts by which a decision only asks whether the person has applied, sorted: who looks for
   * people that nobody has asked yet supposes them true, and an offer that is confirmed makes them
   * so.
   *
   * @throws NoSuchElementException if there is no such decision
   */
  public Set<String> requests(String decision) {
    return variants(decision)
        .tables()
        .flatMap(table -> table.inputs().stream())
        .filter(Table.Input::request)
        .map(Table.Input::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The decisions that some folders own, and those that read any of some amounts. */
  public Set<String> touchedBy(Set<String> folders, Set<String> amounts) {
    Set<String> touched = new TreeSet<>(decisions);
    touched.removeIf(
        decision -> {
          Variants asked = variants(decision);
          return !folders.contains(asked.service())
              && asked.tables().allMatch(t -> Collections.disjoint(t.reads(), amounts));
        });
    return touched;
  }

  /**
   * The names of the outputs of a decision.
   *
   * @throws NoSuchElementException if there is no such decision
   */
  public Set<String> outputs(String decision) {
    return new LinkedHashSet<>(variants(decision).own().outputs());
  }

  /**
   * An empty batch with a column for every fact that any of some decisions can read.
   *
   * @param words the numbers of words, which batches of one sweep share
   * @throws NoSuchElementException if there is no such decision
   */
  public Batch batch(Collection<String> decisions, int capacity, Words words) {
    Batch batch = new Batch(capacity, words);
    law.jurisdictions().facts().values().forEach(fact -> batch.column(fact, Kind.TEXT));
    Map<String, Kind> kinds = new TreeMap<>();
    for (String decision : decisions) {
      variants(decision).tables().forEach(table -> ColumnReader.kinds(table, kinds));
    }
    kinds.keySet().removeAll(law.jurisdictions().facts().values());
    kinds.forEach(batch::column);
    return batch;
  }

  /** The people of a batch, about whom decisions are to be asked as they stand on a day. */
  public Crowd about(Batch batch, LocalDate day) {
    return new Crowd(this, batch, day);
  }

  /** How each table is evaluated for many people at once, sorted by decision. */
  public List<TableForm> compilations() {
    return decisions.stream()
        .flatMap(
            decision -> variants(decision).tables().map(table -> TableForm.of(decision, table)))
        .toList();
  }

  /**
   * What a fact may be for a decision; anything where its tables do not read it.
   *
   * @throws NoSuchElementException if there is no such decision
   */
  public FactRange range(String decision, String fact) {
    Variants asked = variants(decision);
    return asked.facts().contains(fact) ? FactRange.of(asked.tables(), fact) : FactRange.anything();
  }

  /**
   * What keeps any decision from reading a fact as it is told: per place in it, such as {@code
   * relatives[0].birthDate}, a code; empty if nothing does.
   */
  public Map<String, String> problems(String fact, Object value) {
    Map<String, String> problems = new TreeMap<>();
    decisions.stream()
        .flatMap(decision -> variants(decision).tables())
        .flatMap(table -> table.input(fact).stream())
        .flatMap(input -> decider.problem(input, value).stream())
        .forEach(problem -> problems.put(problem.getKey(), problem.getValue()));
    return problems;
  }

  Ruling rule(String decision, Map<String, ?> facts, @Nullable LocalDate keyDate, LocalDate day) {
    Variants asked = variants(decision);
    return birthYears.rule(asked, facts, assuming -> rule(decision, asked, assuming, keyDate, day));
  }

  private Ruling rule(
      String decision,
      Variants asked,
      Map<String, ?> facts,
      @Nullable LocalDate keyDate,
      LocalDate day) {
    Place place =
        asked.placeMatters()
            ? Place.of(law.jurisdictions(), asked.country(), facts)
            : Place.country(asked.country());
    Table table = asked.at(place.path());
    InForce inForce = new InForce(law, place.path());
    Case gathered = decider.gather(table, facts, keyDate, day, on -> inForce.values(table, on));
    return new Ruling(
        decision,
        asked,
        table,
        place,
        gathered,
        inForce.setBy(gathered),
        inForce.checked(table.key(), gathered),
        decider.decide(table, gathered));
  }

  /** The ruling on a case of which nothing could be read. */
  Ruling unreadable(String decision) {
    Variants asked = variants(decision);
    InForce nowhere = new InForce(law, List.of());
    return Ruling.unreadable(decision, asked, nowhere.checked(asked.own().key(), Case.NOTHING));
  }

  /** Reads every table now, so that one that cannot be read is known now. */
  Rules compiled() {
    decisions.forEach(this::variants);
    return this;
  }

  Variants variants(String decision) {
    Variants known = variants.get(decision);
    if (known != null) {
      return known;
    }
    if (!decisions.contains(decision)) {
      throw new NoSuchElementException("there is no decision with this key");
    }
    return variants.computeIfAbsent(decision, key -> Variants.of(law, key, tables));
  }

  /** As exact as every database keeps it, so that what is read back is what was said. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
