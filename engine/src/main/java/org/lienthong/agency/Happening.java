package org.lienthong.agency;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that an agency told unasked, within its contract.
 *
 * @param agency who told it
 * @param id unique for the agency; the same however often it is told
 * @param type such as {@code household.poverty.changed}
 * @param about the fact that lists whom it concerns
 * @param facts what it says, by name
 */
public record Happening(
    String agency, String id, String type, String about, Map<String, Object> facts) {

  public Happening {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** Those whom it concerns, each once, by their personal numbers or by references. */
  public List<String> people() {
    return facts.get(about) instanceof List<?> people
        ? people.stream().map(String::valueOf).distinct().toList()
        : List.of();
  }
}
