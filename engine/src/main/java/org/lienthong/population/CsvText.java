package org.lienthong.population;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A piece of a CSV file (RFC 4180), as bytes. */
final class CsvText {

  /** The name of the first column: whom the row is about. */
  static final String PERSON_REF = "personRef";

  private byte[] bytes = new byte[1 << 16];
  private int length;

  private CsvText() {}

  static CsvText header(FactColumns columns) {
    CsvText text = new CsvText();
    text.add(PERSON_REF.getBytes(StandardCharsets.US_ASCII));
    for (String name : columns.names()) {
      text.add((byte) ',');
      text.add(cell(name));
    }
    text.end();
    return text;
  }

  static CsvText rows(PeopleBatch batch) {
    CsvText text = new CsvText();
    List<FactKind> kinds = List.copyOf(batch.columns().kinds().values());
    byte[][][] words = new byte[kinds.size()][][];
    for (int c = 0; c < words.length; c++) {
      words[c] = new byte[kinds.get(c).isWords() ? batch.words(c).length : 0][];
    }
    for (int row = 0; row < batch.size(); row++) {
      text.add(cell(batch.refs().get(row)));
      for (int c = 0; c < words.length; c++) {
        text.add((byte) ',');
        long value = batch.values(c)[row];
        if (value != Draw.UNKNOWN) {
          text.value(kinds.get(c), value, words[c], batch, c);
        }
      }
      text.end();
    }
    return text;
  }

  void to(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  /** Texts repeat, so each is made ready once. */
  private void value(FactKind kind, long value, byte[][] words, PeopleBatch batch, int column) {
    switch (kind) {
      case TEXT, LIST -> {
        byte[] word = words[(int) value];
        if (word == null) {
          word = cell(batch.words(column)[(int) value]);
          words[(int) value] = word;
        }
        add(word);
      }
      case INTEGER -> number(value);
      default -> add(Cells.plain(kind, value).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void number(long value) {
    if (value < 0 || value > Integer.MAX_VALUE) {
      add(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
      return;
    }
    int digits = 1;
    for (long rest = value; rest > 9; rest /= 10) {
      digits++;
    }
    room(digits);
    int place = length + digits;
    long rest = value;
    do {
      bytes[--place] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    length += digits;
  }

  private static byte[] cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    String cell = plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    return cell.getBytes(StandardCharsets.UTF_8);
  }

  private void end() {
    add((byte) '\r');
    add((byte) '\n');
  }

  private void add(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void add(byte one) {
    room(1);
    bytes[length++] = one;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
