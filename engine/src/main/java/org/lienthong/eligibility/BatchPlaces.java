package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Jurisdiction;
import org.lienthong.catalogue.Jurisdictions;
import org.lienthong.catalogue.Parameter;
import org.lienthong.catalogue.Parameters;
import org.lienthong.columns.Amounts;
import org.lienthong.columns.Batch;

/** Where the people of a batch live, as numbers; and the amounts there. */
final class BatchPlaces implements Amounts {

  /** The facts contradict each other, or name no place: the engine says what is wrong. */
  private static final int NOWHERE = -1;

  private final Parameters parameters;
  private final List<List<String>> paths = new ArrayList<>();

  /** Per person; null where everybody is judged by the country's law. */
  private final int @Nullable [] places;

  private BatchPlaces(Parameters parameters, int @Nullable [] places) {
    this.parameters = parameters;
    this.places = places;
  }

  static BatchPlaces country(Parameters parameters, @Nullable Jurisdiction country) {
    BatchPlaces places = new BatchPlaces(parameters, null);
    places.paths.add(Place.country(country).path());
    return places;
  }

  static BatchPlaces of(
      Parameters parameters,
      Jurisdictions jurisdictions,
      @Nullable Jurisdiction country,
      Batch batch) {
    BatchPlaces all = new BatchPlaces(parameters, new int[batch.size()]);
    all.paths.add(Place.country(country).path());
    Map<Map<String, Object>, Integer> known = new HashMap<>();
    for (int person = 0; person < batch.size(); person++) {
      Map<String, Object> said = new LinkedHashMap<>();
      for (String fact : jurisdictions.facts().values()) {
        Object value = batch.fact(fact, person);
        if (value != null) {
          said.put(fact, value);
        }
      }
      int place = known.computeIfAbsent(said, facts -> all.place(jurisdictions, country, facts));
      java.util.Objects.requireNonNull(all.places)[person] = place;
    }
    return all;
  }

  private int place(
      Jurisdictions jurisdictions, @Nullable Jurisdiction country, Map<String, Object> facts) {
    try {
      List<String> path = Place.of(jurisdictions, country, facts).path();
      int known = paths.indexOf(path);
      if (known >= 0) {
        return known;
      }
      paths.add(path);
      return paths.size() - 1;
    } catch (FactProblems e) {
      return NOWHERE;
    }
  }

  /** Per person the place, the country where it cannot be told; null if it matters to nobody. */
  int @Nullable [] numbers() {
    if (places == null) {
      return null;
    }
    int[] numbers = places.clone();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.max(0, numbers[i]);
    }
    return numbers;
  }

  boolean nowhere(int person) {
    return places != null && places[person] == NOWHERE;
  }

  List<String> path(int person) {
    return paths.get(places == null ? 0 : Math.max(0, places[person]));
  }

  @Override
  public @Nullable Object value(String key, long day, int place) {
    return parameters
        .find(key)
        .flatMap(parameter -> parameter.on(LocalDate.ofEpochDay(day), paths.get(place)))
        .map(Parameter.Value::value)
        .orElse(null);
  }

  @Override
  public long[] changes(String key) {
    return parameters.find(key).stream()
        .flatMap(parameter -> parameter.values().stream())
        .mapToLong(value -> value.from().toEpochDay())
        .sorted()
        .distinct()
        .toArray();
  }

  @Override
  public int places() {
    return paths.size();
  }
}
