package org.lienthong.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.ui.Windows;

/** Somebody finds out what a birth brings without signing in, with scripts and without. */
@InABrowser
class CheckTest extends Windows {

  private static final String CONTINUE = "form#answers .ds-button:not([name])";
  private static final String UNKNOWN = "form#answers button[name=go]";
  private static final int MOST = 30;

  /** Both parents insured, a second birth, no class of poverty: what each question gets. */
  private static final Map<String, String> INSURED =
      Map.ofEntries(
          Map.entry("childrenBorn", "1"),
          Map.entry("motherMonthsIn12", "8"),
          Map.entry("birthOrder", "2"),
          Map.entry("avgSalary6m", "12.000.000"),
          Map.entry("fatherAvgSalary6m", "12.000.000"),
          Map.entry("householdPoverty", "NONE"),
          Map.entry("liveChildren", "1"),
          Map.entry("provinceLowFertility", "false"),
          Map.entry("verySmallEthnicGroup", "false"));

  private static Chromium chromium = null;

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

  @ParameterizedTest
  @CsvSource({"vi, 360", "en, 1280"})
  void asksOnlyWhatCanChangeTheResult(String language, int width) {
    try (BrowserContext context = chromium.window(width, true)) {
      Page page = begin(context, language);
      page.locator(CONTINUE).click();
      Screen.isInOrder(page, language);
      assertThat(page.title()).startsWith(language.equals("vi") ? "Lỗi:" : "Error:");

      int asked = answerAll(page, language, INSURED);

      assertThat(asked).isEqualTo(INSURED.size() + 1);
      assertThat(page.locator(".lj-group--gets article").count()).isEqualTo(3);
      assertThat(page.locator(".lj-group--gets").textContent()).contains("84");
      assertThat(page.locator(".lj-group--needs").count()).isZero();
      assertThat(page.locator("main").textContent()).doesNotContain("{", "??");
    }
  }

  @Tag("slow")
  @Test
  void showsWhatIsKnownSoFarAndGoesOn() {
    try (BrowserContext context = chromium.window(360, false)) {
      Page page = begin(context, "en");
      fill(page, "day", "5");
      fill(page, "month", "7");
      fill(page, "year", "2026");
      page.locator(CONTINUE).click();
      page.locator("form#answers a[href$='/result']").click();

      assertThat(page.locator(".lj-group--gets article").count()).isEqualTo(1);
      assertThat(page.locator(".lj-group--needs article").count()).isPositive();
      page.locator(".lj-callout--you a").click();
      assertThat(page.url()).endsWith("/e/birth/check/2");
    }
  }

  @Tag("slow")
  @Test
  void saysWhyNotAndWhatWouldChangeIt() {
    try (BrowserContext context = chromium.window(360, false)) {
      Page page = begin(context, "en");
      answerAll(
          page,
          "en",
          Map.of("childrenBorn", "1", "motherMonthsIn12", "2", "fatherMonthsIn12", "5"));
      assertThat(page.locator(".lj-group--not article").first().textContent())
          .contains("of the last 12")
          .contains("6");

      page.locator(".lj-facts__row--act:has(dd:text-is('5')) a").click();
      page.locator("form#answers input[type=text]").fill("6");
      page.locator(CONTINUE).click();
      assertThat(page.locator(".lj-group--gets article").count()).isEqualTo(2);
    }
  }

  @Tag("slow")
  @Test
  void takesNotToKnowForAnAnswer() {
    try (BrowserContext context = chromium.window(360, false)) {
      Page page = begin(context, "vi");
      assertThat(answerAll(page, "vi", Map.of())).isLessThan(MOST);
      assertThat(page.locator(".lj-group--needs article").count()).isEqualTo(8);
      assertThat(page.url()).endsWith("/e/birth/check/result");

      page.locator(".lj-crumbs a").click();
      assertThat(page.locator(".lj-note").count()).isEqualTo(1);
      page.navigate(base() + "/e/birth/check/result");
      page.locator("form[action$='/again'] button").click();
      assertThat(page.url()).endsWith("/e/birth/check");
      page.navigate(base() + "/e/birth/check/result");
      assertThat(page.url()).endsWith("/e/birth/check/1");
    }
  }

  private Page begin(BrowserContext context, String language) {
    Page page = context.newPage();
    page.navigate(base() + "/e/birth?lang=" + language);
    page.locator("a[href$='/check']").click();
    look(page, language);
    page.locator(".lj-start").click();
    return page;
  }

  /** Answers a birth day and what else is known until the result is there. */
  private static int answerAll(Page page, String language, Map<String, String> known) {
    int asked = 0;
    while (!page.url().endsWith("/result")) {
      assertThat(asked++).isLessThan(MOST);
      look(page, language);
      String name =
          Objects.requireNonNull(
              page.locator("form#answers input:not([type=hidden])").first().getAttribute("name"));
      if (name.equals("birthDate.day")) {
        fill(page, "day", "5");
        fill(page, "month", "7");
        fill(page, "year", "2026");
        page.locator(CONTINUE).click();
      } else if (known.containsKey(name)) {
        say(page, known.get(name));
        page.locator(CONTINUE).click();
      } else {
        page.locator(UNKNOWN).click();
      }
    }
    look(page, language);
    return asked;
  }

  private static void say(Page page, String answer) {
    if (page.locator("form#answers input[type=radio]").count() > 0) {
      page.locator("form#answers input[type=radio][value=" + answer + "]").check();
    } else {
      page.locator("form#answers input[type=text]").fill(answer);
    }
  }

  /** Without scripts axe cannot run; the same screens are looked at where there are scripts. */
  private static void look(Page page, String language) {
    if (Axe.canRun(page)) {
      Screen.isInOrder(page, language);
    }
  }

  private static void fill(Page page, String part, String value) {
    page.locator("input[name='birthDate." + part + "']").fill(value);
  }
}
