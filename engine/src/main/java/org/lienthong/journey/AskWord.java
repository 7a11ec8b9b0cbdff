package org.lienthong.journey;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.lienthong.agency.DossierPort;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Element;
import org.lienthong.catalogue.Operation;
import org.lienthong.feel.Feel;
import org.springframework.stereotype.Component;

/**
 * The vocabulary's word <em>ask an agency</em>: the request's properties come from facts of the
 * same name, the reply's properties become facts of the same name, and FEEL stands where names
 * differ.
 */
@Component
class AskWord implements DossierPort {

  private final Dossier dossier;
  private final Catalogue catalogue;
  private final Feel feel;

  AskWord(Dossier dossier, Catalogue catalogue, Feel feel) {
    this.dossier = dossier;
    this.catalogue = catalogue;
    this.feel = feel;
  }

  @Override
  public Map<String, Object> request(
      String journeyId, String deploymentId, String processKey, String activityId) {
    Element element = element(deploymentId, processKey, activityId);
    Map<String, Object> facts = dossier.values(journeyId);
    Map<String, Object> request = new LinkedHashMap<>();
    for (String property : operation(element).requestProperties().keySet()) {
      String expression = element.inputs().get(property);
      Object value = expression == null ? facts.get(property) : feel.evaluate(expression, facts);
      if (value != null) {
        request.put(property, value);
      }
    }
    return request;
  }

  @Override
  public Map<String, Object> reply(
      String journeyId,
      String deploymentId,
      String processKey,
      String activityId,
      Map<String, Object> reply) {
    Element element = element(deploymentId, processKey, activityId);
    Map<String, Object> facts = new LinkedHashMap<>(reply);
    if (!element.outputs().isEmpty()) {
      facts.keySet().removeAll(renamed(element));
      facts.putAll(mapped(element, journeyId, reply));
    }
    return dossier.record(
        journeyId,
        deploymentId,
        processKey,
        facts,
        Fact.Source.REGISTER,
        String.valueOf(element.agency()));
  }

  /** What the element's expressions make of the reply and of what was known before. */
  private Map<String, Object> mapped(Element element, String journeyId, Map<String, Object> reply) {
    Map<String, Object> known = dossier.values(journeyId);
    known.putAll(reply);
    Map<String, Object> facts = new LinkedHashMap<>();
    element
        .outputs()
        .forEach(
            (fact, expression) -> {
              Object value = feel.evaluate(expression, known);
              if (value != null) {
                facts.put(fact, value);
              }
            });
    return facts;
  }

  /** What an output expression reads does not become a fact under its own name too. */
  private Set<String> renamed(Element element) {
    Set<String> names = new HashSet<>();
    element.outputs().values().forEach(each -> names.addAll(feel.parse(each).freeNames()));
    return names;
  }

  private Element element(String deploymentId, String processKey, String activityId) {
    return catalogue.deployed(deploymentId, processKey).element(activityId).orElseThrow();
  }

  private Operation operation(Element element) {
    return catalogue
        .agency(String.valueOf(element.agency()))
        .flatMap(agency -> agency.operation(String.valueOf(element.operation())))
        .orElseThrow();
  }
}
