package org.lienthong.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Jurisdiction;
import org.lienthong.catalogue.Jurisdictions;

/**
 * Where a case is decided.
 *
 * @param path the codes of the place and of what it lies in, the country last
 * @param facts the facts that said so
 */
record Place(List<String> path, Map<String, Object> facts) {

  /** The nearest jurisdiction; null where the content names none. */
  @Nullable String code() {
    return path.isEmpty() ? null : path.get(0);
  }

  /** Where nobody says where a person lives, or it does not matter. */
  static Place country(@Nullable Jurisdiction country) {
    return new Place(country == null ? List.of() : List.of(country.code()), Map.of());
  }

  /**
   * The nearest place that the facts name. Who lives in another country is judged by this one's own
   * law.
   *
   * @throws FactProblems if no jurisdiction has the code that a fact names, or two contradict
   */
  static Place of(Jurisdictions all, @Nullable Jurisdiction country, Map<String, ?> facts) {
    Map<String, Object> said = new LinkedHashMap<>();
    List<String> nearest = new ArrayList<>();
    String unknown = null;
    for (String fact : all.facts().values()) {
      String code = text(fact, facts.get(fact));
      if (code == null) {
        continue;
      }
      List<String> path = all.path(code);
      if (path.isEmpty()) {
        unknown = unknown == null ? fact : unknown;
      } else if (nearest.isEmpty()) {
        nearest.addAll(path);
        said.put(fact, code);
      } else if (nearest.contains(code)) {
        said.put(fact, code);
      } else {
        throw new FactProblems(Map.of(fact, "not-around-the-place"));
      }
    }
    if (nearest.isEmpty() && unknown != null) {
      throw new FactProblems(Map.of(unknown, "unknown-jurisdiction"));
    }
    boolean here = country != null && nearest.contains(country.code());
    return here ? new Place(List.copyOf(nearest), said) : country(country);
  }

  private static @Nullable String text(String fact, @Nullable Object value) {
    if (value == null || value.equals("")) {
      return null;
    }
    if (!(value instanceof String text)) {
      throw new FactProblems(Map.of(fact, "not-a-text"));
    }
    return text;
  }
}
