package org.lienthong.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.ui.Windows;
import org.springframework.beans.factory.annotation.Autowired;

/** A parent declares a birth, an officer decides, the money is paid: in a real browser. */
class BirthJourneyTest extends Windows {

  private static final String OFFICER = "o-ha";
  private static final String NAME = "Trần Nguyễn An Nhiên";
  private static final String CONTINUE = "form#answers .ds-button[type=submit]";
  private static final int PAGES = 12;

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
  @CsvSource({"vi, 1280, p-lan, false", "en, 360, p-mai, true"})
  void goesFromSignInToPaid(String language, int width, String parent, boolean reviewed) {
    try (BrowserContext context = context(width, true)) {
      Page page = context.newPage();
      declare(page, language, parent);
      String journey = page.url();
      decide(page, language, "REGISTER");
      if (reviewed) {
        review(page, language);
      }
      isPaid(page, language, parent, journey);
      explains(page, language);
    }
  }

  @Test
  void worksWithoutScripts() {
    try (BrowserContext context = context(360, false)) {
      Page page = context.newPage();
      page.navigate(base() + "/e/birth?lang=vi");
      page.locator(".lj-start").click();
      as(page, "p-hoa");
      page.locator(CONTINUE).click();
      assertThat(page.title()).startsWith("Lỗi:");
      answerAll(page);
      page.locator("main form .ds-button[type=submit]").click();
      page.locator(".lj-callout--you .ds-button").click();
      answerAll(page);
      page.locator("main form .ds-button[type=submit]").click();
      assertThat(page.url()).endsWith("/sent");
      page.locator("main .lj-actions a").last().click();
      decide(page, "vi", "REFUSE");
    }
  }

  @Test
  void keepsThePageAndTheAnswersInTheOtherLanguage() {
    try (BrowserContext context = context(360, false)) {
      Page page = context.newPage();
      page.navigate(base() + "/c/start/birth?lang=vi");
      as(page, "p-lan");
      page.locator("input[type=radio]").nth(1).check();
      String there = page.url();

      page.locator("button[name=lang]").click();

      assertThat(page.url()).isEqualTo(there);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
      assertThat(page.locator("input[type=radio]").nth(1).isChecked()).isTrue();
    }
  }

