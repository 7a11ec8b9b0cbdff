package org.lienthong.platform;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the engine's jobs when everything else stands, and stops them before anything falls. */
@Component
@ConditionalOnProperty(name = "lienthong.jobs", havingValue = "true", matchIfMissing = true)
class JobLifecycle implements SmartLifecycle {

  private final JobExecutor executor;

  JobLifecycle(ProcessEngine engine) {
    executor =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
  }

  @Override
  public void start() {
    executor.start();
  }

  @Override
  public void stop() {
    executor.shutdown();
  }

  @Override
  public boolean isRunning() {
    return executor.isActive();
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 10;
  }
}
