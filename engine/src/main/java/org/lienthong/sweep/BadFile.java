package org.lienthong.sweep;

import java.util.Map;
import java.util.TreeMap;

/** A file that cannot be swept at all, because of its header. */
public final class BadFile extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final TreeMap<String, String> columns;

  BadFile(Map<String, String> columns) {
    super("columns " + columns.keySet(), null, false, false);
    this.columns = new TreeMap<>(columns);
  }

  /** Per column what is wrong with it: {@code unknown-column}, {@code named-twice}, … */
  public Map<String, String> columns() {
    return Map.copyOf(columns);
  }
}
