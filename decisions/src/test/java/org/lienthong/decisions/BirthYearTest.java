package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FactType;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Words;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.BatchAnswers;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.Status;
import org.springframework.beans.factory.annotation.Autowired;

/** Of many who are old only the year of birth is known. */
@DecisionsTest
class BirthYearTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final String PENSION = "social-pension-entitlement";

  @Autowired Eligibility eligibility;
  @Autowired Catalogue catalogue;

  private static Map<String, Object> elder(Object birthYear) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("birthYear", birthYear);
    facts.put("householdPoverty", "NONE");
    facts.put("monthlyPension", 0L);
    facts.put("socialPensionRequested", true);
    facts.put("otherSocialAllowance", 0L);
    return facts;
  }

  @ParameterizedTest
  @CsvSource({"1936, ELIGIBLE", "1950, ELIGIBLE", "1951, NEEDS_HUMAN", "1952, NOT_ELIGIBLE"})
  void aPersonDecidesWhereTheDayMatters(int year, Status status) {
    Assessment answer = eligibility.rules().evaluateOn(PENSION, elder(year), DAY);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.facts()).containsEntry("birthYear", (long) year);
    if (status == Status.NEEDS_HUMAN) {
      assertThat(answer.reasonKeys()).containsExactly("only-year-known");
      assertThat(answer.facts())
          .as("the first of January is assumed")
          .containsEntry("ageYears", 75L);
    }
  }

  @Test
  void theDayCountsWhereItIsKnown() {
    Map<String, Object> facts = elder(1936);
    facts.put("birthDate", "1951-11-02");

    assertThat(eligibility.evaluate(PENSION, facts, DAY).status()).isEqualTo(Status.NOT_ELIGIBLE);
  }

  @Test
  void whatIsMissingBesidesIsAskedFirstAndTheDayIsNot() {
    Map<String, Object> facts = elder(1951);
    facts.remove("monthlyPension");

    assertThat(eligibility.evaluate(PENSION, facts, DAY).missing())
        .containsExactly("monthlyPension");
  }

  @ParameterizedTest
  @CsvSource({"1951.5", "0", "12345"})
  void refusesWhatIsNoYear(double year) {
    assertThatThrownBy(() -> eligibility.evaluate(PENSION, elder(year), DAY))
        .isInstanceOfSatisfying(
            FactProblems.class,
            p -> assertThat(p.byFact()).containsExactly(Map.entry("birthYear", "not-a-year")));
    assertThatThrownBy(() -> eligibility.evaluate(PENSION, elder("1951"), DAY))
        .isInstanceOf(FactProblems.class);
  }

  @Test
  void nobodyIsBornAfterTheDayAskedAbout() {
    assertThatThrownBy(() -> eligibility.entitlements(List.of(PENSION), elder(2027), DAY, false))
        .isInstanceOf(FactProblems.class);
    assertThatThrownBy(() -> eligibility.evaluate(PENSION, elder(2027), DAY))
        .isInstanceOfSatisfying(
            FactProblems.class,
            p ->
                assertThat(p.byFact())
                    .containsExactly(Map.entry("birthYear", "after-the-key-date")));
  }

  @ParameterizedTest
  @CsvSource({
    "1998, 2000, ELIGIBLE",
    "2006, 2000, NEEDS_HUMAN",
    "1998, 2008, NEEDS_HUMAN",
    "2006, 2008, NEEDS_HUMAN",
    "2007, 2000, NOT_ELIGIBLE"
  })
  void ofTwoPeopleEveryPairOfDaysCounts(int man, int woman, Status status) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("marriageDate", DAY);
    facts.put("manBirthYear", man);
    facts.put("womanBirthYear", woman);
    facts.put("manMaritalStatus", "SINGLE");
    facts.put("womanMaritalStatus", "SINGLE");
    facts.put("barredKinship", false);
    facts.put("bothHaveCapacity", true);
    facts.put("doubtRaised", false);

    assertThat(eligibility.evaluate("marriage-right-to-marry", facts, null).status())
        .isEqualTo(status);
  }

  @Test
  void aSweepSaysTheSame() {
    Rules rules = eligibility.rules();
    Batch batch = rules.batch(List.of(PENSION), 200, new Words());
    for (int year = 1900; year < 2026; year++) {
      int person = batch.add();
      elder((long) year).forEach((fact, value) -> batch.set(fact, person, value));
    }
    BatchAnswers answers = new BatchAnswers(200);
    rules.about(batch, DAY).evaluate(PENSION, answers);

    for (int person = 0; person < batch.size(); person++) {
      Assessment one = rules.evaluateOn(PENSION, elder(1900L + person), DAY);
      assertThat(answers.status(person)).as("born in %d", 1900 + person).isEqualTo(one.status());
      assertThat(answers.matchedRows(person)).isEqualTo(one.matchedRows());
    }
  }

  @Test
  void aYearOfBirthIsANumberThatFilesMayHold() {
    assertThat(catalogue.factType("birthYear")).contains(FactType.NUMBER);
    assertThat(catalogue.factType("shoeBirthYear")).isEmpty();
  }
}
