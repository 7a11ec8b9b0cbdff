package org.lienthong.journey;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Beside;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.SecondLayer;
import org.lienthong.eligibility.Status;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Weighs what a journey offers against what else its person is due. */
@Component
class Rivals {

  private final Eligibility eligibility;
  private final ObjectProvider<FreshFacts> fresh;

  Rivals(Eligibility eligibility, ObjectProvider<FreshFacts> fresh) {
    this.eligibility = eligibility;
    this.fresh = fresh;
  }

  /**
   * How an answer stands beside the person's other entitlements; of what gives way to it, only what
   * the person has already. Where nobody knows what else the person has, it stays, and is only told
   * how it stands by what the journey itself knows.
   *
   * @param known what the journey knows
   */
  Beside weigh(String journeyId, Assessment found, Map<String, Object> known) {
    if (found.status() == Status.ELIGIBLE) {
      for (FreshFacts source : fresh.orderedStream().toList()) {
        Optional<Standing> standing = source.standing(journeyId);
        if (standing.isPresent()) {
          return weigh(journeyId, found, source, standing.get());
        }
      }
      eligibility.weigh(journeyId, found, known, Set.of());
    }
    return new Beside(found.status(), null, Set.of());
  }

  private Beside weigh(String journeyId, Assessment found, FreshFacts source, Standing standing) {
    Rules rules = eligibility.rules();
    SecondLayer second = rules.secondLayer();
    Set<String> rivals = new TreeSet<>(second.withRivals(Set.of(found.decision())));
    rivals.remove(found.decision());
    if (rivals.isEmpty()) {
      return new Beside(found.status(), null, Set.of());
    }
    Set<String> refused = new TreeSet<>(standing.refused());
    refused.retainAll(rivals);
    Set<String> wanted = new LinkedHashSet<>();
    rivals.forEach(rival -> wanted.addAll(rules.inputs(rival)));
    second
        .about(Set.of(found.decision()))
        .forEach(table -> wanted.addAll(rules.inputs(table.key())));
    Map<String, Object> facts = new LinkedHashMap<>();
    source.read(journeyId, wanted).ifPresent(told -> facts.putAll(told.facts()));
    rivals.forEach(rival -> facts.putAll(source.supposed(journeyId, rival)));
    Beside beside = eligibility.weigh(journeyId, found, facts, refused);
    Set<String> givesWay = new TreeSet<>(beside.givesWay());
    givesWay.retainAll(standing.received());
    return new Beside(beside.status(), beside.against(), givesWay);
  }
}
