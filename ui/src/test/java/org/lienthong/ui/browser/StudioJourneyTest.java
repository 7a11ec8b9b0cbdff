package org.lienthong.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A designer changes a life event in the browser, another approves, the next journey runs it. */
@InABrowser
class StudioJourneyTest extends Studio {

  private static final String FOLDER = "life-events/birth";

  @Test
  void whoBeganBeforeKeepsTheOldCourseAndTheNextGoesTheNew() {
    keepsItsCourse(
        "vi",
        "Flow_ReadFamilyToFindBirthNotice",
        "Family known",
        "Event_FamilyKnown",
        "p-lan",
        "REGISTER",
        "p-mai");
  }

  @Test
  @Tag("slow")
  void inEnglishAndAfterARefusalToo() {
    keepsItsCourse(
        "en",
        "Flow_ListClinicsToReadAccount",
        "Clinics known",
        "Event_ClinicsKnown",
        "p-hoa",
        "REFUSE",
        "p-minh");
  }

  /** The journey that was begun before goes its old way to the end, whichever end that is. */
  private void keepsItsCourse(
      String language,
      String flow,
      String label,
      String id,
      String before,
      String decision,
      String after) {
    Assumptions.assumeTrue(built("studio/bpmn.ts"), "built with ui.skip");
    Birth birth = new Birth(base(), at -> {});
    String told = (language.equals("vi") ? "Đã có bước mới " : "A new step is reached ") + id;
    try (BrowserContext citizens = window(1280, false)) {
      Page page = citizens.newPage();
      page.navigate(base() + "/?lang=" + language);
      String old = birth.begin(page, before);
      birth.reload(page, old, ".lj-callout--you");

      change(language, flow, label, id);
      approve(FOLDER, language, id);

      String next = birth.begin(page, after);
      birth.reload(page, next, ".lj-map__step--DONE:has-text('" + told + "')");
      int newest = version(page);

      birth.signIn(page, before);
      birth.declareChild(page, old);
      birth.take(page);
      birth.choose(page, decision);
      birth.complete(page);
      birth.signIn(page, before);
      String end = decision.equals("REFUSE") ? "REFUSED" : "COMPLETED";
      birth.reload(page, old, ".lj-tag--" + end);
      assertThat(page.locator(".lj-map").first()).not().containsText(told);
      assertThat(version(page)).isEqualTo(newest - 1);
    }
  }

  /** The version that the journey's own page names. */
  private static int version(Page page) {
    return Integer.parseInt(page.locator(".lj-about dd").last().textContent().strip());
  }

  private void change(String language, String flow, String label, String id) {
    try (BrowserContext an = signIn("d-an", language)) {
      Page page = an.pages().get(0);
      Axe.findsNothing(page);
      open(page, "/studio/j/" + FOLDER);
      oursIsInOrder(page);

      insertEvent(page, flow);
      save(page, 1);
      // The new event is unnamed: said in the list and beside the element.
      assertThat(page.locator("[data-summary]")).hasAttribute("data-state", "error");
      Locator said = page.locator(".studio-problems__list li:has-text('element-id') > span");
      readsByKeyboard(page, ".djs-overlays", said.first().textContent());

      mend(page, label, id);
      addText(page, language, "vi", id, "Đã có bước mới " + id);
      addText(page, language, "en", id, "A new step is reached " + id);
      page.navigate(base() + "/studio/review/" + FOLDER);
      assertThat(page.locator(".studio-elements")).containsText(id);
      submit(page, FOLDER);
    }
  }

  /** Drops a new event on an arrow, as a person does: it lies between then. */
  private static void insertEvent(Page page, String flow) {
    BoundingBox arrow =
        page.locator("[data-element-id='" + flow + "'] .djs-visual > path").boundingBox();
    double x = arrow.x + arrow.width / 2;
    double y = arrow.y + arrow.height / 2;
    page.locator(".djs-palette [data-action='create.intermediate-event']").click();
    page.mouse().move(x - 30, y - 40);
    page.mouse().move(x, y, new Mouse.MoveOptions().setSteps(8));
    page.mouse().click(x, y);
  }

  private static void mend(Page page, String label, String id) {
    page.keyboard().press("Escape");
    page.locator(".studio-badge.is-error").click();
    Locator name = page.locator("#bio-properties-panel-name");
    if (!name.isVisible()) {
      page.locator("[data-group-id='group-general'] .bio-properties-panel-group-header").click();
    }
    name.fill(label);
    page.locator("#bio-properties-panel-id").fill(id);
    page.locator("#bio-properties-panel-id").blur();
    save(page, 2);
    assertThat(page.locator(".studio-badge.is-error")).hasCount(0);
  }

  private void addText(Page page, String language, String of, String id, String title) {
    page.navigate(base() + "/studio/file/" + FOLDER + "/texts." + of + ".yaml");
    Axe.findsNothing(page);
    Locator text = page.locator("#content");
    String line = id + ":\n  title: " + title + "\n";
    text.fill(text.inputValue().stripTrailing() + "\n" + line);
    page.locator("button[form='edit']").click();
    assertThat(page.locator(".studio-outcome [data-color='success']")).isVisible();
    assertThat(page.locator("#content")).hasValue(java.util.regex.Pattern.compile(id));
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }
}
