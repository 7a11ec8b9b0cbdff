package org.lienthong.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.ui.Windows;
import org.springframework.beans.factory.annotation.Autowired;

/** A parent declares a birth, an officer decides, the money is paid: in a real browser. */
@InABrowser
class BirthJourneyTest extends Windows {

  private static final String REASON = "birth-registration-decide.refusalReason.options.";
  private static final String NAME = Birth.NAME;

  private static Chromium chromium = null;

  @Autowired Catalogue catalogue;

  @BeforeAll
  static void open() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void theChildIsNotRegisteredYet() {
    sandbox().reset();
  }

  @ParameterizedTest
  @CsvSource({"vi, 1280, p-lan, p-hoa, false", "en, 360, p-mai, p-lan, true"})
  void goesFromSignInToPaid(
      String language, int width, String parent, String stranger, boolean reviewed) {
    try (BrowserContext context = chromium.window(width, true)) {
      Page page = context.newPage();
      Birth birth = new Birth(base(), at -> Screen.isInOrder(at, language));
      declare(page, birth, language, parent, stranger);
      String journey = page.url();
      decide(page, birth, language);
      if (reviewed) {
        review(page, birth, language);
      }
      isPaid(page, birth, language, parent, journey);
      isHiddenFrom(stranger, page);
      explains(page, language, stranger);
    }
  }

  @Tag("slow")
  @Test
  void readsTheRefusalThatTheOfficerSaw() {
    Birth birth = new Birth(base(), at -> {});
    try (BrowserContext context = chromium.window(360, false)) {
      Page page = context.newPage();
      page.navigate(base() + "/?lang=vi");
      String journey = birth.begin(page, "p-hoa");
      birth.declareChild(page, journey);
      birth.take(page);
      String code = birth.choose(page, "REFUSE");
      Locator letter = page.locator("[data-preview] [data-code=" + code + "]");
      for (String language : List.of("vi", "en")) {
        assertThat(letter.locator("[lang=" + language + "]").textContent())
            .contains(text(REASON + code + ".citizen", language))
            .contains(text(REASON + code + ".legalBasis", language));
      }
      birth.complete(page);

      birth.signIn(page, "p-hoa");
      birth.reload(page, journey, ".lj-tag--REFUSED");
      for (String language : List.of("vi", "en")) {
        page.navigate(journey + "?lang=" + language);
        for (String place : List.of(".lj-callout--refused", ".lj-map__step:has(.lj-map__reason)")) {
          Locator told = page.locator(place).last();
          assertThat(told.isVisible()).as(place).isTrue();
          assertThat(told.innerText())
              .contains(text(REASON + code + ".citizen", language))
              .contains(text(REASON + code + ".legalBasis", language));
        }
        isInOrder(page, language);
      }
    }
  }

  @Test
  void worksWithoutScriptsForBothParents() {
    Birth birth = new Birth(base(), at -> {});
    try (BrowserContext context = chromium.window(360, false)) {
      Page page = context.newPage();
      page.navigate(base() + "/e/birth?lang=vi");
      page.locator(".lj-start").click();
      Birth.as(page, "p-lan");
      page.locator(Birth.CONTINUE).click();
      page.locator(".ds-error-summary").waitFor();
      assertThat(page.title()).startsWith("Lỗi:");
      birth.answerAll(page);
      page.locator(Birth.SEND).click();
      page.waitForURL("**/c/journey/**");
      String journey = page.url();
      birth.declareChild(page, journey);

      String joined = birth.begin(page, "p-minh");
      birth.reload(page, joined, ".lj-tag--JOINED");
      for (String language : List.of("vi", "en")) {
        page.navigate(joined + "?lang=" + language);
        isInOrder(page, language);
      }
      page.locator(".lj-callout .ds-button").click();
      page.waitForURL(journey);

      birth.take(page);
      birth.choose(page, "REGISTER");
      birth.complete(page);
      isPaid(page, birth, "en", "p-lan", journey);
    }
  }

  @Test
  void keepsThePageAndTheAnswersInTheOtherLanguage() {
    try (BrowserContext context = chromium.window(360, false)) {
      Page page = context.newPage();
      page.navigate(base() + "/c/start/birth?lang=vi");
      Birth.as(page, "p-lan");
      page.locator("input[type=radio]").nth(1).check();
      String there = page.url();

      page.locator("button[name=lang]").click();

      assertThat(page.url()).isEqualTo(there);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
      assertThat(page.locator("input[type=radio]").nth(1).isChecked()).isTrue();
    }
  }

