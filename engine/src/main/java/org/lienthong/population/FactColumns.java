package org.lienthong.population;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that a population may hold, each with its kind, in the order of the columns.
 *
 * <p>Immutable.
 */
public record FactColumns(Map<String, FactKind> kinds) {

  /** Keeps the order. */
  public FactColumns {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
  }

  /** The names, in order. */
  public List<String> names() {
    return new ArrayList<>(kinds.keySet());
  }

  /** The kind of a fact; none if there is no such fact. */
  public Optional<FactKind> kind(String fact) {
    return Optional.ofNullable(kinds.get(fact));
  }

  /** These facts and no others, in the order given. */
  public FactColumns only(List<String> names) {
    Map<String, FactKind> chosen = new LinkedHashMap<>();
    names.forEach(name -> kind(name).ifPresent(kind -> chosen.put(name, kind)));
    return new FactColumns(chosen);
  }
}
