package org.lienthong.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A refusal says what would change it, and that holds when the rule is asked again. */
@RunningApplication
class RefusalTest {

  private static final String PENSION = "/api/decisions/social-pension-entitlement/evaluate";
  private static final String FACTS =
      """
      {"keyDate": "%s", "facts": {"birthDate": "%s", "householdPoverty": "NONE",
       "monthlyPension": 0, "socialPensionRequested": %s, "otherSocialAllowance": 0}}
      """;

  @LocalServerPort private int port;

  private JsonNode ask(String keyDate, String birthDate, boolean requested) {
    return Program.of(port, "p-hoa")
        .post(PENSION + "?explain=true", FACTS.formatted(keyDate, birthDate, requested))
        .json();
  }

  @Test
  void whoHasNotAskedIsToldThatAskingWouldDo() {
    JsonNode refused = ask("2026-11-01", "1951-05-05", false);
    assertThat(refused.get("status").asString()).isEqualTo("NOT_ELIGIBLE");
    JsonNode changes = refused.at("/explanation/changes");
    assertThat(changes).hasSize(1);
    assertThat(changes.at("/0/fact").asString()).isEqualTo("socialPensionRequested");
    assertThat(changes.at("/0/to").asBoolean()).isTrue();

    JsonNode again = ask("2026-11-01", "1951-05-05", changes.at("/0/to").asBoolean());
    assertThat(again.get("status").asString()).isEqualTo("ELIGIBLE");
    assertThat(again.get("amount")).isEqualTo(changes.at("/0/amount"));
  }

  @Test
  void whoIsTooYoungIsToldTheDayAndNotToBecomePoor() {
    JsonNode refused = ask("2026-11-01", "1951-11-02", true);
    JsonNode changes = refused.at("/explanation/changes");
    assertThat(changes).hasSize(1);
    assertThat(changes.at("/0/fact").asString()).isEqualTo("ageYears");
    String day = changes.at("/0/on").asString();
    assertThat(day).isEqualTo("2026-11-02");

    assertThat(ask(day, "1951-11-02", true).get("status").asString()).isEqualTo("ELIGIBLE");
  }
}
