package org.lienthong.journey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one source says.
 *
 * @param facts by name, typed as {@link Fact#value()} says
 * @param origin see {@link Fact#origin()}
 */
public record Told(Map<String, Object> facts, Fact.Source source, String origin) {

  public Told {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
