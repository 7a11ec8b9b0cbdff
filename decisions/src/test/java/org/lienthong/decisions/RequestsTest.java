package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.Status;
import org.springframework.beans.factory.annotation.Autowired;

/** What only says that somebody has asked, so that a sweep finds those who never did. */
@DecisionsTest
class RequestsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @Autowired Eligibility eligibility;

  @ParameterizedTest
  @CsvSource({
    "social-pension-entitlement, socialPensionRequested, not-asked-for, 1951-05-05",
    "retirement-pension-allowance-before-social-pension, allowanceRequested,"
        + " allowance-not-asked-for, 1960-05-05"
  })
  void whoNeverAskedIsEntitledAsSoonAsTheRequestIsSupposed(
      String decision, String request, String refusal, String birthDate) {
    Rules rules = eligibility.rules();
    Map<String, Object> facts = new HashMap<>(Map.of("birthDate", birthDate, "sex", "M"));
    facts.putAll(Map.of("monthlyPension", 0, "contributionYears", 10, "withdrewOneOff", false));
    facts.putAll(Map.of("householdPoverty", "NONE", "otherSocialAllowance", 0));
    facts.put(request, false);

    assertThat(rules.requests(decision)).containsExactly(request);
    assertThat(rules.evaluateOn(decision, facts, DAY).matchedRows()).containsExactly(refusal);

    facts.put(request, true);
    assertThat(rules.evaluateOn(decision, facts, DAY).status()).isEqualTo(Status.ELIGIBLE);
  }

  /** Who can ask only once, such as the parent who claimed first, is no request. */
  @Test
  void noOtherFactIsARequest() {
    Rules rules = eligibility.rules();

    assertThat(rules.decisions().stream().flatMap(d -> rules.requests(d).stream()))
        .containsExactlyInAnyOrder("allowanceRequested", "socialPensionRequested");
  }
}
