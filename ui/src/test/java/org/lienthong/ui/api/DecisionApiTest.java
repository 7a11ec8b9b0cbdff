package org.lienthong.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lienthong.ui.api.Program.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What programs are told of decisions: the answer, why, what is missing, and what a table does. */
@RunningApplication
class DecisionApiTest {

  private static final String GRANT = "/api/decisions/maternity-benefit-birth-grant/evaluate";

  @LocalServerPort private int port;

  private Program as(String person) {
    return Program.of(port, person);
  }

  @Test
  void aDecisionIsExplainedInBothLanguages() {
    Answer answer =
        as("p-hoa")
            .post(
                GRANT,
                """
                {"keyDate": "2026-06-30", "facts": {"childrenBorn": 1, "motherMonthsIn12": 6,
                 "motherTotalMonths": 6, "motherPrescribedRest": false, "fatherMonthsIn12": 0}}
                """);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode said = answer.json();
    assertThat(said.get("status").asString()).isEqualTo("ELIGIBLE");
    assertThat(said.get("amount").asLong()).isEqualTo(4_680_000);
    assertThat(said.get("periodicity").asString()).isEqualTo("ONCE");
    assertThat(said.get("keyDate").asString()).isEqualTo("2026-06-30");
    assertThat(said.at("/matchedRows/0").asString()).isEqualTo("mother-6-months");
    assertThat(said.at("/reasons/vi/0").asString()).isNotBlank();
    assertThat(said.at("/reasons/en/0").asString())
        .isNotBlank()
        .isNotEqualTo(said.at("/reasons/vi/0").asString());
    assertThat(said.at("/legalBasis/vi").asString()).isNotBlank();
    assertThat(said.get("parameters")).isNotEmpty();
    assertThat(said.get("missingFacts")).isEmpty();
  }

  @Test
  void aDecisionNamesWhatItMisses() {
    JsonNode said = as("p-hoa").post(GRANT, "{\"facts\": {\"childrenBorn\": 1}}").json();
    assertThat(said.get("status").asString()).isEqualTo("NEEDS_DATA");
    assertThat(said.get("missingFacts").toString()).contains("birthDate", "motherMonthsIn12");
    assertThat(said.at("/reasons/en/0").asString()).doesNotContain("facts-missing").isNotBlank();
  }

  @Test
  void everyDecisionNamesItsFacts() {
    JsonNode decisions = as("p-hoa").get("/api/decisions").json();
    assertThat(decisions).isNotEmpty();
    assertThat(decisions.values())
        .allSatisfy(
            each -> {
              assertThat(each.at("/title/vi").asString()).isNotBlank();
              assertThat(each.get("facts")).isNotEmpty();
              assertThat(each.get("tables").values())
                  .isNotEmpty()
                  .allMatch(
                      table -> table.get("compiled").asBoolean() != table.hasNonNull("reason"));
            });
  }

  @Test
  void anAnswerExplainsItselfWhenAsked() {
    Program citizen = as("p-hoa");
    String facts = "{\"facts\": {\"birthDate\": \"2026-06-30\", \"childrenBorn\": 1";

    JsonNode open = citizen.post(GRANT + "?explain=true", facts + "}}").json();
    assertThat(open.get("missingFacts")).hasSizeGreaterThan(open.at("/explanation/ask").size() - 1);
    assertThat(open.at("/explanation/ask").valueStream().map(JsonNode::asString))
        .contains("motherMonthsIn12", "fatherMonthsIn12");
    assertThat(citizen.post(GRANT, facts + "}}").json().path("explanation").isObject()).isFalse();

    JsonNode refused =
        citizen
            .post(
                GRANT + "?explain=true",
                facts
                    + ", \"motherMonthsIn12\": 2, \"motherTotalMonths\": 2,"
                    + " \"motherPrescribedRest\": false, \"fatherMonthsIn12\": 5}}")
            .json();
    JsonNode changes = refused.at("/explanation/changes");
    assertThat(changes.valueStream().map(each -> each.get("fact").asString()))
        .containsExactly("motherMonthsIn12", "fatherMonthsIn12");
    assertThat(changes.valueStream().map(each -> each.get("to").asInt())).containsOnly(6);
    assertThat(changes.at("/0/status").asString()).isEqualTo("ELIGIBLE");
    assertThat(changes.at("/0/amount").asLong()).isPositive();
    assertThat(changes.at("/0/reasons/en/0").asString()).isNotBlank();
  }

  @Test
  void anAnswerSaysItsCurrencyAndWhoseLawItIs() {
    JsonNode answer =
        as("p-hoa")
            .post(
                "/api/decisions/ee-birth-allowance-grant/evaluate",
                "{\"facts\": {\"birthDate\": \"2026-06-30\", \"childrenBorn\": 3,"
                    + " \"eeParentResident\": true, \"provinceCode\": \"79\"}}")
            .json();

    assertThat(answer.get("amount").asInt()).isEqualTo(3000);
    assertThat(answer.get("currency").asString()).isEqualTo("EUR");
    assertThat(answer.get("jurisdiction").asString()).isEqualTo("ee");
    assertThat(answer.get("table").asString()).isEqualTo("ee-birth-allowance-grant");
    assertThat(answer.get("parametersFrom")).isEmpty();
  }

  @Test
  void aTableIsLookedAtAsAWhole() {
    JsonNode findings =
        as("p-lan").get("/api/decisions/maternity-benefit-maternity-pay/analysis").json();

    assertThat(findings.isArray()).isTrue();
    assertThat(findings.values()).as("What is live covers every case").isEmpty();
    assertThat(as("p-lan").get("/api/decisions/none/analysis").status()).isEqualTo(404);
  }
}
