package org.lienthong.sweep;

import java.util.Map;
import java.util.TreeMap;

/** A file that cannot be swept at all, because of its header or because it is no text. */
public final class BadFile extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long line;
  private final TreeMap<String, String> columns;

  private BadFile(long line, Map<String, String> columns) {
    super("line " + line + ", columns " + columns.keySet(), null, false, false);
    this.line = line;
    this.columns = new TreeMap<>(columns);
  }

  static BadFile header(Map<String, String> columns) {
    return new BadFile(1, columns);
  }

  static BadFile notText(long line) {
    return new BadFile(line, Map.of());
  }

  /** The line that is wrong, counted from 1. */
  public long line() {
    return line;
  }

  /**
   * Per column what is wrong with it: {@code unknown-column}, {@code named-twice}, …; none if the
   * line is no text in UTF-8.
   */
  public Map<String, String> columns() {
    return Map.copyOf(columns);
  }
}
