package org.lienthong.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Unpublishable;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.Status;
import org.lienthong.population.Population;
import org.lienthong.whatif.Difference;
import org.lienthong.whatif.Question;
import org.lienthong.whatif.WhatIf;
import org.springframework.beans.factory.annotation.Autowired;

/** What changed law would do to the synthetic people. */
@DecisionsTest
class WhatIfTest {

  private static final String PENSION = "social-pension-entitlement";
  private static final String POVERTY = "householdPoverty";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final int PEOPLE = 5_000;

  @Autowired WhatIf whatIf;
  @Autowired Catalogue catalogue;
  @Autowired Eligibility eligibility;

  private Folder amounts(String before, String old, String fresh) {
    return changed(FolderKind.PARAMETERS, "parameters", "parameters.yaml", before, old, fresh);
  }

  private Folder pension(String before, String old, String fresh) {
    return changed(FolderKind.DECISION, "social-pension", PENSION + ".dmn", before, old, fresh);
  }

  /** Poor households' elders get it from 65 on instead of 70. */
  private Folder olderThan65() {
    Folder limit = pension("id=\"younger-than-70\"", "&lt; 70", "&lt; 65");
    String file = PENSION + ".dmn";
    String text = new String(limit.files().get(file), UTF_8);
    assertThat(text).contains("[70..75)");
    Map<String, byte[]> files = new TreeMap<>(limit.files());
    files.put(file, text.replace("[70..75)", "[65..75)").getBytes(UTF_8));
    return new Folder(limit.kind(), limit.key(), files);
  }

  /** A live folder in which the first such text after another is replaced. */
  private Folder changed(
      FolderKind kind, String key, String file, String before, String old, String fresh) {
    Folder live = catalogue.folder(kind, key).orElseThrow();
    Map<String, byte[]> files = new TreeMap<>(live.files());
    String text = new String(files.get(file), UTF_8);
    int at = text.indexOf(old, text.indexOf(before));
    assertThat(at).isPositive();
    String then = text.substring(0, at) + fresh + text.substring(at + old.length());
    files.put(file, then.getBytes(UTF_8));
    return new Folder(kind, key, files);
  }

  private Difference ask(List<Folder> changed, @Nullable String group) {
    return whatIf.ask(new Question(changed, PEOPLE, DAY, group, null)).orElseThrow();
  }

  private Difference.Effect only(Difference difference) {
    assertThat(difference.decisions()).extracting(d -> d.decision()).containsExactly(PENSION);
    return difference.decisions().get(0);
  }

  @Test
  void unchangedTablesMakeNoDifference() {
    Rules rules = eligibility.rules();
    TreeSet<String> services = new TreeSet<>();
    rules.decisions().forEach(d -> services.add(catalogue.serviceOfDecision(d).orElseThrow()));
    List<Folder> all = new ArrayList<>();
    services.forEach(s -> all.add(catalogue.folder(FolderKind.DECISION, s).orElseThrow()));
    all.add(catalogue.folder(FolderKind.PARAMETERS, "parameters").orElseThrow());

    Difference difference = ask(all, POVERTY);

    assertThat(difference.decisions())
        .extracting(Difference.Effect::decision)
        .containsExactlyElementsOf(rules.decisions());
    assertThat(difference.decisions())
        .allSatisfy(
            d -> {
              assertThat(d.all()).isEqualTo(new Difference.Tally(0, 0, 0, 0, 0, 0));
              assertThat(d.byProvince()).isEmpty();
              assertThat(d.byGroup()).isEmpty();
              assertThat(d.examples()).isEmpty();
              assertThat(d.entitledAfter()).isEqualTo(d.entitledBefore());
              assertThat(d.yearlyAfter()).isEqualTo(d.yearlyBefore());
            });
    assertThat(difference.decisions()).anyMatch(d -> d.yearlyBefore() > 0);
  }

