package org.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.platform.AttackFlags.Reached;

/** Expressions read variables, wherever a model puts them, and reach nothing else. */
class ExpressionWallTest extends WalledEngine {

  @TestFactory
  Stream<DynamicTest> evaluatesNoExpressionBeyondVariables() {
    return Stream.of(
            "${bean.run()}",
            "${bean.secret}",
            "#{bean.secret}",
            "${bean['secret']}",
            "${execution.setVariable('hit', true)}",
            "${execution.processEngineServices.runtimeService}",
            "#{execution['variables']}",
            "${''.getClass().forName('org.lienthong.platform.AttackProbe').newInstance().run()}",
            "${text.class.classLoader}",
            "${authenticatedUserId}",
            "${dateTime()}",
            "${now()}",
            "${currentUser()}",
            "${task.execution}",
            "${list.stream()}",
            "${x = bean.run()}")
        .map(expression -> DynamicTest.dynamicTest(expression, () -> express(expression)));
  }

  private void express(String expression) {
    forget();
    for (String model : placesOf(expression)) {
      play(walled, "demo-attack.bpmn", model.getBytes(StandardCharsets.UTF_8));
      assertThat(AttackFlags.reached).doesNotContain(Reached.CODE_RAN);
      assertThat(outcome).as(model).isNotEqualTo("passed");
    }
  }

  @Test
  void evaluatesBareVariablesInTheSamePlaces() {
    List<String> texts = placesOf("${text}");
    List<String> harmless =
        List.of(texts.get(0), texts.get(1), texts.get(3), placesOf("${flag}").get(4), texts.get(7));
    for (String model : harmless) {
      play(walled, "demo-attack.bpmn", model.getBytes(StandardCharsets.UTF_8));
      // the last one calls the process that the variable names, and there is none
      assertThat(outcome).as(model).matches("passed|.*no processes deployed with key '1 = 1'.*");
    }
  }

  @Test
  void evaluatesVariablesAndTheBusinessKey() {
    deploy(walled, "demo-attack.bpmn", userTask("camunda:assignee=\"${map.name}\""));
    walled
        .getRuntimeService()
        .startProcessInstanceByKey(
            "demo-attack", "journey-1", Map.of("map", new HashMap<>(Map.of("name", "p-lan"))));
    assertThat(walled.getTaskService().createTaskQuery().singleResult().getAssignee())
        .isEqualTo("p-lan");
    walled
        .getRepositoryService()
        .createDeployment()
        .addString(
            "caller.bpmn",
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="urn:x">\
            <bpmn:process id="caller" isExecutable="true" camunda:historyTimeToLive="P365D">\
            <bpmn:startEvent id="S"/><bpmn:sequenceFlow id="F" sourceRef="S" targetRef="C"/>\
            <bpmn:callActivity id="C" calledElement="demo-attack"><bpmn:extensionElements>\
            <camunda:in businessKey="#{execution.processBusinessKey}"/>\
            <camunda:in source="map" target="map"/>\
            </bpmn:extensionElements></bpmn:callActivity>\
            </bpmn:process></bpmn:definitions>\
            """)
        .deploy();
    walled
        .getRuntimeService()
        .startProcessInstanceByKey(
            "caller", "journey-2", Map.of("map", new HashMap<>(Map.of("name", "p-hoa"))));
    assertThat(
            walled
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("journey-2")
                .processDefinitionKey("demo-attack")
                .count())
        .isEqualTo(1);
    clean(walled);
  }

  private static List<String> placesOf(String expression) {
    String xml = expression.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    return List.of(
        userTask("camunda:assignee=\"" + xml + "\""),
        userTask("camunda:candidateGroups=\"" + xml + "\""),
        userTask("camunda:dueDate=\"" + xml + "\""),
        userTask("name=\"" + xml + "\""),
        model(
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                + xml
                + "</bpmn:conditionExpression>",
            ""),
        model("", "<bpmn:serviceTask id=\"T\" camunda:expression=\"" + xml + "\"/>"),
        model("", "<bpmn:serviceTask id=\"T\" camunda:delegateExpression=\"" + xml + "\"/>"),
        model("", "<bpmn:callActivity id=\"T\" calledElement=\"" + xml + "\"/>"));
  }
}
