package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.Status;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.Population;
import org.springframework.beans.factory.annotation.Autowired;

/** Every benefit finds somebody among the synthetic people, and refuses somebody. */
@DecisionsTest
class PeopleMeetRulesTest {

  private static final int PEOPLE = 50_000;
  private static final int TRIED = 10_000;

  @Autowired Eligibility eligibility;

  private record Person(PeopleBatch batch, int row) {}

  @TestFactory
  Stream<DynamicTest> everyBenefitFindsSomebody() {
    Population population =
        Population.read(
            Path.of(System.getProperty("lienthong.content"), "decisions", "population.yaml"));
    List<PeopleBatch> people = new ArrayList<>();
    population.synthesis(1, PEOPLE).forEach(people::add);
    Rules rules = eligibility.rules();
    return rules.decisions().stream()
        .filter(decision -> !decision.matches("[a-z]{2}-.*|concurrence-.*"))
        .map(
            decision ->
                DynamicTest.dynamicTest(
                    decision, () -> findsSomebody(rules, decision, population, people)));
  }

  private static void findsSomebody(
      Rules rules, String decision, Population population, List<PeopleBatch> people) {
    Map<Status, Integer> answers = new TreeMap<>();
    for (Person person : bestKnown(rules.inputs(decision), people)) {
      Assessment answer =
          rules.evaluateOn(decision, person.batch().facts(person.row()), population.asOf());
      answers.merge(answer.status(), 1, Integer::sum);
      if (answers.containsKey(Status.ELIGIBLE) && answers.size() > 1) {
        break;
      }
    }
    assertThat(answers).as("answers of " + decision).containsKey(Status.ELIGIBLE);
  }

  /** Those of whom most of these facts are known. */
  private static List<Person> bestKnown(Set<String> inputs, List<PeopleBatch> people) {
    record Known(Person person, int facts) {}
    List<Known> all = new ArrayList<>();
    for (PeopleBatch batch : people) {
      List<String> names = batch.columns().names();
      int[] columns =
          IntStream.range(0, names.size()).filter(c -> inputs.contains(names.get(c))).toArray();
      for (int row = 0; row < batch.size(); row++) {
        int at = row;
        int known =
            (int) IntStream.of(columns).filter(c -> batch.values(c)[at] != Long.MIN_VALUE).count();
        all.add(new Known(new Person(batch, row), known));
      }
    }
    return all.stream()
        .sorted(Comparator.comparingInt(Known::facts).reversed())
        .limit(TRIED)
        .map(Known::person)
        .toList();
  }
}