  /** Of the social pension and the disability allowance only the higher is paid. */
  @Test
  void whatGivesWayToAHigherAmountIsLost() {
    Folder raised = amounts("\nsocialPension:", "value: 500000", "value: 5000000");

    Difference difference = ask(List.of(raised), null);

    Difference.Effect disability =
        difference.decisions().stream()
            .filter(d -> d.decision().equals("social-assistance-disability"))
            .findFirst()
            .orElseThrow();
    assertThat(disability.all().lose()).isPositive();
    assertThat(disability.yearlyAfter()).isLessThan(disability.yearlyBefore());
    assertThat(disability.examples())
        .anySatisfy(
            example -> {
              assertThat(example.before().status()).isEqualTo(Status.ELIGIBLE);
              assertThat(example.after().status()).isEqualTo(Status.NOT_ELIGIBLE);
              assertThat(example.after().table()).isEqualTo("concurrence-old-age-allowances");
            });
  }

  @Test
  void aHigherAmountGivesMoreToThoseWhoGetIt() {
    Folder raised = amounts("\nsocialPension:", "value: 500000", "value: 600000");

    Difference difference = ask(List.of(raised), POVERTY);

    Difference.Effect pension =
        difference.decisions().stream()
            .filter(d -> d.decision().equals(PENSION))
            .findFirst()
            .orElseThrow();
    Difference.Tally all = pension.all();
    assertThat(pension.currency()).isEqualTo("VND");
    assertThat(all.more()).isPositive();
    assertThat(all.less() + all.lose()).isZero();
    assertThat(all.yearlyDifference())
        .isEqualTo(pension.yearlyAfter() - pension.yearlyBefore())
        .isGreaterThanOrEqualTo(all.more() * 12L * 100_000);
    assertThat(sum(pension.byProvince())).isEqualTo(all.yearlyDifference());
    assertThat(sum(pension.byGroup())).isEqualTo(all.yearlyDifference());
    assertThat(pension.byProvince()).hasSizeGreaterThan(5);
    assertThat(pension.examples()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
  }

  private static long sum(SortedMap<String, Difference.Tally> tallies) {
    return tallies.values().stream().mapToLong(Difference.Tally::yearlyDifference).sum();
  }

  @Test
  void aChangedTableCountsAsAskedOneByOne() {
    Folder younger = olderThan65();
    int[] gain = {0};
    Rules before = eligibility.rules();
    Rules after = eligibility.rulesWith(List.of(younger));
    Population.read(catalogue.file("decisions/population.yaml"))
        .synthesis(1, PEOPLE)
        .forEach(
            people -> {
              for (int person = 0; person < people.size(); person++) {
                Assessment was = before.evaluateOn(PENSION, people.facts(person), DAY);
                Assessment is = after.evaluateOn(PENSION, people.facts(person), DAY);
                if (was.status() != Status.ELIGIBLE && is.status() == Status.ELIGIBLE) {
                  gain[0]++;
                }
              }
            });

    Difference.Effect pension = only(ask(List.of(younger), null));

    assertThat(gain[0]).isPositive();
    assertThat(pension.all().gain()).isEqualTo(gain[0]);
    assertThat(pension.entitledAfter() - pension.entitledBefore())
        .isEqualTo(gain[0] - pension.all().lose());
    assertThat(pension.byGroup()).isEmpty();
    assertThat(pension.examples())
        .anySatisfy(
            each -> {
              assertThat(each.person()).startsWith("s-");
              assertThat(each.facts()).containsKey("birthDate");
              assertThat(each.after().status()).isEqualTo(Status.ELIGIBLE);
              assertThat(each.after().rows()).containsExactly("age-70-to-74-in-poor-household");
              assertThat(each.after().reasonKeys())
                  .containsExactly(PENSION + ".age-70-to-74-in-poor-household");
              assertThat(each.before().status()).isNotEqualTo(Status.ELIGIBLE);
            });
  }

  @Test
  void refusesWhatCannotBePublishedAndWhatIsNoGroup() {
    assertThatThrownBy(
            () -> ask(List.of(pension("", "hitPolicy=\"FIRST\"", "hitPolicy=\"PRIORITY\"")), null))
        .isInstanceOf(Unpublishable.class);
    assertThatThrownBy(() -> ask(List.of(), "monthlyPension"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(whatIf.groups()).contains(POVERTY, "sex").doesNotContain("monthlyPension");
  }
}
