package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lienthong.feel.Feel;

class TakeOverTest {

  private final ContentReader reader = new ContentReader(new Feel());

  @Test
  void refusesAProcessThatALifeEventAndAServiceBothDeploy() {
    Folder event = process(FolderKind.LIFE_EVENT, "demo-move", "demo-other");
    Folder service = process(FolderKind.SERVICE, "demo-move", "demo-other");

    assertThat(rules(event, service)).containsExactly("process-taken");
    assertThat(rules(service, event)).containsExactly("process-taken");
  }

  @Test
  void refusesProcessesThatCallEachOtherRoundAndRound() {
    Folder a = process(FolderKind.SERVICE, "demo-a", "demo-b");
    Folder b = process(FolderKind.SERVICE, "demo-b", "demo-c");
    Folder c = process(FolderKind.SERVICE, "demo-c", "demo-a");

    assertThat(rules(a, b, c)).containsExactly("call-loop");
    assertThat(rules(c, b, a)).containsExactly("call-loop");
  }

  @Test
  void letsProcessesCallOneAfterTheOther() {
    Folder a = process(FolderKind.LIFE_EVENT, "demo-a", "demo-b");
    Folder b = process(FolderKind.SERVICE, "demo-b", "demo-c");

    assertThat(rules(a, b)).isEmpty();
    assertThat(rules(b, a)).isEmpty();
  }

  @Test
  void refusesADecisionOfAFolderWhoseNameIsLonger() {
    Folder card = decision("demo-card", "demo-card-child-validity");
    Folder child = decision("demo-card-child", "demo-card-child-amount");

    assertThat(rules(card, child)).containsExactly("decision-taken");
    assertThat(rules(child, card)).isEmpty();
  }

  private List<String> rules(Folder folder, Folder... others) {
    Content content = reader.read(folder);
    assertThat(content.problems()).isEmpty();
    Contents all =
        new Contents(
            Stream.concat(Stream.of(folder), Stream.of(others)).map(reader::read).toList());
    Findings findings = new Findings(folder.key());
    new TakeOver().check(content, all, findings);
    return findings.list().stream().map(Finding::rule).toList();
  }

  private static Folder process(FolderKind kind, String key, String callee) {
    String model =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="urn:x">\
        <bpmn:process id="%s" name="Demo" isExecutable="true" camunda:historyTimeToLive="P365D">\
        <bpmn:startEvent id="Start_A"/>\
        <bpmn:sequenceFlow id="Flow_A" sourceRef="Start_A" targetRef="Call_A"/>\
        <bpmn:callActivity id="Call_A" calledElement="%s"/>\
        <bpmn:sequenceFlow id="Flow_B" sourceRef="Call_A" targetRef="End_A"/>\
        <bpmn:endEvent id="End_A"/>\
        </bpmn:process></bpmn:definitions>\
        """
            .formatted(key, callee);
    return new Folder(kind, key, Map.of(key + ".bpmn", model.getBytes(StandardCharsets.UTF_8)));
  }

  private static Folder decision(String folder, String key) {
    String table =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" \
        xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="D" name="d" namespace="urn:x">\
        <inputData id="keyDate" name="birthDate"><variable id="V" name="birthDate" typeRef="date"/></inputData>\
        <decision id="%s" name="d" camunda:historyTimeToLive="P365D"><decisionTable id="T" hitPolicy="FIRST">\
        <input id="I"><inputExpression id="E"><text>birthDate</text></inputExpression></input>\
        <output id="O" name="status" typeRef="string"/>\
        <rule id="r"><inputEntry id="C"><text>-</text></inputEntry>\
        <outputEntry id="P"><text>"ELIGIBLE"</text></outputEntry></rule>\
        </decisionTable></decision></definitions>\
        """
            .formatted(key);
    return new Folder(
        FolderKind.DECISION, folder, Map.of(key + ".dmn", table.getBytes(StandardCharsets.UTF_8)));
  }
}
