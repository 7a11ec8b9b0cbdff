package org.lienthong.population;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns the rows below the header into columns; bad ones are told and left out. */
final class RowReader extends CsvCallbackHandler<Boolean> {

  private static final int HEADER = 1;

  private final FactColumns columns;
  private final String[] names;
  private final FactKind[] kinds;
  private final int capacity;
  private final ListCheck lists;
  private final Consumer<BadCell> bad;
  private final CellParser parser = new CellParser();
  private final Refs seen = new Refs();

  private long[][] values = new long[0][];
  private WordTable[] words = new WordTable[0];
  private List<String> refs = new ArrayList<>();

  private long line;
  private int field;
  private RecordType type = RecordType.DATA;
  private long read;
  private long left;
  private boolean good;
  private String ref = "";

  /** Reads rows that stand below the header of a file. */
  RowReader(FactColumns columns, int capacity, ListCheck lists, Consumer<BadCell> bad) {
    this.columns = columns;
    this.names = columns.names().toArray(String[]::new);
    this.kinds = columns.kinds().values().toArray(FactKind[]::new);
    this.capacity = capacity;
    this.lists = lists;
    this.bad = bad;
    clear();
  }

  /** The line on which the last row began. */
  long line() {
    return line;
  }

  /** What has become of the rows so far. */
  PeopleFile.Count count() {
    return new PeopleFile.Count(read, left);
  }

  boolean isFull() {
    return refs.size() == capacity;
  }

  boolean isEmpty() {
    return refs.isEmpty();
  }

  /** What has been read since the last time. */
  PeopleBatch take() {
    String[][] texts = new String[kinds.length][];
    for (int c = 0; c < kinds.length; c++) {
      texts[c] = kinds[c].isWords() ? words[c].all() : null;
    }
    PeopleBatch batch = new PeopleBatch(List.copyOf(refs), columns, values, texts);
    clear();
    return batch;
  }

  private void clear() {
    values = new long[kinds.length][capacity];
    words = new WordTable[kinds.length];
    Arrays.setAll(words, c -> new WordTable());
    refs = new ArrayList<>(capacity);
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    line = startingLineNumber + HEADER;
    type = RecordType.DATA;
    field = 0;
    good = true;
  }

  @Override
  protected void addField(char[] text, int offset, int length, boolean quoted) {
    int column = field++ - 1;
    if (column < 0) {
      person(text, offset, length);
    } else if (column < kinds.length) {
      values[column][refs.size()] =
          length == 0 ? Draw.UNKNOWN : value(column, text, offset, length);
    }
  }

  private void person(char[] text, int offset, int length) {
    if (!Refs.valid(text, offset, length)) {
      bad(CsvText.PERSON_REF, length == 0 ? "missing" : "not-a-reference");
    } else if (seen.add(text, offset, length)) {
      ref = new String(text, offset, length);
    } else {
      bad(CsvText.PERSON_REF, "seen-before");
    }
  }

  private long value(int column, char[] text, int offset, int length) {
    long value = parser.parse(kinds[column], text, offset, length);
    if (value == CellParser.BAD) {
      bad(names[column], parser.problem());
    } else if (kinds[column].isWords()) {
      return word(column, text, offset, length);
    }
    return value;
  }

  private long word(int column, char[] text, int offset, int length) {
    int known = words[column].find(text, offset, length);
    if (known >= 0) {
      return known;
    }
    String word = new String(text, offset, length);
    return kinds[column] == FactKind.LIST && !isList(names[column], word)
        ? Draw.UNKNOWN
        : words[column].add(word);
  }

  private boolean isList(String name, String word) {
    Map<String, String> problems;
    try {
      problems = lists.problems(name, JsonMapper.shared().readValue(word, List.class));
    } catch (JacksonException e) {
      problems = Map.of(name, "not-a-json-list");
    }
    new TreeMap<>(problems).forEach(this::bad);
    return problems.isEmpty();
  }

  /** The reading ends here, because of what cannot be taken apart into cells. */
  void breakOff() {
    left++;
    bad("", "quote-not-closed");
  }

  private void bad(String name, String code) {
    good = false;
    bad.accept(new BadCell(line, name, code));
  }

  /** Whether the row was good. */
  @Override
  protected Boolean buildRecord() {
    if (type == RecordType.EMPTY) {
      return true;
    }
    if (field != kinds.length + 1) {
      bad("", field < kinds.length + 1 ? "too-few-cells" : "too-many-cells");
    }
    if (good) {
      refs.add(ref);
      read++;
    } else {
      left++;
    }
    return good;
  }

  @Override
  protected RecordType getRecordType() {
    return type;
  }

  @Override
  protected int getFieldCount() {
    return field;
  }

  @Override
  protected void setComment(char[] text, int offset, int length) {
    throw new UnsupportedOperationException("there are no comments");
  }

  @Override
  protected void setEmpty() {
    type = RecordType.EMPTY;
  }
}
