package org.lienthong.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** What axe finds wrong with a page; green is necessary, never enough. */
final class Axe {

  private static final Path SOURCE = Path.of("src/main/frontend/node_modules/axe-core/axe.min.js");

  private Axe() {}

  /** Whether the page runs scripts: in one that does not, axe would wait for ever. */
  static boolean canRun(Page page) {
    return page.evaluate("() => matchMedia('(scripting: none)').matches").equals(false);
  }

  /** Fails if axe finds anything. */
  static void findsNothing(Page page) {
    findsNothing(page, List.of(), List.of());
  }

  /**
   * Fails if axe finds anything.
   *
   * @param without selectors of parts that are not ours
   * @param within selectors of what is ours inside of those
   */
  static void findsNothing(Page page, List<String> without, List<String> within) {
    Assumptions.assumeTrue(
        Files.exists(SOURCE), "axe is not installed: the front end was left out (ui.skip)");
    assertThat(canRun(page)).as("axe needs a page with scripts").isTrue();
    try {
      // evaluated by the browser's debugger, so that the page's own policy stays as it is
      page.evaluate(Files.readString(SOURCE));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Object found =
        page.evaluate(
            "([without, within]) => axe.run({include: [['html'], ...within.map(part => [part])],"
                + " exclude: without.map(part => [part])},"
                // no more than is asked for: everything else costs as much again
                + " {resultTypes: ['violations'], preload: false})"
                + ".then(result => result.violations.map(violation => violation.id + ': '"
                + " + violation.nodes.map(node => node.html).join(' | ')))",
            List.of(without, within));
    assertThat((List<?>) found).as("axe on " + page.url()).isEmpty();
  }
}
