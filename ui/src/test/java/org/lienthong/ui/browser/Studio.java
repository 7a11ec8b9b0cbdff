package org.lienthong.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.lienthong.sandbox.Sandbox;
import org.lienthong.ui.Application;
import org.lienthong.ui.Assets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The application with its agencies, on content of its own that designers may change. */
@SpringBootTest(
    classes = {Application.class, Studio.WithAFault.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:studio;DB_CLOSE_DELAY=-1",
      "lienthong.sandbox.port=-1"
    })
@ActiveProfiles("demo")
abstract class Studio {

  /** bpmn.io's own parts: what axe says of them is theirs to mend. */
  private static final List<String> NOT_OURS =
      List.of(".djs-container", ".dmn-js-parent", ".bio-properties-panel");

  private static final List<String> OURS_WITHIN = List.of(".studio-finding");

  /** One for all tests of this JVM, like the application that asks it. */
  private static final class Agencies {
    static final Sandbox SANDBOX = Sandbox.start(checkout(), 0);
  }

  /** A page that fails, as none of ours should. */
  @TestConfiguration(proxyBeanMethods = false)
  static class WithAFault {
    @Bean
    RouterFunction<ServerResponse> fault() {
      return RouterFunctions.route()
          .GET(
              "/studio/fails",
              request -> {
                throw new IllegalStateException("a secret");
              })
          .build();
    }
  }

  private static Chromium chromium = null;

  @LocalServerPort private int port;
  @Autowired private Assets assets;

  @DynamicPropertySource
  static void ownContentHome(DynamicPropertyRegistry properties) throws IOException {
    Path home = Files.createTempDirectory("studio-content");
    for (String part :
        new String[] {
          "processes/life-events", "processes/services", "processes/agencies", "decisions"
        }) {
      FileSystemUtils.copyRecursively(checkout().resolve(part), home.resolve(part));
    }
    properties.add("lienthong.content", home::toString);
    properties.add("lienthong.agency.base-url", () -> Agencies.SANDBOX.address());
  }

  @BeforeAll
  static void open() {
    chromium = Chromium.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @BeforeEach
  void registersAreAsAtTheStart() {
    Agencies.SANDBOX.reset();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  static Path checkout() {
    return Path.of(Objects.requireNonNull(System.getProperty("lienthong.content")));
  }

  String base() {
    return "http://localhost:" + port;
  }

  boolean built(String entry) {
    return assets.entry(entry).built();
  }

  BrowserContext window(int width, boolean scripts) {
    return Objects.requireNonNull(chromium).window(width, scripts);
  }

  BrowserContext signIn(String designer, String language) {
    return signIn(designer, language, window(1280, true));
  }

  BrowserContext signIn(String designer, String language, BrowserContext context) {
    Page page = context.newPage();
    page.navigate(base() + "/sign-in?lang=" + language);
    Birth.as(page, designer);
    page.waitForURL("**/studio");
    return context;
  }

  /** Opens an editor and waits until it is drawn. */
  void open(Page page, String path) {
    page.navigate(base() + path);
    page.locator("[data-ready]").waitFor();
  }

  static void save(Page page, int times) {
    page.locator("[data-save]").click();
    page.locator("[data-saves='" + times + "']").waitFor();
  }

  /** Everything on the page that is ours, the marks within the editors too. */
  static void oursIsInOrder(Page page) {
    Axe.findsNothing(page, NOT_OURS, OURS_WITHIN);
  }

  /** From the keyboard alone to the words of what is wrong. */
  static void readsByKeyboard(Page page, String place, String message) {
    Locator badge = page.locator(place + " .studio-badge.is-error");
    assertThat(badge).isVisible();
    page.locator("[data-check]").focus();
    for (int i = 0;
        i < 200 && badge.evaluate("e => e !== document.activeElement").equals(true);
        i++) {
      page.keyboard().press("Tab");
    }
    assertThat(badge).isFocused();
    Locator note = page.locator("#" + badge.getAttribute("aria-describedby"));
    assertThat(note).isVisible();
    assertThat(note).containsText(message);
    oursIsInOrder(page);
    page.keyboard().press("Escape");
    assertThat(note).isHidden();
  }

  void submit(Page page, String folder) {
    page.navigate(base() + "/studio/review/" + folder);
    page.locator("#note").fill("Say when it is known.");
    page.locator("form[action$='/submit'] button").click();
    assertThat(page.locator(".studio-outcome [data-color='success']")).isVisible();
    // Whoever wrote it is not offered to approve it.
    assertThat(page.locator("form[action$='/approve']")).hasCount(0);
    Axe.findsNothing(page);
  }

  void approve(String folder, String language, String changed) {
    try (BrowserContext khoa = signIn("d-khoa", language)) {
      Page page = khoa.pages().get(0);
      page.navigate(base() + "/studio/review/" + folder);
      assertThat(page.locator(".studio-elements")).containsText(changed);
      Axe.findsNothing(page);
      page.locator("form[action$='/approve'] button").click();
      page.waitForURL("**/studio");
      assertThat(page.locator(".studio-outcome [data-color='success']")).isVisible();
      Axe.findsNothing(page);
    }
  }
}