  /** From the public page to the journey's map, looking at every screen. */
  private void declare(Page page, Birth birth, String language, String parent, String stranger) {
    page.navigate(base() + "/?lang=" + language);
    Screen.isInOrder(page, language);
    page.locator("a[href='/e/birth']").click();
    Screen.isInOrder(page, language);
    page.locator(".lj-start").click();
    Screen.isInOrder(page, language);
    Birth.as(page, parent);
    refusesNothing(page, language);
    birth.answerAll(page);
    page.locator(Birth.SEND).click();
    page.waitForURL("**/c/journey/**");
    Screen.isInOrder(page, language);
    birth.reload(page, page.url(), ".lj-callout--you");
    page.locator(".lj-callout--you .ds-button").click();
    Screen.isInOrder(page, language);
    isHiddenFrom(stranger, page);
    page.locator("details.lj-correct summary").last().click();
    birth.answerAll(page);
    page.locator(Birth.SEND).click();
    page.waitForURL("**/sent");
    Screen.isInOrder(page, language);
    isHiddenFrom(stranger, page);
    page.locator("main .lj-actions a").last().click();
    Screen.isInOrder(page, language);
    isHiddenFrom(stranger, page);
    assertThat(page.locator("[aria-current=step]").count()).isEqualTo(1);
  }

  /** What one person sees is not there for another, under its real address. */
  private void isHiddenFrom(String person, Page page) {
    String path = page.url().replace(base(), "");
    assertThat(signedIn(person).get(path).statusCode()).as(path + " for " + person).isEqualTo(404);
  }

  /** The same page where scripts run, which axe needs and the page does without. */
  private void isInOrder(Page page, String language) {
    try (BrowserContext context = chromium.withScripts(page)) {
      Page same = context.newPage();
      same.navigate(page.url());
      Screen.isInOrder(same, language);
    }
  }

  private String text(String key, String language) {
    return catalogue
        .liveTexts(FolderKind.SERVICE, "birth-registration")
        .get(key, Locale.forLanguageTag(language));
  }

  /** An empty answer comes back with a summary that has the focus and leads to the question. */
  private static void refusesNothing(Page page, String language) {
    page.locator(Birth.CONTINUE).click();
    page.locator(".ds-error-summary").waitFor();
    Screen.isInOrder(page, language);
    assertThat(page.title()).startsWith(language.equals("vi") ? "Lỗi:" : "Error:");
    Locator summary = page.locator(".ds-error-summary");
    assertThat(summary.evaluate("e => e === document.activeElement")).isEqualTo(true);
    summary.locator("a").first().click();
  }

  /** An officer's every screen: the queue, no decision, a refusal, and the registration. */
  private void decide(Page page, Birth birth, String language) {
    birth.take(page);
    isHiddenFrom("o-binh", page);
    page.locator(Birth.CONTINUE).click();
    page.locator(".ds-error-summary").waitFor();
    assertThat(page.title()).startsWith(language.equals("vi") ? "Lỗi:" : "Error:");
    Screen.isInOrder(page, language);
    String code = birth.choose(page, "REFUSE");
    PlaywrightAssertions.assertThat(page.locator(".lj-letter:visible")).hasCount(1);
    assertThat(page.locator(".lj-letter:visible").innerText())
        .contains(text(REASON + code + ".citizen", "vi"), text(REASON + code + ".citizen", "en"));
    Screen.isInOrder(page, language);
    birth.choose(page, "REGISTER");
    Locator differing = page.locator(".lj-compare tbody tr").first();
    assertThat(differing.textContent())
        .as("what the parent corrected stands first, in words")
        .contains(NAME, language.equals("vi") ? "Khác nhau" : "Differs")
        .contains(language.equals("vi") ? "Đang dùng" : "In use");
    Screen.isInOrder(page, language);
    birth.complete(page);
  }

  /** Where the table leaves it to a person, the other office's officer decides. */
  private void review(Page page, Birth birth, String language) {
    birth.signIn(page, "o-binh");
    soon(
        () -> {
          page.navigate(base() + "/w");
          return page.locator(".lj-queue tbody a").count();
        },
        count -> count > 0);
    Screen.isInOrder(page, language);
    page.locator(".lj-queue tbody a").last().click();
    page.locator("input[value=GRANT]").check();
    page.locator("form#answers input[type=text]").first().fill("8");
    Screen.isInOrder(page, language);
    page.locator(Birth.CONTINUE).click();
    page.waitForURL("**/w");
  }

  private void isPaid(Page page, Birth birth, String language, String parent, String journey) {
    birth.signIn(page, parent);
    birth.reload(page, journey, ".lj-tag--COMPLETED");
    String paid =
        catalogue
            .liveTexts(FolderKind.SERVICE, "maternity-benefit")
            .get("Event_BenefitPaid.title", Locale.forLanguageTag(language));
    assertThat(page.locator(".lj-map").first().textContent()).contains(paid);
    birth.look().accept(page);
  }

  /** Every decision can be asked why, and tells what it rests on. */
  private void explains(Page page, String language, String stranger) {
    int results = page.locator(".lj-results a").count();
    assertThat(results).isGreaterThan(1);
    for (int i = 0; i < results; i++) {
      page.locator(".lj-results a").nth(i).click();
      Screen.isInOrder(page, language);
      isHiddenFrom(stranger, page);
      assertThat(page.locator("table tbody tr").count()).isPositive();
      page.locator(".lj-crumbs a").click();
    }
    page.navigate(page.url().replaceFirst("/c/journey.*", "/c"));
    Screen.isInOrder(page, language);
  }
}
