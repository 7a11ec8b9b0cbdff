package org.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotAllowedException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.lienthong.platform.AttackFlags.Reached;

/** What the engine's services would do without any model is switched off, or reaches nothing. */
class ServiceWallTest extends WalledEngine {

  private static final String CASE =
      """
      <cmmn:definitions xmlns:cmmn="http://www.omg.org/spec/CMMN/20151109/MODEL" \
      xmlns:camunda="http://camunda.org/schema/1.0/cmmn" id="D" targetNamespace="urn:x">\
      <cmmn:case id="demo-case" camunda:historyTimeToLive="P365D">\
      <cmmn:casePlanModel id="P"><cmmn:planItem id="I" definitionRef="T"/>\
      <cmmn:humanTask id="T"/></cmmn:casePlanModel></cmmn:case></cmmn:definitions>\
      """;

  /** Nothing of ours asks so (`ArchitectureTest`); and whoever did would reach no bean. */
  @Test
  void evaluatesNoExpressionOfAQuery() {
    ProcessEngine open = engine("open-queries", false);
    try {
      assertThat(reaches(open, q -> q.or().taskAssigneeExpression("${bean.secret}").endOr()))
          .as("without walls, past the flag that forbids it")
          .isTrue();
    } finally {
      open.close();
    }
    assertThat(reaches(walled, q -> q.or().taskAssigneeExpression("${bean.secret}").endOr()))
        .isFalse();
    assertThat(reaches(walled, q -> q.taskAssigneeExpression("${bean.secret}"))).isFalse();
  }

  private boolean reaches(ProcessEngine engine, Consumer<TaskQuery> asked) {
    forget();
    TaskQuery query = engine.getTaskService().createTaskQuery();
    try {
      asked.accept(query);
      outcome = String.valueOf(query.list());
    } catch (ProcessEngineException refused) {
      outcome = String.valueOf(refused.getMessage());
    }
    return AttackFlags.reached.contains(Reached.CODE_RAN);
  }

  @Test
  void makesNoTaskOutsideAProcess() {
    TaskService tasks = walled.getTaskService();
    Task task = tasks.newTask();

    assertThatThrownBy(() -> tasks.saveTask(task)).isInstanceOf(NotAllowedException.class);
    assertThat(tasks.createTaskQuery().count()).isZero();
  }

  @Test
  void deploysNoCase() {
    ProcessEngine open = engine("open-cases", false);
    try {
      deploy(open, "demo.cmmn", CASE);
      assertThat(open.getCaseService().createCaseInstanceByKey("demo-case"))
          .as("without walls")
          .isNotNull();
    } finally {
      open.close();
    }
    deploy(walled, "demo.cmmn", CASE);

    assertThatThrownBy(() -> walled.getCaseService().createCaseInstanceByKey("demo-case"))
        .isInstanceOf(ProcessEngineException.class);
    clean(walled);
  }

  @Test
  void knowsNoScriptLanguageButFeelWhateverIsOnTheClassPath() {
    ScriptEngineResolver resolver =
        ((ProcessEngineConfigurationImpl) walled.getProcessEngineConfiguration())
            .getScriptEngineResolver();
    List<String> languages =
        new ScriptEngineManager()
            .getEngineFactories().stream().flatMap(each -> each.getNames().stream()).toList();

    assertThat(languages)
        .as("the engine brings juel, FEEL's library its own adapter, and these tests two more")
        .contains("juel", "feel", "groovy", "javascript")
        .filteredOn(language -> resolver.getScriptEngine(language, false) != null)
        .containsOnly("feel");
    assertThat(resolver.getScriptEngine("feel", false)).isInstanceOf(FeelScriptEngine.class);
  }
}
