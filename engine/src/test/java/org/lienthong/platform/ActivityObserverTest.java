package org.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@EngineTest
@Import(ActivityObserverTest.Ears.class)
class ActivityObserverTest {

  static final List<String> heard = new ArrayList<>();

  @TestConfiguration
  static class Ears {
    @Bean
    ActivityObserver ears() {
      return e -> {
        if (e.processKey().equals("platform-probe")) {
          heard.add(
              e.kind()
                  + " "
                  + e.activityId()
                  + " "
                  + e.activityType()
                  + (e.candidateGroup() == null ? "" : " " + e.candidateGroup()));
        }
      };
    }

    @Bean
    @Primary
    DecisionWord probeWord() {
      return (journey, deployment, process, activity) -> Map.of("probeStatus", "ELIGIBLE");
    }
  }

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;

  @BeforeEach
  void deploy() {
    heard.clear();
    repository.createDeployment().addClasspathResource("models/platform-probe.bpmn").deploy();
  }

  @Test
  void hearsEveryActivityAndSteersByWhatWasDecided() {
    var instance = runtime.startProcessInstanceByKey("platform-probe", "journey-1");
    tasks.complete(
        tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getId());

    assertThat(heard)
        .containsExactly(
            "PROCESS_STARTED platform-probe process",
            "STARTED Start_Probe startEvent",
            "COMPLETED Start_Probe startEvent",
            "STARTED Decide_Probe businessRuleTask",
            "COMPLETED Decide_Probe businessRuleTask",
            "STARTED Gateway_Probe exclusiveGateway",
            "COMPLETED Gateway_Probe exclusiveGateway",
            "STARTED Task_Probe userTask",
            "TASK_CREATED Task_Probe userTask probe-unit",
            "TASK_REMOVED Task_Probe userTask probe-unit",
            "COMPLETED Task_Probe userTask",
            "STARTED End_Probe noneEndEvent",
            "COMPLETED End_Probe noneEndEvent",
            "PROCESS_ENDED platform-probe process");
  }

  @Test
  void tellsWhatWasLeftUndone() {
    var instance = runtime.startProcessInstanceByKey("platform-probe", "journey-2");
    heard.clear();
    runtime.deleteProcessInstance(instance.getId(), "over");

    assertThat(heard)
        .contains("CANCELLED Task_Probe userTask", "TASK_REMOVED Task_Probe userTask probe-unit");
  }

  @Test
  void endsAModelThatLoopsWithoutAWait() {
    repository.createDeployment().addClasspathResource("attacks/endless-loop.bpmn").deploy();

    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("demo-attack", "journey-3"))
        .hasStackTraceContaining("without a wait");
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("demo-attack").count())
        .isZero();
  }
}
