package org.lienthong.platform;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.lienthong.platform.ActivityEvent.Kind;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Hangs our ears on every element of a parsed model, and puts the vocabulary in the place of the
 * engine's own behaviour where personal data would otherwise pass through its tables.
 */
final class ActivityParseListener extends AbstractBpmnParseListener {

  private final ObjectProvider<ActivityObserver> observers;
  private final ObjectProvider<DecisionWord> decisionWord;

  ActivityParseListener(
      ObjectProvider<ActivityObserver> observers, ObjectProvider<DecisionWord> decisionWord) {
    this.observers = observers;
    this.decisionWord = decisionWord;
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    listen(process, Kind.PROCESS_STARTED, Kind.PROCESS_ENDED);
    attach(process);
  }

  private void attach(ScopeImpl scope) {
    for (ActivityImpl activity : scope.getActivities()) {
      listen(activity, Kind.STARTED, Kind.COMPLETED);
      if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior userTask) {
        listen(userTask);
      } else if (activity.getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior) {
        activity.setActivityBehavior(new DecideBehavior(decisionWord));
        activity.setIoMapping(null);
      } else if (activity.getActivityBehavior() instanceof ExternalTaskActivityBehavior) {
        // The dossier is mapped by `journey`; the engine's mapping would copy it into variables.
        activity.setIoMapping(null);
      }
      attach(activity);
    }
  }

  private void listen(ScopeImpl scope, Kind start, Kind end) {
    scope.addBuiltInListener(
        ExecutionListener.EVENTNAME_START,
        (ExecutionListener) execution -> tell(start, (ExecutionEntity) execution, null));
    scope.addBuiltInListener(
        ExecutionListener.EVENTNAME_END,
        (ExecutionListener)
            execution -> {
              boolean left = end == Kind.COMPLETED && execution.isCanceled();
              tell(left ? Kind.CANCELLED : end, (ExecutionEntity) execution, null);
            });
  }

  private void listen(UserTaskActivityBehavior userTask) {
    userTask
        .getTaskDefinition()
        .addBuiltInTaskListener(
            TaskListener.EVENTNAME_CREATE, task -> tell(Kind.TASK_CREATED, execution(task), task));
    for (String gone :
        new String[] {TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE}) {
      userTask
          .getTaskDefinition()
          .addBuiltInTaskListener(gone, task -> tell(Kind.TASK_REMOVED, execution(task), task));
    }
  }

  private static ExecutionEntity execution(DelegateTask task) {
    return (ExecutionEntity) task.getExecution();
  }

  private void tell(Kind kind, ExecutionEntity execution, @Nullable DelegateTask task) {
    boolean ofProcess = kind == Kind.PROCESS_STARTED || kind == Kind.PROCESS_ENDED;
    ActivityImpl activity = execution.getActivity();
    ActivityEvent event =
        new ActivityEvent(
            kind,
            String.valueOf(execution.getProcessBusinessKey()),
            execution.getProcessInstanceId(),
            execution.getProcessDefinition().getDeploymentId(),
            execution.getProcessDefinition().getKey(),
            ofProcess || activity == null
                ? execution.getProcessDefinition().getKey()
                : activity.getId(),
            ofProcess ? execution.getProcessInstanceId() : execution.getActivityInstanceId(),
            ofProcess || activity == null
                ? "process"
                : String.valueOf(activity.getProperty("type")),
            task == null ? null : task.getId(),
            task == null ? null : task.getAssignee(),
            task == null
                ? null
                : task.getCandidates().stream()
                    .map(link -> link.getGroupId())
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null));
    observers.orderedStream().forEach(observer -> observer.observed(event));
  }
}
