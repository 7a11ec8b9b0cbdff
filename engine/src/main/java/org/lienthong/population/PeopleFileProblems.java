package org.lienthong.population;

import java.util.Map;
import java.util.TreeMap;

/** A file that cannot be read at all, because of its header: per column a code. */
public final class PeopleFileProblems extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final TreeMap<String, String> columns;

  PeopleFileProblems(Map<String, String> columns) {
    super("columns " + columns);
    this.columns = new TreeMap<>(columns);
  }

  /**
   * Per column its problem: {@code unknown-column}, {@code named-twice}, or {@code missing}. A name
   * that no fact could have is told by its place, such as {@code column 3}.
   */
  public Map<String, String> columns() {
    return Map.copyOf(columns);
  }
}
