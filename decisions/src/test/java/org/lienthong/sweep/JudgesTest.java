package org.lienthong.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lienthong.decisions.DecisionsTest;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Rules;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.Population;
import org.lienthong.sweep.Judge.Finding;
import org.lienthong.sweep.Judge.Judged;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A sweep finds of everybody what the rules say of each: who is entitled, how much, by which rows,
 * and which entitlements stay beside each other. {@code -Dlienthong.people=…} compares more.
 */
@DecisionsTest
class JudgesTest {

  private static final int PEOPLE = Integer.getInteger("lienthong.people", 800);

  @Autowired Eligibility eligibility;
  @Autowired Grounds grounds;

  private static Population population() {
    return Population.read(
        Path.of(System.getProperty("lienthong.content"), "decisions", "population.yaml"));
  }

  @Test
  void columnsFindWhatTheRulesSay() {
    Rules rules = eligibility.rules();
    List<String> decisions = List.copyOf(grounds.decisions());
    Population population = population();
    Judge columns = new ColumnsJudge(rules, decisions, population.asOf());
    RulesJudge oneByOne = new RulesJudge(rules, decisions, population.asOf());
    Set<String> found = new TreeSet<>();
    population
        .synthesis(11, PEOPLE)
        .forEach(
            people -> {
              Judged swept = columns.judge(people, 3);
              Judged asked = oneByOne.judge(people, 3);
              assertThat(sorted(swept)).isEqualTo(sorted(asked));
              assertThat(refused(swept)).isEqualTo(refused(asked));
              swept.entitled().forEach(f -> found.add(f.decision()));
            });
    assertThat(found).as("benefits that somebody is entitled to").hasSizeGreaterThan(30);
    assertThat(oneByOne.gaveWay).as("benefits that gave way to others").hasSizeGreaterThan(1);
  }

  @Test
  void whatPeopleSaidNoToTakesNothingFromTheirOthers() {
    Rules rules = eligibility.rules();
    List<String> decisions = List.copyOf(grounds.decisions());
    Population population = population();
    List<PeopleBatch> all = new ArrayList<>();
    population.synthesis(12, PEOPLE).forEach(all::add);
    Set<String> everybody = new TreeSet<>();
    all.forEach(people -> everybody.addAll(people.refs()));
    Judge asked = new ColumnsJudge(rules, decisions, population.asOf());
    Set<String> before = found(asked, all);
    Set<String> gained = new TreeSet<>();
    for (String declined : decisions) {
      Set<String> rivals = new TreeSet<>(rules.secondLayer().withRivals(Set.of(declined)));
      if (rivals.size() > 1) {
        Judge without =
            new ColumnsJudge(rules, decisions, population.asOf(), Map.of(declined, everybody));
        Set<String> after = found(without, all);
        assertThat(after).as("what is due where nobody wants " + declined).containsAll(before);
        after.removeAll(before);
        after.forEach(each -> assertThat(rivals).contains(each.replaceFirst(".* ", "")));
        gained.addAll(after);
      }
    }
    assertThat(gained)
        .as("who gets a lower benefit for a higher one that they declined")
        .isNotEmpty();
  }

  private static Set<String> found(Judge judge, List<PeopleBatch> all) {
    Set<String> found = new TreeSet<>();
    for (PeopleBatch people : all) {
      judge
          .judge(people, 0)
          .entitled()
          .forEach(f -> found.add(people.refs().get(f.person()) + " " + f.decision()));
    }
    return found;
  }

  private static List<Finding> sorted(Judged judged) {
    return judged.entitled().stream()
        .sorted(Comparator.comparing(Finding::decision).thenComparing(Finding::person))
        .toList();
  }

  private static Map<String, BitSet> refused(Judged judged) {
    return judged.refused().entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }
}
