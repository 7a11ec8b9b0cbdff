package org.lienthong.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables, templates and trials: what a designer does beside the diagram. */
@Tag("slow")
@InABrowser
class StudioEditorsTest extends Studio {

  private static final String GRANT = "maternity-benefit-birth-grant";
  private static final String TABLE = "/studio/dmn/maternity-benefit/" + GRANT + ".dmn";
  private static final String ROW = "mother-6-months";

  /** A mother insured for fewer months than the law asks, and a father for none. */
  private static final Map<String, Object> FACTS =
      Map.of(
          "birthDate", "2026-07-01",
          "childrenBorn", 1,
          "motherTotalMonths", 5,
          "motherPrescribedRest", false,
          "fatherMonthsIn12", 0);

  @ParameterizedTest
  @CsvSource({"vi, 5", "en, 4"})
  void aChangedTableAnswersAnew(String language, int months) {
    Assumptions.assumeTrue(built("studio/dmn.ts"), "built with ui.skip");
    try (BrowserContext an = signIn("d-an", language)) {
      Page page = an.pages().get(0);
      assertThat(grant(page, months)).contains("\"NOT_ELIGIBLE\"");
      open(page, TABLE);
      assertThat(page.locator("[data-summary]")).hasAttribute("data-state", "clean");
      oursIsInOrder(page);

      type(page, ">= (");
      save(page, 1);
      Locator said = page.locator(".studio-problems__list li:has-text('feel-syntax') > span");
      String row = "[data-canvas] .rule-index[data-row-id='" + ROW + "']";
      readsByKeyboard(page, row, said.first().textContent());

      type(page, ">= " + months);
      save(page, 2);
      assertThat(page.locator(".studio-badge")).hasCount(0);
      submit(page, "decisions/maternity-benefit");
      assertThat(grant(page, months)).as("not approved yet").contains("\"NOT_ELIGIBLE\"");
      approve("decisions/maternity-benefit", language, ROW);
      assertThat(grant(page, months)).contains("\"ELIGIBLE\"", "5060000", ROW);
    }
  }

  private static void type(Page page, String cell) {
    page.locator("[data-element-id='" + ROW + "_MotherMonthsIn12']").click();
    page.keyboard().press("Control+A");
    page.keyboard().insertText(cell);
  }

  private String grant(Page page, int months) {
    Map<String, Object> facts = new java.util.HashMap<>(FACTS);
    facts.put("motherMonthsIn12", months);
    APIResponse answer =
        page.request()
            .post(
                base() + "/api/decisions/" + GRANT + "/evaluate",
                RequestOptions.create().setData(Map.of("facts", facts)));
    assertThat(answer.status()).isEqualTo(200);
    return answer.text();
  }

  @ParameterizedTest
  @CsvSource({"vi, Hỏi một cơ quan, Thao tác", "en, Ask an agency, Operation"})
  void aTaskBecomesAWordOfTheVocabulary(String language, String word, String property) {
    Assumptions.assumeTrue(built("studio/bpmn.ts"), "built with ui.skip");
    try (BrowserContext an = signIn("d-an", language)) {
      Page page = an.pages().get(0);
      open(page, "/studio/j/life-events/birth");
      page.locator(".djs-palette [data-action='create.task']").click();
      page.mouse().move(560, 780);
      page.mouse().click(580, 790);
      page.keyboard().press("Escape");
      page.locator(".djs-context-pad [data-action='replace']").click();
      page.locator(".djs-popup [data-id='replace-with-service-task']").dispatchEvent("click");
      page.locator(".bio-properties-panel-select-template-button").click();
      Axe.findsNothing(page, java.util.List.of("main"), java.util.List.of("dialog"));
      page.locator(".studio-dialog li button:has-text('" + word + "')").click();

      Locator panel = page.locator("[data-properties]");
      assertThat(panel.locator(".bio-properties-panel-header")).containsText(word);
      panel.locator("[data-group-id*='who'] .bio-properties-panel-group-header").click();
      assertThat(panel.getByLabel(property)).isVisible();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void saysWhatWentWrong(String language) {
    try (BrowserContext an = signIn("d-an", language, window(360, true))) {
      Page page = an.pages().get(0);
      assertThat(page.navigate(base() + "/nowhere").status()).isEqualTo(404);
      Screen.isInOrder(page, language);
      assertThat(page.navigate(base() + "/studio/fails").status()).isEqualTo(500);
      assertThat(page.content()).doesNotContain("Exception", "a secret");
      Screen.isInOrder(page, language);
    }
  }

  @Test
  void keepsTheMarkOfBpmnIoWholeAndUncovered() {
    Assumptions.assumeTrue(built("studio/bpmn.ts"), "built with ui.skip");
    try (BrowserContext an = signIn("d-an", "vi")) {
      Page page = an.pages().get(0);
      for (String path :
          new String[] {
            "/studio/j/life-events/birth",
            "/studio/dmn/maternity-benefit/maternity-benefit-birth-grant.dmn"
          }) {
        open(page, path);
        Locator mark = page.locator("a[href*='bpmn.io']").first();
        assertThat(mark).isVisible();
        mark.scrollIntoViewIfNeeded();
        Object uncovered =
            mark.evaluate(
                "mark => { const box = mark.getBoundingClientRect();"
                    + " return [[2, 2], [box.width - 2, 2], [2, box.height - 2],"
                    + " [box.width / 2, box.height / 2]].every(([x, y]) => {"
                    + " const top = document.elementFromPoint(box.x + x, box.y + y);"
                    + " return top !== null && mark.contains(top); }); }");
        assertThat(uncovered).as("the mark on " + path).isEqualTo(true);
      }
    }
  }

  @Test
  void readsAsAListWithoutJavaScript() {
    try (BrowserContext an = signIn("d-an", "en", window(1280, false))) {
      Page page = an.pages().get(0);
      page.navigate(base() + "/studio/j/life-events/birth");
      assertThat(page.locator("noscript p")).isVisible();
      assertThat(page.locator(".studio-outline__list")).containsText("Declare child");
    }
  }

  @ParameterizedTest
  @CsvSource({"vi, 360", "en, 1280"})
  void aChangeOfLawIsTriedBeforeItIsPublished(String language, int width) throws IOException {
    Path live = checkout().resolve("decisions/social-pension/social-pension-entitlement.dmn");
    String younger = Files.readString(live).replace("[70..75)", "[65..75)");
    try (BrowserContext an = signIn("d-an", language, window(width, true))) {
      Page page = an.pages().get(0);
      page.navigate(base() + "/studio/what-if?folder=social-pension");
      Screen.isInOrder(page, language);
      page.locator("#file")
          .setInputFiles(
              new FilePayload(
                  live.getFileName().toString(),
                  "application/xml",
                  younger.replace("&lt; 70", "&lt; 65").getBytes(StandardCharsets.UTF_8)));
      page.locator("#people").selectOption("10000");
      page.locator("#group").selectOption("householdPoverty");
      page.locator(".lj-whatif button").click();
      assertThat(page.locator(".lj-whatif__cases > li").first()).isVisible();
      assertThat(page.locator("#p-social-pension-entitlement")).isVisible();
      Screen.isInOrder(page, language);
    }
  }
}
