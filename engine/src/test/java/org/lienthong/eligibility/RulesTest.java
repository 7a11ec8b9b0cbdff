package org.lienthong.eligibility;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.LawTable;
import org.lienthong.catalogue.Unpublishable;
import org.springframework.beans.factory.annotation.Autowired;

/** A moment's rules, and the same with a change that nobody has published. */
@EngineTest
class RulesTest {

  private static final String DECISION = "demo-top-up-amount";
  private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
  private static final Map<String, Object> TEN = Map.of("demoPoints", 10);

  @Autowired Eligibility eligibility;
  @Autowired Catalogue catalogue;

  /** A live folder with a text of a file replaced. */
  private Folder changed(FolderKind kind, String key, String file, String old, String fresh) {
    Folder live = catalogue.folder(kind, key).orElseThrow();
    Map<String, byte[]> files = new TreeMap<>(live.files());
    String text = new String(files.get(file), UTF_8);
    assertThat(text).contains(old);
    files.put(file, text.replace(old, fresh).getBytes(UTF_8));
    return new Folder(kind, key, files);
  }

  private Folder amounts(String old, String fresh) {
    return changed(FolderKind.PARAMETERS, "parameters", "parameters.yaml", old, fresh);
  }

  private Folder table(String old, String fresh) {
    return changed(FolderKind.DECISION, "demo-top-up", DECISION + ".dmn", old, fresh);
  }

  @Test
  void staysTheSameUntilSomethingIsPublished() {
    assertThat(eligibility.rules()).isSameAs(eligibility.rules());
    assertThat(eligibility.rules().decisions()).contains(DECISION, "demo-benefit-amount");
    assertThat(eligibility.rules().country(DECISION)).isEqualTo("dd");
    assertThat(eligibility.rules().parameters().find("demoTopUp").orElseThrow().values())
        .hasSize(4);
    assertThatThrownBy(() -> eligibility.rules().inputs("no-such-decision"))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void triesOutAnotherAmount() {
    Rules candidate = eligibility.rulesWith(List.of(amounts("value: 100000", "value: 110000")));

    assertThat(candidate.evaluateOn(DECISION, TEN, DAY).amount()).isEqualTo(110_000);
    assertThat(eligibility.rules().evaluateOn(DECISION, TEN, DAY).amount()).isEqualTo(100_000);
  }

  @Test
  void triesOutAnotherTableTogetherWithAnAmountThatItReads() {
    Folder amounts =
        amounts(
            "demoTopUp:",
            "demoOther: {label: {vi: x, en: x}, unit: VND,"
                + " legalBasis: x, values: [{from: 2024-01-01, value: 7, source: x}]}\ndemoTopUp:");
    Folder table = table("<text>demoTopUp</text>", "<text>demoOther</text>");

    Rules candidate = eligibility.rulesWith(List.of(amounts, table));
    Assessment answer = candidate.evaluateOn(DECISION, TEN, DAY);

    assertThat(answer.amount()).isEqualTo(7);
    assertThat(answer.version()).isEqualTo(LawTable.DRAFT);
    assertThat(candidate.evaluateOn("demo-benefit-amount", Map.of(), DAY).version()).isPositive();
    assertThatThrownBy(() -> eligibility.rulesWith(List.of(table)))
        .isInstanceOf(Unpublishable.class)
        .hasMessageContaining("reads demoOther");
  }

  @Test
  void saysWhetherSomebodyHasComparedTheRuleAndItsAmountsWithTheLaw() {
    String checked = "value: 100000, source: \"made up for tests\", checked: true";
    Rules amount =
        eligibility.rulesWith(List.of(amounts(checked, checked.replace("true", "false"))));
    Rules rule =
        eligibility.rulesWith(
            List.of(
                changed(
                    FolderKind.DECISION,
                    "demo-top-up",
                    "examples.yaml",
                    "demo-top-up-amount:\n  legalBasisChecked: true",
                    "demo-top-up-amount:\n  legalBasisChecked: false")));

    assertThat(eligibility.rules().evaluateOn(DECISION, TEN, DAY).legalBasisChecked()).isTrue();
    assertThat(amount.evaluateOn(DECISION, TEN, DAY).legalBasisChecked()).isFalse();
    assertThat(rule.evaluateOn(DECISION, TEN, DAY).legalBasisChecked()).isFalse();
    assertThat(
            rule.evaluateOn(DECISION, Map.of("demoPoints", 10, "regionCode", "02"), DAY)
                .legalBasisChecked())
        .as("region two has a table of its own")
        .isTrue();
  }

  @Test
  void namesTheFactsThatOnlySayThatSomebodyHasAsked() {
    String fact = "<inputData id=\"Input_DemoPoints\"";
    String asked =
        "<inputData id=\"Input_DemoAsked\" name=\"demoAsked\"><description>a request</description>"
            + "<variable id=\"Variable_DemoAsked\" name=\"demoAsked\" typeRef=\"boolean\"/>"
            + "</inputData>";

    Rules candidate = eligibility.rulesWith(List.of(table(fact, asked + fact)));

    assertThat(candidate.requests(DECISION)).containsExactly("demoAsked");
    assertThat(eligibility.rules().requests(DECISION)).isEmpty();
    assertThatThrownBy(() -> candidate.requests("no-such-decision"))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void givesTheSameForAnUnchangedFolder() {
    Rules candidate =
        eligibility.rulesWith(
            List.of(catalogue.folder(FolderKind.DECISION, "demo-top-up").orElseThrow()));

    for (int points = 0; points < 12; points++) {
      Map<String, Object> facts = Map.of("demoPoints", points, "regionCode", "02");
      Assessment now = eligibility.rules().evaluateOn(DECISION, facts, DAY);
      Assessment then = candidate.evaluateOn(DECISION, facts, DAY);
      assertThat(then.outputs()).isEqualTo(now.outputs());
      assertThat(then.table()).isEqualTo(now.table());
      assertThat(then.matchedRows()).isEqualTo(now.matchedRows());
    }
  }

  @Test
  void refusesWhatCouldNotBePublished() {
    assertThatThrownBy(
            () ->
                eligibility.rulesWith(
                    List.of(table("hitPolicy=\"FIRST\"", "hitPolicy=\"PRIORITY\""))))
        .isInstanceOfSatisfying(
            Unpublishable.class,
            e -> assertThat(e.findings()).extracting(f -> f.rule()).contains("dmn-hit-policy"));
    Folder service = catalogue.folder(FolderKind.SERVICE, "demo-service").orElseThrow();
    assertThatThrownBy(() -> eligibility.rulesWith(List.of(service)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
