package org.lienthong.journey;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.journey.FactRow.Facts;
import org.springframework.stereotype.Component;

/**
 * What a journey knows, fact by fact, with where each came from.
 *
 * <p>Of each fact it keeps what every source said last: a person, a register, a rule, an official.
 * One of them is <em>in force</em>, and only that one is mapped, decided by and steers: an
 * official's word before a register's or a rule's, and those before a person's; among equals the
 * last. So nobody displaces what a register says by declaring otherwise, and a register that is
 * read again does not undo what an official found. Of lists simply the last is in force, since a
 * form completes a register's list and keeps what stands in it: names for the children that a
 * hospital reported.
 *
 * <p>Writes only within a transaction of the caller.
 */
@Component
class Dossier {

  /** The longest text that may steer a process: a code, never a person's words. */
  private static final int LONGEST_CODE = 64;

  /** The weightiest first. */
  private static final Comparator<Said> WEIGHT =
      Comparator.comparingInt(Said::rank).thenComparingInt(Said::turn).reversed();

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

  /** What is in force, by name. */
  Map<String, Fact> read(String journeyId) {
    Map<String, Fact> inForce = new TreeMap<>();
    evidence(journeyId).forEach((name, said) -> inForce.put(name, said.get(0)));
    return inForce;
  }

  /** What every source said, by name; what is in force comes first. */
  Map<String, List<Fact>> evidence(String journeyId) {
    Map<String, List<Fact>> said = new TreeMap<>();
    facts.findByJourneyId(journeyId).stream()
        .map(row -> new Said(row.fact(), row.turn()))
        .sorted(WEIGHT)
        .map(Said::fact)
        .forEach(fact -> said.computeIfAbsent(fact.name(), name -> new ArrayList<>()).add(fact));
    return said;
  }

  /** A fact and the turn at which its source said it. */
  private record Said(Fact fact, int turn) {

    int rank() {
      if (fact.value() instanceof List) {
        return 1;
      }
      return switch (fact.source()) {
        case OFFICER -> 2;
        case REGISTER, DECISION, IDENTITY -> 1;
        case DECLARED -> 0;
      };
    }
  }

  Map<String, Object> values(String journeyId) {
    Map<String, Object> values = new LinkedHashMap<>();
    read(journeyId).forEach((name, fact) -> values.put(name, fact.value()));
    return values;
  }

  /** Keeps facts; gives those of them that the model's conditions read, as they are in force. */
  Map<String, Object> record(
      String journeyId,
      String deploymentId,
      String processKey,
      Map<String, ?> values,
      Fact.Source source,
      String origin) {
    ProcessModel model = catalogue.deployed(deploymentId, processKey);
    String legalBasis = model.properties().get("legalBasis");
    int turn = facts.lastTurn(journeyId) + 1;
    values.forEach(
        (name, value) -> {
          if (value != null) {
            Fact fact = new Fact(name, value, source, origin, legalBasis, clock.instant());
            facts.save(new FactRow(journeyId, fact, turn));
          }
        });
    facts.flush();
    Map<String, Object> inForce = values(journeyId);
    subject.learned(journeyId, inForce);
    inForce.keySet().retainAll(values.keySet());
    return steering(model, inForce);
  }

  private static Map<String, Object> steering(ProcessModel model, Map<String, Object> values) {
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
