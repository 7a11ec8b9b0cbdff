package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.SecondLayer.Weighed;
import org.springframework.beans.factory.annotation.Autowired;

/** One person's entitlements are weighed against each other, and what gives way is told why. */
@DecisionsTest
class SecondLayerTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-01");
  private static final String PENSION = "social-pension-entitlement";
  private static final String DISABILITY = "social-assistance-disability";

  @Autowired Eligibility eligibility;

  private Weighed weighed(Map<String, Object> facts) {
    Rules rules = eligibility.rules();
    Map<String, Assessment> first = new TreeMap<>();
    for (String decision : rules.secondLayer().withRivals(Set.of(PENSION))) {
      first.put(decision, rules.evaluateOn(decision, facts, DAY));
    }
    return rules.secondLayer().weigh(first, facts, DAY);
  }

  private static Map<String, Object> aged80(Map<String, Object> and) {
    Map<String, Object> facts =
        new HashMap<>(
            Map.of(
                "birthDate",
                "1946-01-15",
                "householdPoverty",
                "NONE",
                "monthlyPension",
                0,
                "socialPensionRequested",
                true,
                "otherSocialAllowance",
                0));
    facts.putAll(and);
    return facts;
  }

  @Test
  void theLowerOfTwoAllowancesGivesWayAndSaysToWhich() {
    Weighed weighed = weighed(aged80(Map.of("disabilityLevel", "SEVERE")));

    assertThat(weighed.givesWay()).containsOnlyKeys(PENSION);
    assertThat(weighed.givesWay().get(PENSION))
        .extracting(Assessment::reasonKey, Assessment::service)
        .containsExactly(
            "concurrence-old-age-allowances.disability-allowance-higher-than-pension",
            "concurrence");
  }

  @Test
  void whatStandsAloneStays() {
    Weighed weighed = weighed(aged80(Map.of("disabilityLevel", "NONE")));

    assertThat(weighed.givesWay()).isEmpty();
    assertThat(weighed.open()).isEmpty();
  }
}