  private static BrowserContext context(int width, boolean scripts) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setJavaScriptEnabled(scripts));
  }

  /** From the public page to the journey's map, looking at every screen. */
  private void declare(Page page, String language, String parent) {
    page.navigate(base() + "/?lang=" + language);
    Screen.isInOrder(page, language);
    page.locator("a[href='/e/birth']").click();
    Screen.isInOrder(page, language);
    page.locator(".lj-start").click();
    Screen.isInOrder(page, language);
    as(page, parent);
    refusesNothing(page, language);
    answerAll(page, language);
    page.locator("main form .ds-button[type=submit]").click();
    Screen.isInOrder(page, language);
    page.locator(".lj-callout--you .ds-button").click();
    Screen.isInOrder(page, language);
    page.locator("details.lj-correct summary").last().click();
    answerAll(page, language);
    page.locator("main form .ds-button[type=submit]").click();
    assertThat(page.url()).endsWith("/sent");
    Screen.isInOrder(page, language);
    page.locator("main .lj-actions a").last().click();
    Screen.isInOrder(page, language);
    assertThat(page.locator("[aria-current=step]").count()).isEqualTo(1);
  }

  /** An empty answer comes back with a summary that has the focus and leads to the question. */
  private static void refusesNothing(Page page, String language) {
    page.locator(CONTINUE).click();
    Screen.isInOrder(page, language);
    assertThat(page.title()).startsWith(language.equals("vi") ? "Lỗi:" : "Error:");
    Locator summary = page.locator(".ds-error-summary");
    assertThat(summary.evaluate("e => e === document.activeElement")).isEqualTo(true);
    summary.locator("a").first().click();
  }

  private static void answerAll(Page page, String language) {
    for (int i = 0; i < PAGES && !page.url().endsWith("/check"); i++) {
      Screen.isInOrder(page, language);
      answer(page);
    }
    Screen.isInOrder(page, language);
    assertThat(page.url()).endsWith("/check");
  }

  private static void answerAll(Page page) {
    for (int i = 0; i < PAGES && !page.url().endsWith("/check"); i++) {
      answer(page);
    }
    assertThat(page.url()).endsWith("/check");
  }

  /** Answers whatever is asked: the first code, the second entry, a name. */
  private static void answer(Page page) {
    Locator form = page.locator("form#answers");
    for (Locator text : form.locator("input[type=text]:visible").all()) {
      text.fill(NAME);
    }
    for (Locator select : form.locator("select").all()) {
      select.selectOption(new SelectOption().setIndex(1));
    }
    for (Locator set : form.locator("fieldset:has(input[type=radio])").all()) {
      set.locator("input[type=radio]").first().check();
    }
    page.locator(CONTINUE).click();
  }

  private void decide(Page page, String language, String decision) {
    page.locator(".lj-person button").click();
    page.navigate(base() + "/sign-in");
    as(page, OFFICER);
    page.locator(".lj-queue tbody a").last().click();
    page.locator(".lj-claim button").click();
    page.locator("input[value=" + decision + "]").check();
    if (decision.equals("REFUSE")) {
      Locator letters = page.locator("[data-preview]");
      assertThat(letters.first().innerHTML()).contains("lang=\"vi\"", "lang=\"en\"");
      page.locator("form#answers select").selectOption(new SelectOption().setIndex(1));
    }
    assertThat(page.locator(".lj-compare").textContent()).contains(NAME);
    if (decision.equals("REGISTER")) {
      Locator differing = page.locator(".lj-compare tbody tr").first();
      assertThat(differing.textContent())
          .as("what the parent corrected stands first, in words")
          .contains(NAME, language.equals("vi") ? "Khác nhau" : "Differs")
          .contains(language.equals("vi") ? "Đang dùng" : "In use");
      Screen.isInOrder(page, language);
    }
    page.locator(CONTINUE).click();
    assertThat(page.url()).endsWith("/w");
    assertThat(page.locator("[role=status]").count()).isEqualTo(1);
  }

  /** Where the table leaves it to a person, the other office's officer decides. */
  private void review(Page page, String language) {
    page.locator(".lj-person button").click();
    page.navigate(base() + "/sign-in");
    as(page, "o-binh");
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
    page.locator(CONTINUE).click();
    assertThat(page.url()).endsWith("/w");
  }

  private void isPaid(Page page, String language, String parent, String journey) {
    page.locator(".lj-person button").click();
    page.navigate(base() + "/sign-in");
    as(page, parent);
    soon(
        () -> {
          page.navigate(journey);
          return page.locator(".lj-tag--COMPLETED").count();
        },
        count -> count > 0);
    String paid =
        catalogue
            .liveTexts(FolderKind.SERVICE, "maternity-benefit")
            .get("Event_BenefitPaid.title", Locale.forLanguageTag(language));
    assertThat(page.locator(".lj-map").first().textContent()).contains(paid);
    Screen.isInOrder(page, language);
  }

  /** Every decision can be asked why, and tells what it rests on. */
  private static void explains(Page page, String language) {
    int results = page.locator(".lj-results a").count();
    assertThat(results).isGreaterThan(1);
    for (int i = 0; i < results; i++) {
      page.locator(".lj-results a").nth(i).click();
      Screen.isInOrder(page, language);
      assertThat(page.locator("table tbody tr").count()).isPositive();
      page.locator(".lj-crumbs a").click();
    }
    page.navigate(page.url().replaceFirst("/c/journey.*", "/c"));
    Screen.isInOrder(page, language);
  }

  private static void as(Page page, String person) {
    page.locator("button[name=person][value=" + person + "]").click();
  }
}
