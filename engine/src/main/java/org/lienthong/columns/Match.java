package org.lienthong.columns;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row that fits one person.
 *
 * @param row its id
 * @param outputs its results by name; those without a value are left out
 */
public record Match(String row, Map<String, Object> outputs) {

  public Match {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }
}
