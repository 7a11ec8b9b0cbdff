package org.lienthong.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An amount that law sets and changes.
 *
 * @param key its name in tables
 * @param unit what it counts, such as a currency per month
 * @param legalBasis the law that sets it
 * @param labels its name for people, by language
 * @param values oldest first
 */
public record Parameter(
    String key, String unit, String legalBasis, Map<String, String> labels, List<Value> values) {

  /**
   * A value from a day on.
   *
   * @param from the first day on which it is in force
   * @param jurisdiction the code of the province or commune that set it; null for the country
   * @param value a {@link Long}, {@link Double}, {@link Boolean} or {@link String}
   * @param source where it was read
   * @param checked whether somebody has compared it with the promulgated text
   */
  public record Value(
      LocalDate from,
      @Nullable String jurisdiction,
      Object value,
      String source,
      boolean checked) {}

  public Parameter {
    labels = Map.copyOf(labels);
    values = List.copyOf(values);
  }

  /** The country's value on a day. */
  public Optional<Value> on(LocalDate day) {
    return of(null, day);
  }

  /**
   * The value on a day at a place: of the nearest that has one in force.
   *
   * @param path the codes of the place and of what it lies in, the country last
   */
  public Optional<Value> on(LocalDate day, List<String> path) {
    for (String code : path) {
      Optional<Value> near = of(code, day);
      if (near.isPresent()) {
        return near;
      }
    }
    return of(null, day);
  }

  private Optional<Value> of(@Nullable String jurisdiction, LocalDate day) {
    Value newest = null;
    for (Value value : values) {
      if (Objects.equals(value.jurisdiction(), jurisdiction) && !value.from().isAfter(day)) {
        newest = value;
      }
    }
    return Optional.ofNullable(newest);
  }
}
