package org.lienthong.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 800)
                    .setJavaScriptEnabled(false))) {
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
      inOrder(page, language, "open", width);
      page.locator(form).click();
      assertThat(page.url()).endsWith("/offers");
      assertThat(page.locator("[role=status]").count()).isEqualTo(1);
      inOrder(page, language, "answered", width);
    }
  }

  /** Axe needs scripts, which the page itself does without: the same page, looked at with them. */
  private void inOrder(Page page, String language, String name, int width) {
    try (BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 800)
                    .setStorageState(page.context().storageState()))) {
      Page same = context.newPage();
      same.navigate(page.url());
      Screen.isInOrder(same, language);
      String shots = System.getProperty("lienthong.screenshots", "");
      if (!shots.isEmpty()) {
        byte[] shot =
            page.screenshot(
                new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(java.nio.file.Path.of(shots, name + "-" + language + ".png")));
        assertThat(shot).isNotEmpty();
      }
    }
  }
}
