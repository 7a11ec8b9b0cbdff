package org.lienthong.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.sweep.Sweeps;
import org.lienthong.ui.Windows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** A parent finds an offer and answers it: in a real browser, without scripts. */
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:sweep-pages;DB_CLOSE_DELAY=-1",
      "lienthong.sweep.synthetic-people=30"
    })
@InABrowser
class OffersTest extends Windows {

  private static Chromium chromium = null;

  @Autowired Sweeps sweeps;
  @Autowired JdbcTemplate jdbc;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void aSweepFoundHer() {
    jdbc.update("delete from offer");
    String sweep =
        sweeps.overPopulation(null, List.of("social-assistance-single-parent"), "s-son").id();
    soon(() -> sweeps.find(sweep).orElseThrow().percent(), percent -> percent == 100);
  }

  @ParameterizedTest
  @CsvSource({"vi, 360, confirm", "en, 1280, decline"})
  void answersAnOffer(String language, int width, String answer) {
    try (BrowserContext context = chromium.window(width, false)) {
      Page page = context.newPage();
      page.navigate(base() + "/?lang=" + language);
      page.navigate(base() + "/c");
      page.locator("button[name=person][value=p-hoa]").click();
      String form = "form[action$='/" + answer + "'] button";
      soon(
          () -> {
            page.navigate(base() + "/c");
            page.locator("main a[href='/offers']").first().click();
            return page.locator(form).count();
          },
          buttons -> buttons == 1);
      inOrder(page, language);
      page.locator(form).click();
      assertThat(page.url()).endsWith("/offers");
      assertThat(page.locator("[role=status]").count()).isEqualTo(1);
      inOrder(page, language);
    }
  }

  /** What a supervisor sees of it, on the way from the list to one benefit's provinces. */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"vi, 360", "en, 1280"})
  void isSweptForByASupervisor(String language, int width) {
    try (BrowserContext context = chromium.window(width, true)) {
      Page page = context.newPage();
      page.navigate(base() + "/sign-in?lang=" + language);
      page.locator("button[name=person][value=s-son]").click();
      for (String path : List.of("/w", "/sweeps", "/non-take-up")) {
        page.navigate(base() + path);
        Screen.isInOrder(page, language);
      }
      page.navigate(base() + "/sweeps");
      page.locator("main table a").first().click();
      Screen.isInOrder(page, language);
      Locator figures = page.locator("table.lj-figures");
      assertThat(figures.isVisible()).isTrue();
    }
  }

  /** Axe needs scripts, which the page itself does without: the same page, looked at with them. */
  private static void inOrder(Page page, String language) {
    try (BrowserContext context = chromium.withScripts(page)) {
      Page same = context.newPage();
      same.navigate(page.url());
      Screen.isInOrder(same, language);
    }
  }
}
