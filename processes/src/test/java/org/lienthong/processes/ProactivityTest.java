package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.eligibility.Eligibility;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How far each service goes by itself with what a sweep finds due: the targets per life event, and
 * where a service stays below its target, why. From 0 (told) to 3 (granted without application).
 */
@OverTheContent
class ProactivityTest {

  private static final List<String> TARGETS =
      List.of(
          "birth 2 maternity-benefit-birth-grant maternity-benefit-maternity-pay"
              + " maternity-benefit-fathers-leave-pay maternity-benefit-recovery-pay"
              + " voluntary-maternity-allowance-entitlement"
              + " ethnic-minority-birth-support-entitlement fertility-support-entitlement"
              + " health-insurance-card-under-6-validity",
          "death 2 survivor-benefit-funeral-allowance survivor-benefit-monthly"
              + " survivor-benefit-one-off social-assistance-funeral-support",
          "moving 2 social-pension-entitlement",
          "job-loss 2 unemployment-benefit-entitlement unemployment-benefit-training-support"
              + " unemployment-benefit-health-insurance",
          "retirement 2 retirement-pension-lump-sum",
          // the level was found by people before; what follows from it needs no application
          "disability 3 social-assistance-disability",
          "school 2 school-support-boarding school-support-study-costs",
          // exempt without application by law already, beyond the target of 2
          "school 3 school-support-tuition",
          "carer 2 social-assistance-disability-carer social-assistance-fostering"
              + " social-assistance-pregnant-or-nursing",
          "disaster 3 disaster-relief-emergency",
          "disaster 2 disaster-relief-housing",
          "marriage 0 marriage-right-to-marry",
          "business-start 0 enterprise-size-class corporate-income-tax-first-years-exemption"
              + " business-licence-fee-due household-business-tax-due");

  private static final List<String> BELOW =
      List.of(
          // the target is 2, but no table says how much: an offer could promise nothing
          "retirement 1 retirement-pension-age-and-rate"
              + " retirement-pension-allowance-before-social-pension",
          // the employer pays, the state cannot offer it
          "job-loss 1 severance-pay-entitlement",
          // notices go out by themselves; the card itself needs the person, the duty is no offer
          "coming-of-age 1 identity-card-renewal military-registration-first",
          // the target is 2 with the tax filled in: that is a declaration, no benefit to accept
          "vehicle-and-land 0 vehicle-registration-fee-due property-transfer-tax-due");

  /** Benefits of no life event in the list. */
  private static final List<String> OTHERS =
      List.of(
          "households 2 social-assistance-child-under-3 social-assistance-child-without-carer"
              + " social-assistance-single-parent social-assistance-elder-without-support",
          "illness 0 sickness-benefit-sick-pay sickness-benefit-long-term",
          "insurance 0 health-insurance-state-share",
          "tax 0 personal-income-tax-dependant-deduction",
          "elsewhere 0 ee-birth-allowance-grant");

  @Autowired Catalogue catalogue;
  @Autowired Eligibility eligibility;

  private record Line(String event, int grade, List<String> decisions) {
    static Line of(String line) {
      List<String> words = Arrays.asList(line.split(" "));
      return new Line(words.get(0), Integer.parseInt(words.get(1)), words.subList(2, words.size()));
    }
  }

  private static Stream<Line> lines() {
    return Stream.of(TARGETS, BELOW, OTHERS).flatMap(List::stream).map(Line::of);
  }

  @TestFactory
  Stream<DynamicTest> servicesGoAsFarAsTheirTarget() {
    return lines()
        .flatMap(
            line ->
                line.decisions().stream()
                    .map(
                        decision ->
                            dynamicTest(
                                line.event() + ": " + decision,
                                () ->
                                    assertThat(catalogue.proactivity(decision))
                                        .isEqualTo(line.grade()))));
  }

  @Test
  void nothingIsOfferedWithoutAnybodyHavingSaidHowFar() {
    Set<String> said =
        lines().flatMap(line -> line.decisions().stream()).collect(Collectors.toSet());
    assertThat(eligibility.rules().decisions())
        .filteredOn(decision -> !eligibility.rules().secondLayer().has(decision))
        .isSubsetOf(said);
  }
}
