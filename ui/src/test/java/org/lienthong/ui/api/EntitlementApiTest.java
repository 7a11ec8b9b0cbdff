package org.lienthong.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lienthong.ui.api.Program.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** One person, all benefits at once: what is due, why, why not, and what would change it. */
@RunningApplication
class EntitlementApiTest {

  private static final String ALL = "/api/entitlements";
  private static final String OLD =
      """
      {"keyDate": "2026-11-01", "facts": {"birthDate": "1946-01-15", "householdPoverty": "NONE",
       "monthlyPension": 0, "socialPensionRequested": true, "otherSocialAllowance": 0,
       "disabilityLevel": "%s"}%s}
      """;

  @LocalServerPort private int port;

  private Answer ask(String path, String body) {
    return Program.of(port, "p-hoa").post(path, body);
  }

  private static JsonNode result(JsonNode all, String decision) {
    return all.get("results")
        .valueStream()
        .filter(each -> each.get("decision").asString().equals(decision))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyBenefitIsDecidedAndWeighedAtOnce() {
    Answer answer = ask(ALL, OLD.formatted("SEVERE", ""));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode all = answer.json();

    assertThat(all.get("results").size()).isGreaterThan(40);
    assertThat(all.get("due").toString())
        .contains("social-assistance-disability")
        .doesNotContain("social-pension");
    JsonNode pension = result(all, "social-pension-entitlement");
    assertThat(pension.get("status").asString()).isEqualTo("ELIGIBLE");
    assertThat(pension.get("amount").asLong()).isEqualTo(500_000);
    assertThat(pension.get("currency").asString()).isEqualTo("VND");
    assertThat(pension.get("periodicity").asString()).isEqualTo("MONTHLY");
    assertThat(pension.at("/beside/standing").asString()).isEqualTo("GIVES_WAY");
    assertThat(pension.at("/beside/others/0").asString()).isEqualTo("social-assistance-disability");
    assertThat(pension.at("/beside/reasons/en/0").asString())
        .startsWith("You get the disability allowance because it is higher than");
    assertThat(pension.at("/beside/reasons/vi/0").asString()).isNotBlank();
    assertThat(pension.at("/beside/legalBasis/en").asString()).contains("Decree 176/2025");
    JsonNode allowance = result(all, "social-assistance-disability");
    assertThat(allowance.at("/beside/standing").asString()).isEqualTo("DUE");
    assertThat(allowance.at("/legalBasis/vi").asString()).isNotBlank();
    assertThat(allowance.get("legalBasisChecked").isBoolean()).isTrue();
    assertThat(result(all, "marriage-right-to-marry").get("missingFacts")).isNotEmpty();
    assertThat(pension.path("explanation").isObject()).isFalse();
  }

  @Test
  void whatStandsAloneIsDueWithoutAWord() {
    JsonNode pension =
        result(
            ask(ALL, OLD.formatted("NONE", ", \"decisions\": [\"social-pension-entitlement\"]"))
                .json(),
            "social-pension-entitlement");

    assertThat(pension.at("/beside/standing").asString()).isEqualTo("DUE");
    assertThat(pension.at("/beside").get("decision").isNull()).isTrue();
  }

  @Test
  void anExplanationSaysWhatWouldChangeItAndWhatToAsk() {
    String body =
        """
        {"facts": {"birthDate": "2026-03-01", "childrenBorn": 1, "motherMonthsIn12": 2,
         "motherTotalMonths": 2, "motherPrescribedRest": false, "fatherMonthsIn12": 5}}
        """;
    JsonNode all = ask(ALL + "?explain=true", body).json();

    JsonNode grant = result(all, "maternity-benefit-birth-grant");
    assertThat(grant.get("status").asString()).isEqualTo("NOT_ELIGIBLE");
    assertThat(grant.at("/explanation/changes").valueStream().map(c -> c.get("fact").asString()))
        .containsExactly("motherMonthsIn12", "fatherMonthsIn12");
    assertThat(grant.at("/explanation/changes/1/to").asInt()).isEqualTo(6);
    assertThat(grant.at("/explanation/changes/1/amount").asLong()).isEqualTo(4_680_000);
    assertThat(grant.at("/explanation/changes/1/reasons/vi/0").asString()).isNotBlank();
    assertThat(grant.at("/explanation/askAlso").toString())
        .contains("motherInfertilityTreatment", "motherMonthsIn24");
    assertThat(result(all, "maternity-benefit-maternity-pay").get("status").asString())
        .as("who gets the birth grant is what the other table said")
        .isEqualTo("NOT_ELIGIBLE");
    assertThat(
            result(all, "voluntary-maternity-allowance-entitlement")
                .at("/explanation/ask")
                .toString())
        .contains("voluntaryMonthsIn12")
        .doesNotContain("compulsoryEligible");
  }

  @Test
  void whatCannotBeReadIsNamed() {
    Answer wrong =
        ask(
            ALL,
            """
            {"facts": {"birthDate": "2026-02-30", "monthlyPension": -1, "nobody": 1}}
            """);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("/facts/birthDate", "/facts/nobody");
    assertThat(ask(ALL, "{\"facts\": {\"monthlyPension\": -1, \"pregnant\": 3}}").text())
        .contains("/facts/monthlyPension", "negative", "/facts/pregnant", "not-a-boolean");
    assertThat(ask(ALL, "{\"facts\": {}, \"keyDate\": \"soon\"}").text()).contains("/keyDate");
    Answer unknown =
        ask(ALL, "{\"facts\": {}, \"decisions\": [\"none\", \"concurrence-maternity\"]}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.text()).contains("/decisions/0", "/decisions/1");
    assertThat(ask(ALL, "{\"facts\": {}, \"decisions\": []}").status()).isEqualTo(422);
    assertThat(ask(ALL, "{}").text()).contains("/facts");
    assertThat(Program.ofNobody(port).post(ALL, "{\"facts\": {}}").status()).isEqualTo(401);
  }
}
