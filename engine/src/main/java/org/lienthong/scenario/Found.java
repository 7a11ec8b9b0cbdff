package org.lienthong.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FactType;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.identity.Actor;
import org.lienthong.offer.Offers;
import org.lienthong.population.FactColumns;
import org.lienthong.population.FactKind;
import org.lienthong.population.PeopleTable;
import org.lienthong.sweep.Sweeps;
import tools.jackson.databind.json.JsonMapper;

/** What a story's population knows of its people, and what a sweep finds in it. */
final class Found {

  private final Stage stage;

  Found(Stage stage) {
    this.stage = stage;
  }

  /** Keeps facts; with a decision, sweeps and gives the journey that offers what is due. */
  @Nullable String learn(Move.Learn move, Actor person) {
    PeopleTable population = stage.bean(PeopleTable.class);
    if (population.size() == 0) {
      population.load(new FactColumns(kinds()), each -> {});
    }
    population.put(person.ref(), written(move.facts()));
    String decision = move.decision();
    if (decision == null) {
      return null;
    }
    Sweeps sweeps = stage.bean(Sweeps.class);
    sweeps.overPopulation(null, List.of(decision), "scenario");
    sweeps.work();
    population.put(person.ref(), written(move.meanwhile()));
    sweeps.tell();
    return stage.bean(Offers.class).of(person).stream()
        .filter(each -> each.offer().decision().equals(decision))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the sweep offers nothing by " + decision))
        .offer()
        .journeyId();
  }

  private static Map<String, @Nullable String> written(Map<String, Object> facts) {
    Map<String, @Nullable String> written = new LinkedHashMap<>();
    facts.forEach((fact, value) -> written.put(fact, written(value)));
    return written;
  }

  private static @Nullable String written(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return JsonMapper.shared().writeValueAsString(list);
    }
    return value == null ? null : value.toString();
  }

  /** Every fact that the story's tables read. */
  private Map<String, FactKind> kinds() {
    Catalogue catalogue = stage.bean(Catalogue.class);
    Eligibility eligibility = stage.bean(Eligibility.class);
    Map<String, FactKind> kinds = new LinkedHashMap<>();
    for (String decision : eligibility.decisions()) {
      for (String fact : eligibility.inputs(decision)) {
        catalogue.factType(fact).ifPresent(type -> kinds.put(fact, kind(type)));
      }
    }
    return kinds;
  }

  private static FactKind kind(FactType type) {
    return switch (type) {
      case TEXT -> FactKind.TEXT;
      case NUMBER -> FactKind.NUMBER;
      case BOOLEAN -> FactKind.BOOLEAN;
      case DATE -> FactKind.DATE;
      case LIST, CONTEXT -> FactKind.LIST;
    };
  }
}
