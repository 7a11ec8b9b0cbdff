package org.lienthong.ui.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.design.Drafts;
import org.lienthong.identity.Actor;
import org.lienthong.identity.Role;
import org.lienthong.ui.api.Program.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a change of law would do, asked over HTTP. */
@RunningApplication
class WhatIfApiTest {

  private static final String PATH = "/api/what-if";
  private static final String KEY = "social-pension";
  private static final String FILE = "social-pension-entitlement.dmn";
  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort private int port;
  @Autowired private Catalogue catalogue;
  @Autowired private Drafts drafts;

  private String live() {
    return new String(
        catalogue.folder(FolderKind.DECISION, KEY).orElseThrow().files().get(FILE), UTF_8);
  }

  private static Map<String, Object> changed(String text) {
    return new TreeMap<>(
        Map.of(
            "folders",
            java.util.List.of(Map.of("key", KEY, "files", Map.of(FILE, text))),
            "people",
            5_000,
            "day",
            "2026-11-01",
            "group",
            "householdPoverty"));
  }

  private Answer ask(String person, Map<String, Object> question) {
    return Program.of(port, person).post(PATH, JSON.writeValueAsString(question));
  }

  @Test
  void aDesignerSeesWhatAChangedTableWouldDo() {
    String younger = live().replace(">&lt; 70<", ">&lt; 65<").replace("[70..75)", "[65..75)");
    assertThat(younger).isNotEqualTo(live());

    Answer answer = ask("d-an", changed(younger));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode pension = answer.json().at("/decisions/0");
    assertThat(answer.json().get("people").asInt()).isEqualTo(5_000);
    assertThat(pension.get("decision").asString()).isEqualTo("social-pension-entitlement");
    assertThat(pension.at("/all/gain").asInt()).isPositive();
    assertThat(pension.at("/all/lose").asInt()).isZero();
    assertThat(pension.at("/all/yearlyDifference").asLong()).isPositive();
    assertThat(pension.get("byProvince")).isNotEmpty();
    assertThat(pension.get("byGroup")).isNotEmpty();
    assertThat(pension.at("/examples/0/before/rows/0").asString()).isEqualTo("younger-than-70");
    assertThat(pension.at("/examples/0/facts/birthDate").asString()).hasSize(10);
  }

  @Test
  void theSameTableMakesNoDifference() {
    JsonNode pension = ask("d-an", changed(live())).json().at("/decisions/0");

    assertThat(pension.get("all").values()).allMatch(figure -> figure.asLong() == 0);
    assertThat(pension.get("examples")).isEmpty();
  }

  @Test
  void whatCouldNotBePublishedIsRefusedWithFindings() {
    Answer answer =
        ask("d-an", changed(live().replace("hitPolicy=\"FIRST\"", "hitPolicy=\"PRIORITY\"")));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("findings").values())
        .anyMatch(finding -> finding.get("rule").asString().equals("dmn-hit-policy"));
  }

  @Test
  void aRefusalSpeaksTheCallersLanguage() {
    String never = live().replace(">&lt; 70<", ">&lt; 0<");
    String question = JSON.writeValueAsString(changed(never));
    Program an = Program.of(port, "d-an");

    JsonNode english = an.post(PATH, question).json();
    JsonNode vietnamese = an.post(PATH, question, "Accept-Language", "vi").json();

    assertThat(english.get("type").asString()).isEqualTo("urn:lienthong:problem:unpublishable");
    assertThat(english.get("title").asString()).isEqualTo("The change could not be published.");
    assertThat(english.at("/findings/0/message").asString()).startsWith("The row");
    assertThat(vietnamese.get("title").asString()).startsWith("Thay đổi này");
    assertThat(vietnamese.at("/findings/0/message").asString()).startsWith("Dòng");
    assertThat(vietnamese.get("traceId").asString()).isNotBlank();
  }

  @Test
  void theDraftOfTheStudioIsTheChange() {
    String younger = live().replace(">&lt; 70<", ">&lt; 65<").replace("[70..75)", "[65..75)");
    Actor an = new Actor("d-an", "An", Set.of(Role.DESIGNER), null);
    drafts.save(FolderKind.DECISION, KEY, FILE, younger.getBytes(UTF_8), 0, an);
    try {
      Map<String, Object> question = changed(younger);
      JsonNode byFile = ask("d-an", question).json();
      question.remove("folders");
      question.put("draft", KEY);

      assertThat(ask("d-khoa", question).json()).isEqualTo(byFile);
    } finally {
      drafts.discard(FolderKind.DECISION, KEY, an);
    }
  }

  @Test
  void whatCannotBeAskedIsNamed() {
    assertThat(wrong("people", 0)).isEqualTo("/people");
    assertThat(wrong("people", "many")).isEqualTo("/people");
    assertThat(wrong("day", "2026-13-01")).isEqualTo("/day");
    assertThat(wrong("group", "monthlyPension")).isEqualTo("/group");
    assertThat(wrong("draft", KEY)).isEqualTo("/draft");
    assertThat(wrong("draft", "../x")).isEqualTo("/draft");
    assertThat(wrong("folders", java.util.List.of())).isEqualTo("/folders");
    assertThat(wrong("folders", java.util.List.of(1))).isEqualTo("/folders/0/key");
    assertThat(wrong("recorded", "yes")).isEqualTo("/recorded");
    assertThat(wrong("more", 1)).isEqualTo("/more");
  }

  private String wrong(String name, Object value) {
    Map<String, Object> question = changed(live());
    question.put(name, value);
    Answer answer = ask("d-an", question);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    return answer.json().at("/errors/0/pointer").asString();
  }

  @Test
  void onlyWhomTheSettingsNameSeesWhatWasReallyDecided() {
    Map<String, Object> question = changed(live());
    question.put("recorded", true);

    assertThat(ask("d-khoa", question).status()).isEqualTo(403);
    JsonNode recorded = ask("d-an", question).json().get("recorded");
    assertThat(recorded.at("/decisions/0/effect/decision").asString())
        .isEqualTo("social-pension-entitlement");
    assertThat(recorded.get("left").asInt()).isZero();
  }

  @Test
  void onlyDesignersMayAsk() {
    assertThat(ask("p-hoa", changed(live())).status()).isEqualTo(403);
    assertThat(ask("o-ha", changed(live())).status()).isEqualTo(403);
    assertThat(Program.ofNobody(port).post(PATH, "{}").status()).isEqualTo(401);
  }

  @Test
  void theInterfaceDescribesIt() {
    JsonNode description = Program.ofNobody(port).get("/v3/api-docs").json();

    assertThat(description.at("/paths/~1api~1what-if/post/summary").asString()).isNotBlank();
    assertThat(description.at("/components/schemas/Question/properties").propertyNames())
        .containsExactlyInAnyOrder("folders", "draft", "people", "day", "group", "recorded");
  }
}
