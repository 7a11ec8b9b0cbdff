package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Beside;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Entitlements;
import org.lienthong.eligibility.Entitlements.Standing;
import org.lienthong.eligibility.Explanation;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.Status;
import org.springframework.beans.factory.annotation.Autowired;

/** One person, all benefits at once: what is due, why, and what stays beside what. */
@DecisionsTest
class EntitlementsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-01");
  private static final String PENSION = "social-pension-entitlement";
  private static final String DISABILITY = "social-assistance-disability";

  @Autowired Eligibility eligibility;

  private static Map<String, Object> aged80(Map<String, Object> and) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("birthDate", "1946-01-15");
    facts.put("householdPoverty", "NONE");
    facts.put("monthlyPension", 0);
    facts.put("socialPensionRequested", true);
    facts.put("otherSocialAllowance", 0);
    facts.putAll(and);
    return facts;
  }

  private Entitlements all(Map<String, Object> facts) {
    return eligibility.entitlements(eligibility.entitling(), facts, DAY, false);
  }

  private static Assessment of(Entitlements entitlements, String decision) {
    return entitlements.found().stream()
        .map(Explanation::assessment)
        .filter(each -> each.decision().equals(decision))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void areDecidedAllAtOnceAndWeighed() {
    Entitlements found = all(aged80(Map.of("disabilityLevel", "SEVERE")));

    assertThat(found.found()).hasSize(eligibility.entitling().size()).hasSizeGreaterThan(40);
    assertThat(eligibility.entitling())
        .noneMatch(decision -> decision.startsWith("concurrence"))
        .noneMatch(decision -> decision.startsWith("ee-"));
    assertThat(of(found, PENSION).status()).isEqualTo(Status.ELIGIBLE);
    assertThat(found.standing(of(found, PENSION))).isEqualTo(Standing.GIVES_WAY);
    assertThat(found.standing(of(found, DISABILITY))).isEqualTo(Standing.DUE);
    assertThat(found.weighed().of(DISABILITY).orElseThrow().reasonKeys())
        .containsExactly("concurrence-old-age-allowances.disability-allowance-higher-than-pension");
    assertThat(eligibility.rules().secondLayer().due(found.weighed().of(PENSION).orElseThrow()))
        .containsExactly(DISABILITY, PENSION);
    assertThat(found.standing(of(found, "marriage-right-to-marry"))).isEqualTo(Standing.NOT_DUE);
  }

  @Test
  void areDueWithoutAWordWhereNothingStandsAgainstThem() {
    Entitlements found = all(aged80(Map.of("disabilityLevel", "NONE")));

    assertThat(found.standing(of(found, PENSION))).isEqualTo(Standing.DUE);
    assertThat(found.weighed().of(PENSION)).isEmpty();
  }

  @Test
  void hearWhatOtherDecisionsSay() {
    Map<String, Object> birth =
        Map.of(
            "birthDate",
            "2026-06-30",
            "childrenBorn",
            1,
            "birthOrder",
            1,
            "motherMonthsIn12",
            8,
            "avgSalary6m",
            10_000_000);

    Entitlements found = all(birth);

    assertThat(of(found, "maternity-benefit-maternity-pay").amount()).isEqualTo(60_000_000);
    Map<String, Object> otherwise = new HashMap<>(birth);
    otherwise.put("birthGrantRecipient", "NONE");
    assertThat(of(all(otherwise), "maternity-benefit-maternity-pay").status())
        .isEqualTo(Status.NOT_ELIGIBLE);
  }

  @Test
  void lookAtAChildStillToBeBornOnTheDayOfBirth() {
    Map<String, Object> facts =
        Map.of(
            "birthDate", "2026-12-24",
            "householdPoverty", "POOR",
            "communeClass", "SPECIALLY_DIFFICULT",
            "otherAssistanceCategory", false);

    assertThat(of(all(facts), "social-assistance-child-under-3").status())
        .isEqualTo(Status.ELIGIBLE);
  }

  @Test
  void nameEveryFactThatCannotBeRead() {
    assertThatThrownBy(() -> all(aged80(Map.of("monthlyPension", -1, "pregnant", "maybe"))))
        .isInstanceOfSatisfying(
            FactProblems.class,
            e ->
                assertThat(e.byFact())
                    .containsOnly(
                        Map.entry("monthlyPension", "negative"),
                        Map.entry("pregnant", "not-a-boolean")));
  }

  @Test
  void ofAJourneyAreWeighedAndTheReasonIsKept() {
    String journey = UUID.randomUUID().toString();
    Map<String, Object> facts = aged80(Map.of("disabilityLevel", "SEVERE"));
    assertThat(eligibility.inputsWithRivals(PENSION)).contains("monthlyPension", "disabilityLevel");

    Assessment pension = eligibility.assess(journey, PENSION, facts, Map.of());
    assertThat(eligibility.weighed(journey, pension)).isEmpty();
    Beside beside = eligibility.weigh(journey, pension, facts, Set.of());
    Assessment said = eligibility.weighed(journey, pension).orElseThrow();

    assertThat(Entitlements.standing(PENSION, said)).isEqualTo(Standing.GIVES_WAY);
    assertThat(beside).isEqualTo(new Beside(Status.NOT_ELIGIBLE, said, Set.of()));
    assertThat(eligibility.of(journey)).containsExactly(pension, said);
    for (Object level : List.of("NONE", 3)) {
      assertThat(eligibility.weigh(journey, pension, Map.of("disabilityLevel", level), Set.of()))
          .isEqualTo(new Beside(Status.ELIGIBLE, null, Set.of()));
    }
    assertThat(eligibility.of(journey)).hasSize(2);
  }

  @Test
  void areExplainedWhenAsked() {
    Entitlements found =
        eligibility.entitlements(
            List.of(
                "maternity-benefit-fathers-leave-pay", "voluntary-maternity-allowance-entitlement"),
            Map.of(
                "birthDate",
                "2026-03-01",
                "compulsoryEligible",
                false,
                "otherParentClaimed",
                false,
                "childrenBorn",
                1,
                "voluntaryMonthsIn12",
                4),
            DAY,
            true);

    assertThat(found.found().get(0).questions()).contains("fatherAvgSalary6m");
    assertThat(found.found().get(1).changes())
        .extracting(Explanation.Change::fact, Explanation.Change::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("voluntaryMonthsIn12", 6L));
    assertThat(Objects.requireNonNull(found.found().get(1).changes().get(0).then().amount()))
        .isEqualTo(2_000_000);
  }

  @Test
  void sayOnWhichDayAnAgeThatIsComputedWithIsReached() {
    Map<String, Object> facts =
        Map.of(
            "onDate",
            "2026-11-01",
            "sex",
            "F",
            "birthDate",
            "1970-01-10",
            "contributionYears",
            10,
            "withdrewOneOff",
            false,
            "monthlyPension",
            0,
            "allowanceRequested",
            true);

    Explanation explanation =
        eligibility.explain("retirement-pension-allowance-before-social-pension", facts, null);

    assertThat(explanation.assessment().status()).isEqualTo(Status.NOT_ELIGIBLE);
    assertThat(explanation.changes())
        .extracting(Explanation.Change::fact, Explanation.Change::to, Explanation.Change::on)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ageMonths", 684L, LocalDate.parse("2027-01-10")));
  }
}
