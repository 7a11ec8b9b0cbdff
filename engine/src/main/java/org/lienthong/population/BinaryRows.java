package org.lienthong.population;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows as PostgreSQL's COPY writes them in its binary format, turned into columns: a number for
 * every field, of texts and lists the place among those seen.
 */
final class BinaryRows {

  private static final int SIGNATURE = 11;
  private static final long DAYS_TO_2000 = 10_957;
  private static final int INFINITE = Integer.MAX_VALUE;
  private static final int BASE = 10_000;
  private static final short POSITIVE = 0;
  private static final short NEGATIVE = 0x4000;

  private final FactColumns columns;
  private final FactKind[] kinds;
  private final int capacity;

  private long[][] values = new long[0][];
  private WordTable[] words = new WordTable[0];
  private List<String> refs = new ArrayList<>();
  private char[] characters = new char[256];
  private byte[] message = new byte[0];
  private boolean begun;

  /** For batches of at most so many rows. */
  BinaryRows(FactColumns columns, int capacity) {
    this.columns = columns;
    this.kinds = columns.kinds().values().toArray(FactKind[]::new);
    this.capacity = capacity;
    clear();
  }

  private void clear() {
    values = new long[0][];
    words = new WordTable[kinds.length];
    Arrays.setAll(words, c -> kinds[c].isWords() ? new WordTable() : null);
    refs = new ArrayList<>(capacity);
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
    Arrays.setAll(texts, c -> kinds[c].isWords() ? words[c].all() : null);
    PeopleBatch batch = new PeopleBatch(List.copyOf(refs), columns, values, texts);
    clear();
    return batch;
  }

  /** Reads a message: a row, the first with the head before it, or the end. */
  void read(byte[] bytes) {
    message = bytes;
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (!begun) {
      in.position(SIGNATURE + Integer.BYTES);
      int more = in.getInt();
      in.position(in.position() + more);
      begun = true;
    }
    if (in.hasRemaining() && in.getShort() >= 0) {
      row(in);
    }
  }

  private void row(ByteBuffer in) {
    int row = refs.size();
    if (row == 0) {
      values = new long[kinds.length][capacity];
    }
    int length = in.getInt();
    refs.add(new String(message, in.position(), length, StandardCharsets.UTF_8));
    in.position(in.position() + length);
    for (int c = 0; c < kinds.length; c++) {
      int size = in.getInt();
      values[c][row] = size < 0 ? Draw.UNKNOWN : field(c, in, size);
    }
  }

  private long field(int column, ByteBuffer in, int size) {
    return switch (kinds[column]) {
      case BOOLEAN -> in.get();
      case INTEGER -> in.getLong();
      case NUMBER -> tenths(in);
      case DATE -> day(in.getInt());
      case TEXT, LIST -> word(words[column], in, size);
    };
  }

  private static long day(int since2000) {
    if (Math.abs((long) since2000) >= INFINITE) {
      throw new IllegalStateException("the database holds a day without end");
    }
    return since2000 + DAYS_TO_2000;
  }

  /** Digits to the base of 10,000; the first is worth so many powers of it. */
  private static long tenths(ByteBuffer in) {
    int digits = in.getShort();
    int weight = in.getShort();
    short sign = in.getShort();
    in.getShort();
    if (sign != POSITIVE && sign != NEGATIVE) {
      throw new IllegalStateException("the database holds a number that is none");
    }
    long tenths = 0;
    for (int i = 0; i < digits; i++) {
      int digit = in.getShort();
      if (weight - i >= 0) {
        tenths = tenths * BASE + digit;
      } else {
        return signed(tenths * FactKind.TENTHS + digit / (BASE / FactKind.TENTHS), sign);
      }
    }
    for (int i = digits; i <= weight; i++) {
      tenths *= BASE;
    }
    return signed(tenths * FactKind.TENTHS, sign);
  }

  private static long signed(long value, short sign) {
    return sign == NEGATIVE ? -value : value;
  }

  private long word(WordTable seen, ByteBuffer in, int size) {
    byte[] bytes = message;
    int from = in.position();
    in.position(from + size);
    if (characters.length < size) {
      characters = new char[size];
    }
    int length = 0;
    while (length < size && bytes[from + length] >= 0) {
      characters[length] = (char) bytes[from + length];
      length++;
    }
    if (length < size) {
      char[] text = new String(bytes, from, size, StandardCharsets.UTF_8).toCharArray();
      return seen.number(text, text.length);
    }
    return seen.number(characters, length);
  }
}
