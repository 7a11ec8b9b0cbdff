package org.lienthong.platform;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.SpringProcessEngineServicesConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.lienthong.feel.Feel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The embedded engine, without its starters (engine/adr/0004). */
@Configuration(proxyBeanMethods = false)
@Import(SpringProcessEngineServicesConfiguration.class)
class EngineConfiguration {

  static {
    // Before the engine's first parser: a model must not fetch schemas over the network.
    // "file" stays open because the engine reads its own schemas so; ModelLint closes the rest.
    System.setProperty("javax.xml.accessExternalSchema", "file,nested");
    SchemaOnceDmn.install();
  }

  @Bean
  ThreadPoolTaskExecutor jobThreads() {
    ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    threads.setCorePoolSize(4);
    threads.setMaxPoolSize(4);
    threads.setQueueCapacity(40);
    threads.setThreadNamePrefix("jobs-");
    return threads;
  }

  @Bean
  SpringJobExecutor jobExecutor(ThreadPoolTaskExecutor jobThreads) {
    SpringJobExecutor executor = new SpringJobExecutor();
    executor.setTaskExecutor(jobThreads);
    executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
    executor.setWaitTimeInMillis(200);
    executor.setMaxWait(1_000);
    executor.setLockTimeInMillis(60_000);
    executor.setMaxJobsPerAcquisition(20);
    executor.setBackoffTimeInMillis(25);
    executor.setMaxBackoff(500);
    executor.setAutoActivate(false);
    return executor;
  }

  @Bean
  SpringProcessEngineConfiguration processEngineConfiguration(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      SpringJobExecutor jobExecutor,
      Feel feel,
      ObjectProvider<ActivityObserver> observers,
      ObjectProvider<DecisionWord> decisionWord,
      ObjectProvider<DmnDecisionTableEvaluationListener> decisionListeners) {
    SpringProcessEngineConfiguration engine = new SharingEngineConfiguration();
    engine.setDataSource(dataSource);
    engine.setTransactionManager(transactions);
    engine.setDatabaseSchemaUpdate("true");
    engine.setIdGenerator(new StrongUuidGenerator());
    engine.setJobExecutor(jobExecutor);
    engine.setJobExecutorActivate(false);
    engine.setJobExecutorAcquireByDueDate(true);
    engine.setHistory("none");
    engine.setHistoryCleanupEnabled(false);
    engine.setMetricsEnabled(false);
    engine.setTaskMetricsEnabled(false);
    engine.setCreateDiagramOnDeploy(false);
    engine.setFailedJobRetryTimeCycle("R5/PT10S");
    engine.setBpmnStacktraceVerbose(false);
    engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    wall(engine, feel);
    engine.setCustomPostBPMNParseListeners(
        // a list of our own: the engine adds to it
        new ArrayList<>(List.of(new ActivityParseListener(observers, decisionWord))));
    DefaultDmnEngineConfiguration dmn = FeelOnlyTables.configuration();
    dmn.setCustomPostDecisionTableEvaluationListeners(
        new ArrayList<>(decisionListeners.orderedStream().toList()));
    engine.setDmnEngineConfiguration(dmn);
    return engine;
  }

  /** Models are untrusted: what no model needs is switched off (design, section 6). */
  static void wall(ProcessEngineConfigurationImpl engine, Feel feel) {
    engine.setExpressionManager(new VocabularyExpressionManager());
    engine.setScriptEngineResolver(new FeelOnlyScriptEngineResolver(feel));
    engine.setArtifactFactory(new RefusingArtifactFactory());
    engine.setCustomPreBPMNParseListeners(new ArrayList<>(List.of(new CommandWall())));
    engine.setCmmnEnabled(false);
    engine.setStandaloneTasksEnabled(false);
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setEnableExpressionsInStoredQueries(false);
    engine.setEnableXxeProcessing(false);
    engine.setEnableScriptEngineLoadExternalResources(false);
    engine.setEnableFetchScriptEngineFromProcessApplication(false);
    engine.setJavaSerializationFormatEnabled(false);
    engine.setDefaultSerializationFormat("application/json");
    engine.setDeserializationTypeValidationEnabled(true);
  }

  @Bean
  ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
    ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
    factory.setProcessEngineConfiguration(configuration);
    return factory;
  }
}
