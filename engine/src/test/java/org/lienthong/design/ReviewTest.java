package org.lienthong.design;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.design.Review.Detail;
import org.lienthong.design.Review.ElementChange;
import org.lienthong.design.Review.How;
import org.lienthong.design.Review.Line;

class ReviewTest {

  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="Definitions_Demo"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
        <process id="demo-event">
          <startEvent id="Start_Asked"><outgoing>Flow_1</outgoing></startEvent>
          <userTask id="Task_Answer" name="Answer" camunda:assignee="${applicant}">
            <extensionElements><camunda:properties>
              <camunda:property name="statutoryLimitDays" value="5"/>
            </camunda:properties></extensionElements>
          </userTask>
          <sequenceFlow id="Flow_1" sourceRef="Start_Asked" targetRef="Task_Answer">
            <conditionExpression id="x1" language="feel">answer = "YES"</conditionExpression>
          </sequenceFlow>
        </process>
        <bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1">
          <bpmndi:BPMNShape id="Shape_1" bpmnElement="Task_Answer"/>
        </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
      </definitions>
      """;

  @Test
  void tellsWhichElementsChangeAndHow() {
    String after =
        MODEL
            .replace("name=\"Answer\"", "name=\"Answer it\"")
            .replace("value=\"5\"", "value=\"7\"")
            .replace("\"YES\"", "\"NO\"")
            .replace("</process>", "<endEvent id=\"End_Told\" name=\"Told\"/></process>");

    assertThat(review(MODEL, after).files().get(0).elements())
        .containsExactly(
            new ElementChange(
                "Task_Answer",
                "userTask",
                "Answer it",
                How.CHANGED,
                List.of(
                    new Detail("name", "Answer", "Answer it"),
                    new Detail("properties/property statutoryLimitDays", "5", "7"))),
            new ElementChange(
                "Flow_1",
                "sequenceFlow",
                "",
                How.CHANGED,
                List.of(new Detail("conditionExpression", "answer = \"YES\"", "answer = \"NO\""))),
            new ElementChange("End_Told", "endEvent", "Told", How.ADDED, List.of()));
  }

  @Test
  void doesNotCallAMovedShapeAChange() {
    String after = MODEL.replace("\"Shape_1\"", "\"Shape_2\"");

    assertThat(review(MODEL, after).files().get(0).elements()).isEmpty();
    assertThat(review(MODEL, after).files().get(0).lines())
        .extracting(Line::kind)
        .contains(Line.Kind.REMOVED, Line.Kind.ADDED);
  }

  @Test
  void namesOnlyFilesThatDiffer() {
    assertThat(review(MODEL, MODEL).files()).isEmpty();
  }

  @Test
  void showsChangedLinesWithSomeAround() {
    List<Line> lines = LineDiff.of("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\n5\nsix\n7\n8\n9");

    assertThat(lines)
        .extracting(line -> line.kind() + " " + line.text())
        .containsExactly(
            "SKIPPED ",
            "SAME 3",
            "SAME 4",
            "SAME 5",
            "REMOVED 6",
            "ADDED six",
            "SAME 7",
            "SAME 8",
            "SAME 9");
    assertThat(lines).contains(new Line(Line.Kind.ADDED, 0, 6, "six"));
  }

  @Test
  void comparesLongTextsWithoutALargeTable() {
    String before = "a\n".repeat(5_000) + "b";
    String after = "c\n".repeat(5_000) + "d";

    assertThat(LineDiff.of(before, after)).hasSize(10_002);
  }

  @Test
  void listsAModelForWhoDoesNotSeeTheCanvas() {
    assertThat(Outline.of("demo-event.bpmn", MODEL.getBytes(UTF_8)))
        .extracting(element -> element.depth() + " " + element.type() + " " + element.id())
        .containsExactly(
            "0 definitions Definitions_Demo",
            "1 process demo-event",
            "2 startEvent Start_Asked",
            "2 userTask Task_Answer",
            "2 sequenceFlow Flow_1");
  }

  @Test
  void refusesADoctype() {
    byte[] attack = "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>".getBytes(UTF_8);

    assertThatThrownBy(() -> ModelXml.read(attack)).hasMessageContaining("DOCTYPE");
  }

  @Test
  void refusesDeepNesting() {
    byte[] attack = ("<a>".repeat(200) + "</a>".repeat(200)).getBytes(UTF_8);

    assertThatThrownBy(() -> ModelXml.read(attack)).hasMessageContaining("deeper");
  }

  private static Review review(String before, String after) {
    var draft = new Draft(1, FolderKind.SERVICE, "demo-event", 1, "d", "d-1", Instant.EPOCH, null);
    return Review.of(
        draft,
        Map.of("demo-event.bpmn", before.getBytes(UTF_8)),
        Map.of("demo-event.bpmn", after.getBytes(UTF_8)));
  }
}
