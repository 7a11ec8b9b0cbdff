package org.lienthong.ui.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Element;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.eligibility.Eligibility;
import org.springframework.stereotype.Component;

/** The decisions that a life event's model takes, its services' among them. Thread-safe. */
@Component
public class EventDecisions {

  private final Catalogue catalogue;
  private final Eligibility eligibility;

  EventDecisions(Catalogue catalogue, Eligibility eligibility) {
    this.catalogue = catalogue;
    this.eligibility = eligibility;
  }

  /** The decisions in reading order, but one that reads another's output after that one. */
  public List<String> of(ProcessModel event) {
    Set<String> found = new LinkedHashSet<>();
    collect(event, found, new HashSet<>());
    found.retainAll(eligibility.decisions());
    List<String> ordered = new ArrayList<>();
    found.forEach(decision -> place(decision, found, ordered, new HashSet<>()));
    return List.copyOf(ordered);
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

  private void place(String decision, Set<String> all, List<String> ordered, Set<String> onTheWay) {
    if (ordered.contains(decision) || !onTheWay.add(decision)) {
      return;
    }
    Set<String> inputs = eligibility.inputs(decision);
    for (String other : all) {
      if (!other.equals(decision)
          && eligibility.outputs(other).stream().anyMatch(inputs::contains)) {
        place(other, all, ordered, onTheWay);
      }
    }
    ordered.add(decision);
  }
}
