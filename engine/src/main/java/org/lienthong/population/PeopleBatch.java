package org.lienthong.population;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Batch;
import tools.jackson.databind.json.JsonMapper;

/**
 * Some people as columns of facts, in their order.
 *
 * <p>Whoever is given one may keep it: nobody else writes to it.
 */
public final class PeopleBatch {

  private final List<String> refs;
  private final FactColumns columns;
  private final FactKind[] kinds;
  private final long[][] values;
  private final String[][] words;

  /**
   * A batch.
   *
   * @param values per column and person; {@link Long#MIN_VALUE} is unknown
   * @param words per column of texts or lists what its numbers mean; null for other columns
   */
  PeopleBatch(
      List<String> refs, FactColumns columns, long[][] values, String @Nullable [][] words) {
    this.refs = refs;
    this.columns = columns;
    this.kinds = columns.kinds().values().toArray(FactKind[]::new);
    this.values = values;
    this.words = words == null ? new String[values.length][] : words;
  }

  /** How many people. */
  public int size() {
    return refs.size();
  }

  /** Whom the rows are about: references without a meaning, each once in a population. */
  public List<String> refs() {
    return refs;
  }

  /** The facts, in the order of the columns. */
  public FactColumns columns() {
    return columns;
  }

  /** The column of a fact as it is kept ({@link FactKind}); not to be written to. */
  public long[] values(int column) {
    return values[column];
  }

  /** What the numbers of a column of texts or lists mean; empty for other kinds. */
  public String[] words(int column) {
    return words[column] == null ? new String[0] : words[column];
  }

  /** One fact of one person as it is written in a file; none if it is unknown. */
  public Optional<String> text(int column, int row) {
    long value = values[column][row];
    if (value == Draw.UNKNOWN) {
      return Optional.empty();
    }
    FactKind kind = kinds[column];
    return Optional.of(kind.isWords() ? words[column][(int) value] : Cells.plain(kind, value));
  }

  /** What is known of one person: dates, whole numbers, decimals, yes or no, texts, lists. */
  public Map<String, Object> facts(int row) {
    Map<String, Object> facts = new LinkedHashMap<>();
    int column = 0;
    for (Map.Entry<String, FactKind> entry : columns.kinds().entrySet()) {
      long value = values[column][row];
      if (value != Draw.UNKNOWN) {
        facts.put(entry.getKey(), plain(entry.getValue(), value, column));
      }
      column++;
    }
    return facts;
  }

  private Object plain(FactKind kind, long value, int column) {
    return switch (kind) {
      case BOOLEAN -> value == 1;
      case INTEGER -> value;
      case NUMBER -> BigDecimal.valueOf(value, 1);
      case DATE -> LocalDate.ofEpochDay(value);
      case TEXT -> words[column][(int) value];
      case LIST -> JsonMapper.shared().readValue(words[column][(int) value], List.class);
    };
  }

  /**
   * Adds these people to a batch for compiled tables.
   *
   * @param wanted the facts that are copied; others are left out
   */
  public void copyTo(Batch batch, Set<String> wanted) {
    int first = batch.size();
    for (int row = 0; row < size(); row++) {
      batch.add();
    }
    int column = 0;
    for (Map.Entry<String, FactKind> entry : columns.kinds().entrySet()) {
      if (wanted.contains(entry.getKey())) {
        copy(batch, entry.getKey(), entry.getValue(), column, first);
      }
      column++;
    }
  }

  private void copy(Batch batch, String fact, FactKind kind, int column, int first) {
    batch.column(fact, kind.compiled());
    if (kind.isWords()) {
      Object[] told = new Object[words(column).length];
      Arrays.setAll(told, word -> plain(kind, word, column));
      batch.setAll(fact, first, values[column], told);
    } else {
      batch.setAll(fact, first, values[column], kind == FactKind.NUMBER ? 1 : 0);
    }
  }

  /** One date; only of a column of dates. */
  public @Nullable LocalDate date(int column, int row) {
    long value = values[column][row];
    return value == Draw.UNKNOWN ? null : LocalDate.ofEpochDay(value);
  }

  /** The first people of this batch. */
  PeopleBatch first(int people) {
    return new PeopleBatch(List.copyOf(refs.subList(0, people)), columns, values, words);
  }
}
