package org.lienthong.platform;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.lienthong.platform.AttackFlags.Reached;

/** What the attacks aim at: a class on the class path that no model may make or run. */
public final class AttackProbe implements JavaDelegate, ExecutionListener, TaskListener {

  public AttackProbe() {
    AttackFlags.reached.add(Reached.OBJECT_MADE);
  }

  @Override
  public void execute(DelegateExecution execution) {
    run();
  }

  @Override
  public void notify(DelegateExecution execution) {
    run();
  }

  @Override
  public void notify(DelegateTask task) {
    run();
  }

  /** What an expression would call. */
  public String run() {
    AttackFlags.reached.add(Reached.CODE_RAN);
    return "ran";
  }

  /** What an expression would read. */
  public String getSecret() {
    return run();
  }
}
