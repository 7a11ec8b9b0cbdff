package org.lienthong.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Jurisdiction;
import org.lienthong.columns.Verdicts;

/**
 * What a decision says of the people of a batch. Used again and again; for one thread at a time.
 */
public final class BatchAnswers {

  /** The output that says how often an amount is paid. */
  public static final String PERIODICITY = Decider.PERIODICITY;

  private static final Status[] STATUSES = new Status[0];
  private static final @Nullable Object[] NOTHING = {};

  /** Of the table that is asked; nothing of it is kept. */
  final Verdicts verdicts;

  private final @Nullable Status[] statuses;
  private final long[] amounts;
  private final int[] rows;
  private final @Nullable List<String>[] several;

  /** What was wanted besides status and amount, by the name of the output. */
  private final Map<String, @Nullable Object[]> outputs = new HashMap<>();

  private final Set<String> wanted;

  /** By person the number of the place; null where it matters to nobody. */
  private int @Nullable [] placeOf;

  /** By place the decision's table that answers, and the code. */
  private int[] tableOf = new int[0];

  private @Nullable String[] codeOf = new String[0];
  private boolean anySeveral;
  private int[] versions = new int[0];
  private String service = "";
  private @Nullable String currency;

  /** The ids of the rows of every table of the decision, one list after the other. */
  private List<String> rowIds = List.of();

  private int size;
  private int engine;

  /** For batches of at most so many people, about status and amount only. */
  public BatchAnswers(int capacity) {
    this(capacity, Set.of());
  }

  /**
   * For batches of at most so many people.
   *
   * @param wanted the names of outputs that are wanted, too
   */
  public BatchAnswers(int capacity, Set<String> wanted) {
    this(capacity, wanted, new Verdicts(capacity));
  }

  /** For another decision about the same batches, asked by the same thread. */
  public BatchAnswers(BatchAnswers other) {
    this(other.amounts.length, other.wanted, other.verdicts);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private BatchAnswers(int capacity, Set<String> wanted, Verdicts verdicts) {
    this.verdicts = verdicts;
    statuses = Arrays.copyOf(STATUSES, capacity);
    amounts = new long[capacity];
    rows = new int[capacity];
    several = new List[capacity];
    this.wanted = Set.copyOf(wanted);
  }

  void begin(int people, Variants variants, BatchPlaces places, int[] tables) {
    List<Table> all = variants.tables().toList();
    Jurisdiction country = variants.country();
    size = people;
    placeOf = places.numbers();
    tableOf = tables;
    codeOf = places.codes();
    rowIds = ids(all);
    versions = all.stream().mapToInt(Table::version).toArray();
    service = variants.service();
    currency = country == null ? null : country.currency();
    engine = 0;
    Arrays.fill(statuses, 0, people, null);
    if (anySeveral) {
      Arrays.fill(several, null);
      anySeveral = false;
    }
    outputs.values().forEach(values -> Arrays.fill(values, 0, people, null));
  }

  /** The outputs that are wanted. */
  Set<String> wanted() {
    return wanted;
  }

  /** One more row that answers for a person says a value; a later one counts if told so. */
  void says(String output, int person, Object value, BinaryOperator<Object> with) {
    @Nullable Object[] values =
        outputs.computeIfAbsent(output, name -> Arrays.copyOf(NOTHING, amounts.length));
    Object before = values[person];
    values[person] = before == null ? value : with.apply(before, value);
  }

  /** The number of a person's place. */
  int place(int person) {
    return placeOf == null ? 0 : placeOf[person];
  }

  void set(int person, @Nullable Status status, long amount, int row) {
    statuses[person] = status;
    amounts[person] = amount;
    rows[person] = row;
  }

  void several(int person, List<String> ids) {
    several[person] = List.copyOf(ids);
    anySeveral = true;
  }

  void byEngine() {
    engine++;
  }

  /** How many people there are. */
  public int size() {
    return size;
  }

  /** The answer; null of somebody whose facts cannot be read. */
  public @Nullable Status status(int person) {
    return statuses[person];
  }

  /** Whether there is an amount. */
  public boolean hasAmount(int person) {
    return amounts[person] != Verdicts.NONE;
  }

  /**
   * The amount in the currency's unit.
   *
   * @throws IllegalStateException if there is none
   */
  public long amount(int person) {
    if (!hasAmount(person)) {
      throw new IllegalStateException("there is no amount");
    }
    return amounts[person];
  }

  /** The place of the first row that answers in {@link #rowIds}; -1 if the engine answers. */
  public int row(int person) {
    return rows[person];
  }

  /** The ids of the rows of every table of the decision. */
  public List<String> rowIds() {
    return rowIds;
  }

  /** The ids of all rows that answer for a person. */
  public List<String> matchedRows(int person) {
    List<String> all = several[person];
    if (all != null) {
      return all;
    }
    return rows[person] < 0 ? List.of() : List.of(rowIds.get(rows[person]));
  }

  /**
   * What the rows that answer say under a name that was wanted, as {@link Assessment#outputs} has
   * it; null where none says anything.
   *
   * @throws IllegalArgumentException if it was not wanted
   */
  public @Nullable Object output(String name, int person) {
    if (!wanted.contains(name)) {
      throw new IllegalArgumentException(name + " was not wanted");
    }
    @Nullable Object[] values = outputs.get(name);
    return values == null ? null : values[person];
  }

  /** The code of the place whose law was applied; null where the content names none. */
  public @Nullable String jurisdiction(int person) {
    return codeOf[place(person)];
  }

  /** The version of the table that answered. */
  public int version(int person) {
    return versions[table(person)];
  }

  /** The folder that owns the decision. */
  public String service() {
    return service;
  }

  /** Of every amount; null where the content names none. */
  public @Nullable String currency() {
    return currency;
  }

  /** The decision's table that answered: 0 for its own, then the local ones by code. */
  int table(int person) {
    return tableOf[place(person)];
  }

  /** How many were left to the engine, one by one; for figures. */
  public int byEngineCount() {
    return engine;
  }

  private static List<String> ids(List<Table> tables) {
    List<String> ids = new ArrayList<>();
    tables.forEach(t -> t.rows().forEach(r -> ids.add(r.id())));
    return List.copyOf(ids);
  }
}
