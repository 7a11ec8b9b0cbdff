package org.lienthong.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Verdicts;

/**
 * What a decision says of the people of a batch. Used again and again; for one thread at a time.
 */
public final class BatchAnswers {

  private static final Status[] STATUSES = new Status[0];

  final Verdicts verdicts;
  private final @Nullable Status[] statuses;
  private final long[] amounts;
  private final int[] rows;
  private final int[] tables;
  private final @Nullable List<String>[] several;

  /** The ids of the rows of every table of the decision, one list after the other. */
  private List<String> rowIds = List.of();

  private int size;
  private int engine;

  /** For batches of at most so many people. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public BatchAnswers(int capacity) {
    verdicts = new Verdicts(capacity);
    statuses = Arrays.copyOf(STATUSES, capacity);
    amounts = new long[capacity];
    rows = new int[capacity];
    tables = new int[capacity];
    several = new List[capacity];
  }

  void begin(int people, List<String> ids) {
    size = people;
    rowIds = ids;
    engine = 0;
    Arrays.fill(statuses, 0, people, null);
    Arrays.fill(several, 0, people, null);
  }

  void set(int person, @Nullable Status status, long amount, int row, int table) {
    statuses[person] = status;
    amounts[person] = amount;
    rows[person] = row;
    tables[person] = table;
  }

  void several(int person, List<String> ids) {
    several[person] = List.copyOf(ids);
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

  /** The decision's table that answered: 0 for its own, then the local ones by code. */
  int table(int person) {
    return tables[person];
  }

  /** How many were left to the engine, one by one; for figures. */
  public int byEngineCount() {
    return engine;
  }

  static List<String> ids(List<Table> tables) {
    List<String> ids = new ArrayList<>();
    tables.forEach(t -> t.rows().forEach(r -> ids.add(r.id())));
    return List.copyOf(ids);
  }
}
