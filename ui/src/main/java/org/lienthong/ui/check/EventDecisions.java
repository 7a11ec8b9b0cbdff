package org.lienthong.ui.check;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Element;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.eligibility.Eligibility;
import org.springframework.stereotype.Component;

/**
 * The decisions that concern a life event: those that its model takes, its services' among them,
 * and those that its property {@code checks} names; without that, all that its services own.
 * Thread-safe.
 */
@Component
public class EventDecisions {

  private static final String CHECKS = "checks";

  private final Catalogue catalogue;
  private final Eligibility eligibility;

  EventDecisions(Catalogue catalogue, Eligibility eligibility) {
    this.catalogue = catalogue;
    this.eligibility = eligibility;
  }

  /** The decisions in reading order, but one that reads another's output after that one. */
  public List<String> of(ProcessModel event) {
    Set<String> services = new HashSet<>();
    Set<String> found = new LinkedHashSet<>();
    collect(event, found, services);
    List<String> named = event.listed(CHECKS);
    Set<String> more = named.isEmpty() ? services : new LinkedHashSet<>(named);
    more.stream().filter(eligibility.decisions()::contains).forEach(found::add);
    for (String decision : eligibility.decisions()) {
      if (catalogue.serviceOfDecision(decision).filter(more::contains).isPresent()) {
        found.add(decision);
      }
    }
    found.removeIf(eligibility.rules().secondLayer()::has);
    found.retainAll(eligibility.decisions());
    return eligibility.inOrder(found);
  }

  /** Those that a journey takes by itself. */
  Set<String> taken(ProcessModel event) {
    Set<String> found = new LinkedHashSet<>();
    collect(event, found, new HashSet<>());
    return found;
  }

  private void collect(ProcessModel model, Set<String> found, Set<String> seen) {
    if (!seen.add(model.key())) {
      return;
    }
    for (Element element : model.elements()) {
      if (element.decision() != null && element.decisionFact().isEmpty()) {
        found.add(element.decision());
      }
      if (element.calledProcess() != null) {
        catalogue.live(element.calledProcess()).ifPresent(called -> collect(called, found, seen));
      }
    }
  }
}
