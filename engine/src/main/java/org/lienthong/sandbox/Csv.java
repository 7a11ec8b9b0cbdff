package org.lienthong.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180: commas, double quotes, a doubled quote inside quotes. */
final class Csv {

  private final String text;
  private final List<List<String>> rows = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private List<String> row = new ArrayList<>();
  private boolean quoted;

  private Csv(String text) {
    this.text = text;
  }

  /** All rows that are not empty, the header first. */
  static List<List<String>> rows(String text) {
    return new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text).read();
  }

  private List<List<String>> read() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else {
        take(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quote is not closed");
    }
    endRow();
    return rows;
  }

  private void take(char c) {
    if (c == '"') {
      quoted = !quoted;
    } else if (quoted) {
      cell.append(c);
    } else if (c == ',') {
      endCell();
    } else if (c == '\n') {
      endRow();
    } else if (c != '\r') {
      cell.append(c);
    }
  }

  private void endCell() {
    row.add(cell.toString());
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    if (row.size() > 1 || !row.get(0).isEmpty()) {
      rows.add(row);
    }
    row = new ArrayList<>();
  }
}
