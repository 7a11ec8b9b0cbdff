package org.lienthong.platform;

import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands where the engine would evaluate a decision over its variables: facts live in the dossier,
 * and only what steers the process comes back.
 */
final class DecideBehavior extends AbstractBpmnActivityBehavior {

  private final ObjectProvider<DecisionWord> word;

  DecideBehavior(ObjectProvider<DecisionWord> word) {
    this.word = word;
  }

  @Override
  public void execute(ActivityExecution execution) {
    ExecutionEntity entity = (ExecutionEntity) execution;
    Map<String, Object> variables =
        word.getObject()
            .decide(
                entity.getProcessBusinessKey(),
                entity.getProcessDefinition().getDeploymentId(),
                entity.getProcessDefinition().getKey(),
                entity.getActivity().getId());
    entity.getProcessInstance().setVariables(variables);
    leave(execution);
  }
}
