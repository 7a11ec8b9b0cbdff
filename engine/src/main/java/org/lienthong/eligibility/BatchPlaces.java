package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
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

  /** Per person, the country where it cannot be told; null where that is everybody's. */
  private final int @Nullable [] places;

  /** Of whom the engine says what is wrong. */
  private final BitSet nowhere = new BitSet();

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
    int[] places = new int[batch.size()];
    BatchPlaces all = new BatchPlaces(parameters, places);
    all.paths.add(Place.country(country).path());
    List<String> facts = List.copyOf(jurisdictions.facts().values());
    Map<Long, Integer> told = new HashMap<>();
    Map<Integer, Integer> known = new HashMap<>();
    int before = -1;
    for (int person = 0; person < places.length; person++) {
      int said = said(facts, batch, person, told);
      if (said != before || said < 0) {
        int one = person;
        IntUnaryOperator read = any -> all.place(jurisdictions, country, told(facts, batch, one));
        places[person] =
            said < 0 ? read.applyAsInt(said) : known.computeIfAbsent(said, read::applyAsInt);
      } else {
        places[person] = places[person - 1];
      }
      before = said;
    }
    for (int person = 0; person < places.length; person++) {
      if (places[person] == NOWHERE) {
        all.nowhere.set(person);
        places[person] = 0;
      }
    }
    return all;
  }

  /** A number for what the facts of a person say together; -1 where one cannot be read. */
  private static int said(List<String> facts, Batch batch, int person, Map<Long, Integer> told) {
    int said = 0;
    for (String fact : facts) {
      long code = batch.code(fact, person);
      if (code < 0 && batch.fact(fact, person) != null) {
        return -1;
      }
      long more = (long) said << Integer.SIZE | Math.max(-1, code) + 1;
      said = told.computeIfAbsent(more, m -> told.size() + 1);
    }
    return said;
  }

  private static Map<String, Object> told(List<String> facts, Batch batch, int person) {
    Map<String, Object> told = new LinkedHashMap<>();
    for (String fact : facts) {
      Object value = batch.fact(fact, person);
      if (value != null) {
        told.put(fact, value);
      }
    }
    return told;
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

  /**
   * Per person the place, the country where it cannot be told; null if it matters to nobody. Not to
   * be written to.
   */
  int @Nullable [] numbers() {
    return places;
  }

  /** The people of whom the engine must say what is wrong. */
  BitSet nowhere() {
    return nowhere;
  }

  /** By number the code of the nearest place; null where the content names none. */
  @Nullable String[] codes() {
    @Nullable String[] codes = new @Nullable String[paths.size()];
    Arrays.setAll(codes, place -> paths.get(place).stream().findFirst().orElse(null));
    return codes;
  }

  /** By number the codes of the place and of what it lies in. */
  List<List<String>> paths() {
    return paths;
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
