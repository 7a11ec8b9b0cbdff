package org.lienthong.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A life event or a service as its BPMN file tells it.
 *
 * @param key the process's id, which is the folder's key
 * @param kind life event or service
 * @param label the process's name in the model
 * @param deploymentId the deployment that it was read from, null while it is a draft
 * @param elements the flow nodes in reading order
 * @param properties what the template "Public service" says: {@code competentAuthority}, {@code
 *     legalBasis}, {@code proactivity}, {@code subject}, {@code needs}, {@code gives}, …
 * @param steeringFacts the names that the conditions of this model read; only these may become
 *     variables of the engine
 */
public record ProcessModel(
    String key,
    FolderKind kind,
    String label,
    @Nullable String deploymentId,
    List<Element> elements,
    Map<String, String> properties,
    Set<String> steeringFacts) {

  public ProcessModel {
    elements = List.copyOf(elements);
    properties = Map.copyOf(properties);
    steeringFacts = Set.copyOf(steeringFacts);
  }

  ProcessModel deployedAs(@Nullable String deployment) {
    return new ProcessModel(key, kind, label, deployment, elements, properties, steeringFacts);
  }

  /** The names that a property lists, separated by commas. */
  public List<String> listed(String property) {
    return ElementReader.listed(properties.get(property));
  }

  /** The element with this id. */
  public Optional<Element> element(String id) {
    return elements.stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /** The form of the none start event: what a citizen is asked before the journey begins. */
  public Optional<String> startForm() {
    return elements.stream()
        .filter(e -> e.kind() == Element.Kind.START && e.form() != null)
        .map(Element::form)
        .findFirst();
  }
}
