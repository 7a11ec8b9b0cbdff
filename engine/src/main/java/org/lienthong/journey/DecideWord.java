package org.lienthong.journey;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Element;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Beside;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.feel.Feel;
import org.lienthong.platform.DecisionWord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The vocabulary's word <em>decide</em>: gathers a decision's inputs from the dossier by name, has
 * the assessment remembered, and leaves its outcome as facts.
 */
@Component
class DecideWord implements DecisionWord {

  /** Outputs that belong to the assessment and become facts only where the model names them. */
  private static final Set<String> OF_THE_ASSESSMENT =
      Set.of("status", "amount", "periodicity", "reasonCode", "legalBasis");

  /** The source of what was supposed. */
  private static final String SUPPOSED = "SUPPOSED";

  private final Dossier dossier;
  private final Catalogue catalogue;
  private final Eligibility eligibility;
  private final Feel feel;
  private final ObjectProvider<FreshFacts> fresh;
  private final Rivals rivals;

  DecideWord(
      Dossier dossier,
      Catalogue catalogue,
      Eligibility eligibility,
      Feel feel,
      ObjectProvider<FreshFacts> fresh,
      Rivals rivals) {
    this.dossier = dossier;
    this.catalogue = catalogue;
    this.eligibility = eligibility;
    this.feel = feel;
    this.fresh = fresh;
    this.rivals = rivals;
  }

  @Override
  public Map<String, Object> decide(
      String journeyId, String deploymentId, String processKey, String activityId) {
    Element element =
        catalogue.deployed(deploymentId, processKey).element(activityId).orElseThrow();
    String decision =
        element
            .decisionFact()
            .map(fact -> String.valueOf(dossier.values(journeyId).get(fact)))
            .orElseGet(() -> String.valueOf(element.decision()));
    Set<String> gone =
        refresh(journeyId, deploymentId, processKey, eligibility.inputsWithRivals(decision));
    Assessment assessment = assess(journeyId, element, decision, gone);
    Beside beside = rivals.weigh(journeyId, assessment, dossier.values(journeyId));
    String statusVariable = String.valueOf(element.resultVariable());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(statusVariable, beside.status().name());
    assessment.outputs().entrySet().stream()
        .filter(output -> !OF_THE_ASSESSMENT.contains(output.getKey()))
        .filter(output -> output.getValue() != null)
        .forEach(output -> facts.put(output.getKey(), output.getValue()));
    facts.putAll(mapped(journeyId, element, assessment, beside));
    Map<String, Object> variables =
        new LinkedHashMap<>(
            dossier.record(
                journeyId, deploymentId, processKey, facts, Fact.Source.DECISION, decision));
    variables.put(statusVariable, beside.status().name());
    return variables;
  }

  /** Reads again what moves on by itself; the facts that their source does not know any more. */
  private Set<String> refresh(
      String journeyId, String deploymentId, String processKey, Set<String> wanted) {
    Set<String> gone = new HashSet<>();
    fresh
        .orderedStream()
        .flatMap(source -> source.read(journeyId, wanted).stream())
        .forEach(
            told -> {
              dossier.record(
                  journeyId, deploymentId, processKey, told.facts(), told.source(), told.origin());
              dossier.read(journeyId).values().stream()
                  .filter(f -> f.source() == told.source() && f.origin().equals(told.origin()))
                  .map(Fact::name)
                  .filter(name -> !told.facts().containsKey(name))
                  .forEach(gone::add);
            });
    return gone;
  }

  private Assessment assess(String journeyId, Element element, String decision, Set<String> gone) {
    Map<String, Fact> known = dossier.read(journeyId);
    Map<String, Object> values = dossier.values(journeyId);
    values.keySet().removeAll(gone);
    Set<String> supposed = suppose(journeyId, decision, values);
    Map<String, Object> inputs = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    for (String name : eligibility.inputs(decision)) {
      String expression = element.inputs().get(name);
      Object value = expression == null ? values.get(name) : feel.evaluate(expression, values);
      if (value != null) {
        inputs.put(name, value);
        Fact fact = known.get(name);
        String source = supposed.contains(name) ? SUPPOSED : "computed";
        sources.put(name, fact == null ? source : recorded(fact));
      }
    }
    return eligibility.assess(journeyId, decision, inputs, sources);
  }

  /** Adds what may be supposed and nobody has said. */
  private Set<String> suppose(String journeyId, String decision, Map<String, Object> values) {
    Set<String> supposed = new HashSet<>();
    fresh
        .orderedStream()
        .flatMap(source -> source.supposed(journeyId, decision).entrySet().stream())
        .filter(fact -> values.putIfAbsent(fact.getKey(), fact.getValue()) == null)
        .forEach(fact -> supposed.add(fact.getKey()));
    return supposed;
  }

  /** Where a fact came from, and when it was read: {@code SOURCE:origin@moment}. */
  private static String recorded(Fact fact) {
    return fact.source() + ":" + fact.origin() + "@" + fact.readAt();
  }

  private Map<String, Object> mapped(
      String journeyId, Element element, Assessment assessment, Beside beside) {
    Map<String, Object> scope = dossier.values(journeyId);
    scope.putAll(assessment.outputs());
    if (assessment.amount() != null) {
      scope.put("amount", assessment.amount());
    }
    if (!beside.givesWay().isEmpty()) {
      scope.put("givesWay", String.join(", ", new TreeSet<>(beside.givesWay())));
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    element
        .outputs()
        .forEach(
            (fact, expression) -> {
              Object value = feel.evaluate(expression, scope);
              if (value != null) {
                facts.put(fact, value);
              }
            });
    return facts;
  }
}
