package org.lienthong.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Status;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A change of law, tried on what was really decided. */
@EngineTest
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:replay-test;DB_CLOSE_DELAY=-1",
      "lienthong.what-if.recorded-for=d-1"
    })
class ReplayTest {

  private static final String AMOUNT = "demo-benefit-amount";
  private static final String TOP_UP = "demo-top-up-amount";
  private static final LocalDate OLD_LAW = LocalDate.of(2025, 3, 9);
  private static final LocalDate NEW_LAW = LocalDate.of(2025, 8, 1);

  @Autowired WhatIf whatIf;
  @Autowired Eligibility eligibility;
  @Autowired Catalogue catalogue;
  @Autowired JdbcClient database;

  @BeforeEach
  void nothingIsRecorded() {
    database.sql("delete from assessment").update();
    database.sql("delete from whatif_replay").update();
  }

  private void decided(String decision, Map<String, Object> facts) {
    eligibility.assess(UUID.randomUUID().toString(), decision, facts, Map.of());
  }

  private void thing(LocalDate day, String kind, @Nullable Object value) {
    Map<String, Object> facts = new HashMap<>(Map.of("thingDate", day, "thingKind", kind));
    if (value != null) {
      facts.put("thingValue", value);
    }
    decided(AMOUNT, facts);
  }

  private Folder changed(FolderKind kind, String key, String file, String old, String fresh) {
    Folder live = catalogue.folder(kind, key).orElseThrow();
    Map<String, byte[]> files = new TreeMap<>(live.files());
    String text = new String(files.get(file), UTF_8);
    assertThat(text).contains(old);
    files.put(file, text.replace(old, fresh).getBytes(UTF_8));
    return new Folder(kind, key, files);
  }

  private Folder table(String old, String fresh) {
    return changed(FolderKind.DECISION, "demo-benefit", AMOUNT + ".dmn", old, fresh);
  }

  private Folder amounts(String old, String fresh) {
    return changed(FolderKind.PARAMETERS, "parameters", "parameters.yaml", old, fresh);
  }

  private Difference.Replayed replay(String decision, @Nullable String group, Folder... changed) {
    Difference difference =
        whatIf.ask(new Question(List.of(changed), 0, null, group, "d-1")).orElseThrow();
    assertThat(difference.decisions()).isEmpty();
    return java.util.Objects.requireNonNull(difference.recorded()).decisions().stream()
        .filter(each -> each.effect().decision().equals(decision))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theUnchangedTableMakesNoDifference() {
    thing(OLD_LAW, "BIG", 100);
    thing(NEW_LAW, "SMALL", 100);
    thing(NEW_LAW, "SMALL", 99);
    thing(NEW_LAW, "SMALL", null);
    Folder live = catalogue.folder(FolderKind.DECISION, "demo-benefit").orElseThrow();

    Difference.Replayed same = replay(AMOUNT, null, live);

    assertThat(same.asked()).isEqualTo(4);
    assertThat(same.notTold()).isZero();
    assertThat(same.otherThanRecorded()).isZero();
    assertThat(same.effect().all()).isEqualTo(Difference.Tally.NOBODY);
    assertThat(same.effect().entitledBefore()).isEqualTo(2);
    assertThat(same.effect().yearlyBefore()).isEqualTo(1_600_000);
    assertThat(same.effect().examples()).isEmpty();
  }

  @Test
  void everyCaseIsDecidedByTheLawOfItsOwnDay() {
    thing(OLD_LAW, "BIG", 100);
    thing(NEW_LAW, "BIG", 100);

    Difference.Tally raised =
        replay(AMOUNT, null, amounts("value: 600000", "value: 700000")).effect().all();

    assertThat(raised).isEqualTo(new Difference.Tally(0, 0, 1, 0, 0, 200_000));
  }

  @Test
  void aChangedRowIsExplainedAndNobodyIsRecognisable() {
    thing(OLD_LAW, "BIG", 1_234);
    thing(OLD_LAW, "BIG", 100);

    Difference.Effect effect = replay(AMOUNT, null, table("&lt; 100<", "&lt; 1000<")).effect();

    assertThat(effect.all()).isEqualTo(new Difference.Tally(0, 1, 0, 0, 0, -1_000_000));
    Difference.Example one = effect.examples().get(0);
    assertThat(one.person()).isEqualTo("r-1");
    assertThat(one.facts()).hasToString("{thingDate=2025, thingKind=BIG, thingValue=100}");
    assertThat(one.before().reasonKeys()).containsExactly(AMOUNT + ".big-thing");
    assertThat(one.after().reasonKeys()).containsExactly(AMOUNT + ".thing-too-cheap");
    assertThat(one.after().status()).isEqualTo(Status.NOT_ELIGIBLE);
  }

  @Test
  void onlyTheLastDecisionOfAJourneyCounts() {
    String journey = UUID.randomUUID().toString();
    for (String kind : List.of("SMALL", "BIG")) {
      eligibility.assess(
          journey,
          AMOUNT,
          Map.of("thingDate", OLD_LAW, "thingKind", kind, "thingValue", 100),
          Map.of());
    }

    Difference.Replayed both = replay(AMOUNT, null, table("demoStandard * 2", "demoStandard * 3"));

    assertThat(both.asked()).isOne();
    assertThat(both.effect().all().yearlyDifference()).isEqualTo(500_000);
  }

  @Test
  void placesOfFewPeopleAreToldTogether() {
    for (int i = 0; i < 5; i++) {
      decided(TOP_UP, Map.of("demoPoints", 10, "townCode", "00101"));
    }
    decided(TOP_UP, Map.of("demoPoints", 10, "regionCode", "02"));
    Folder raised = amounts("value: 200000", "value: 250000");

    Difference.Effect effect = replay(TOP_UP, null, raised).effect();

    assertThat(effect.byProvince()).containsOnlyKeys("01");
    database
        .sql("delete from assessment where sequence in (select min(sequence) from assessment)")
        .update();
    assertThat(replay(TOP_UP, null, raised).effect().byProvince()).containsOnlyKeys("few");
  }

  @Test
  void aCaseWhoseFactsWereNotRecordedIsNotTold() {
    thing(OLD_LAW, "BIG", 100);
    Folder live = catalogue.folder(FolderKind.DECISION, "demo-benefit").orElseThrow();

    assertThat(replay(AMOUNT, null, live).notTold()).isZero();
    database
        .sql(
            "update assessment set facts = replace(facts, 'thingValue', 'gone') where decision = ?")
        .param(AMOUNT)
        .update();
    Difference.Replayed lost = replay(AMOUNT, null, live);
    assertThat(lost.notTold()).isOne();
    assertThat(lost.asked()).isZero();
    assertThat(lost.effect().all()).isEqualTo(Difference.Tally.NOBODY);
  }

  @Test
  void whoLookedIsRememberedAndNobodyElseMay() {
    thing(OLD_LAW, "BIG", 100);
    Folder live = catalogue.folder(FolderKind.DECISION, "demo-benefit").orElseThrow();
    replay(AMOUNT, null, live);

    assertThat(
            database
                .sql("select asked_by || ' ' || decisions || ' ' || assessments from whatif_replay")
                .query(String.class)
                .list())
        .containsExactly("d-1 " + AMOUNT + " 1");
    assertThat(whatIf.mayReplay("d-1")).isTrue();
    assertThat(whatIf.mayReplay("d-2")).isFalse();
    assertThatThrownBy(() -> whatIf.ask(new Question(List.of(live), 0, null, null, "d-2")))
        .isInstanceOf(SecurityException.class);
  }
}
