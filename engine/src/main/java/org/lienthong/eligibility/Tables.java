package org.lienthong.eligibility;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The live decision tables, each compiled once per version. */
@Component
class Tables {

  private final ObjectProvider<RepositoryService> repository;
  private final TableEngine engine;

  /** By the definition's id, which names one version for good. */
  private final Map<String, Table> compiled = new ConcurrentHashMap<>();

  /** The engine calls decisions and is called for them: it is asked for late. */
  Tables(ObjectProvider<RepositoryService> repository, TableEngine engine) {
    this.repository = repository;
    this.engine = engine;
  }

  /** A version that was live once: what is decided stays explainable. */
  Table version(String decision, int version) {
    DecisionDefinition definition =
        repository
            .getObject()
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(decision)
            .decisionDefinitionVersion(version)
            .singleResult();
    if (definition == null) {
      throw new NoSuchElementException("there is no such version of the decision");
    }
    return compiled.computeIfAbsent(definition.getId(), id -> compile(definition));
  }

  Table live(String decision) {
    DecisionDefinition definition =
        repository
            .getObject()
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(decision)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new NoSuchElementException("there is no decision with this key");
    }
    return compiled.computeIfAbsent(definition.getId(), id -> compile(definition));
  }

  private Table compile(DecisionDefinition definition) {
    return engine.compile(
        definition.getKey(),
        definition.getVersion(),
        repository.getObject().getDmnModelInstance(definition.getId()));
  }

  /** The keys of all decisions, sorted. */
  List<String> keys() {
    return repository
        .getObject()
        .createDecisionDefinitionQuery()
        .latestVersion()
        .orderByDecisionDefinitionKey()
        .asc()
        .list()
        .stream()
        .map(DecisionDefinition::getKey)
        .toList();
  }
}
