package org.lienthong.journey;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.journey.FactRow.Facts;
import org.springframework.stereotype.Component;

/**
 * What a journey knows, fact by fact, with where each came from.
 *
 * <p>Writes only within a transaction of the caller.
 */
@Component
class Dossier {

  /** The longest text that may steer a process: a code, never a person's words. */
  private static final int LONGEST_CODE = 64;

  private final Facts facts;
  private final Subject subject;
  private final Catalogue catalogue;
  private final Clock clock;

  Dossier(Facts facts, Subject subject, Catalogue catalogue, Clock clock) {
    this.facts = facts;
    this.subject = subject;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  Map<String, Fact> read(String journeyId) {
    Map<String, Fact> byName = new TreeMap<>();
    facts
        .findByJourneyIdOrderByName(journeyId)
        .forEach(row -> byName.put(row.fact().name(), row.fact()));
    return byName;
  }

  Map<String, Object> values(String journeyId) {
    Map<String, Object> values = new LinkedHashMap<>();
    read(journeyId).forEach((name, fact) -> values.put(name, fact.value()));
    return values;
  }

  /** Keeps facts; gives those of them that the model's conditions read. */
  Map<String, Object> record(
      String journeyId,
      String deploymentId,
      String processKey,
      Map<String, ?> values,
      Fact.Source source,
      String origin) {
    ProcessModel model = catalogue.deployed(deploymentId, processKey);
    values.forEach(
        (name, value) -> {
          if (value != null) {
            facts.save(
                new FactRow(
                    journeyId,
                    new Fact(
                        name,
                        value,
                        source,
                        origin,
                        model.properties().get("legalBasis"),
                        clock.instant())));
          }
        });
    facts.flush();
    subject.learned(journeyId, values(journeyId));
    return steering(model, values);
  }

  private static Map<String, Object> steering(ProcessModel model, Map<String, ?> values) {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (String name : model.steeringFacts()) {
      Object value = values.get(name);
      if (value instanceof Boolean
          || value instanceof Number
          || value instanceof String text && text.length() <= LONGEST_CODE) {
        variables.put(name, value);
      }
    }
    return variables;
  }
}
