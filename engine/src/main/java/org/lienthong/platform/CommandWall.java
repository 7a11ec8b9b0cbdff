package org.lienthong.platform;

import org.camunda.bpm.engine.impl.bpmn.behavior.MailActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses a model with a task that the engine does by itself, with no class, bean or expression
 * that another wall would stop: a command of the machine, or a mail.
 */
final class CommandWall extends AbstractBpmnParseListener {

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    refuseIn(process);
  }

  private static void refuseIn(ScopeImpl scope) {
    for (ActivityImpl activity : scope.getActivities()) {
      if (activity.getActivityBehavior() instanceof ShellActivityBehavior
          || activity.getActivityBehavior() instanceof MailActivityBehavior) {
        throw new IllegalStateException(
            "a model may neither run a command nor send mail: " + activity.getId());
      }
      refuseIn(activity);
    }
  }
}
