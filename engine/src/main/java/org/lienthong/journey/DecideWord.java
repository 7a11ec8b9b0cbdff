package org.lienthong.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Element;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.feel.Feel;
import org.lienthong.platform.DecisionWord;
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

  private final Dossier dossier;
  private final Catalogue catalogue;
  private final Eligibility eligibility;
  private final Feel feel;

  DecideWord(Dossier dossier, Catalogue catalogue, Eligibility eligibility, Feel feel) {
    this.dossier = dossier;
    this.catalogue = catalogue;
    this.eligibility = eligibility;
    this.feel = feel;
  }

  @Override
  public Map<String, Object> decide(
      String journeyId, String deploymentId, String processKey, String activityId) {
    Element element =
        catalogue.deployed(deploymentId, processKey).element(activityId).orElseThrow();
    String decision = String.valueOf(element.decision());
    Assessment assessment = assess(journeyId, element, decision);
    String statusVariable = String.valueOf(element.resultVariable());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(statusVariable, assessment.status().name());
    assessment.outputs().entrySet().stream()
        .filter(output -> !OF_THE_ASSESSMENT.contains(output.getKey()))
        .filter(output -> output.getValue() != null)
        .forEach(output -> facts.put(output.getKey(), output.getValue()));
    facts.putAll(mapped(journeyId, element, assessment));
    Map<String, Object> variables =
        new LinkedHashMap<>(
            dossier.record(
                journeyId, deploymentId, processKey, facts, Fact.Source.DECISION, decision));
    variables.put(statusVariable, assessment.status().name());
    return variables;
  }

  private Assessment assess(String journeyId, Element element, String decision) {
    Map<String, Fact> known = dossier.read(journeyId);
    Map<String, Object> values = dossier.values(journeyId);
    Map<String, Object> inputs = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    for (String name : eligibility.inputs(decision)) {
      String expression = element.inputs().get(name);
      Object value = expression == null ? values.get(name) : feel.evaluate(expression, values);
      if (value != null) {
        inputs.put(name, value);
        Fact fact = known.get(name);
        sources.put(name, fact == null ? "computed" : recorded(fact));
      }
    }
    return eligibility.assess(journeyId, decision, inputs, sources);
  }

  /** Where a fact came from, and when it was read: {@code SOURCE:origin@moment}. */
  private static String recorded(Fact fact) {
    return fact.source() + ":" + fact.origin() + "@" + fact.readAt();
  }

  private Map<String, Object> mapped(String journeyId, Element element, Assessment assessment) {
    Map<String, Object> scope = dossier.values(journeyId);
    scope.putAll(assessment.outputs());
    if (assessment.amount() != null) {
      scope.put("amount", assessment.amount());
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
