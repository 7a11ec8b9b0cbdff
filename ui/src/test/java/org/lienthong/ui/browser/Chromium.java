package org.lienthong.ui.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's own Chromium; tests install nothing and are skipped where there is none. */
final class Chromium implements AutoCloseable {

  static final String MISSING = "no chromium on the PATH: browser tests are skipped (see .ci/run)";

  private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);

  /** For machines that have much else to do. */
  private static final double PATIENCE = 60_000;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Whether there is one; says so where there is none. */
  static boolean isThere() {
    boolean there = program().isPresent();
    if (!there) {
      LOG.warn(MISSING);
    }
    return there;
  }

  static Chromium start() {
    return new Chromium(program().orElseThrow(() -> new IllegalStateException(MISSING)));
  }

  /** A visitor's window. */
  BrowserContext window(int width, boolean scripts) {
    return window(
        new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(scripts));
  }

  /** The same visitor's window where scripts run. */
  BrowserContext withScripts(Page page) {
    return window(
        new Browser.NewContextOptions()
            .setViewportSize(page.viewportSize().width, 900)
            .setStorageState(page.context().storageState()));
  }

  private BrowserContext window(Browser.NewContextOptions options) {
    BrowserContext window = browser.newContext(options);
    window.setDefaultTimeout(PATIENCE);
    return window;
  }

  private static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(
            directory ->
                Stream.of(
                        "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
