package org.lienthong.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** What every screen must be, beyond what axe can see. */
final class Screen {

  private static final String DANGLING =
      """
      () => [...document.querySelectorAll('[aria-describedby],[aria-labelledby],[for]')]
        .flatMap(e => ['aria-describedby', 'aria-labelledby', 'for']
          .flatMap(a => (e.getAttribute(a) || '').split(/\\s+/).filter(x => x)))
        .concat([...document.querySelectorAll('a[href^="#"]')].map(a => a.hash.slice(1)))
        .filter(id => !document.getElementById(id))
      """;
  private static final String ORPHANS =
      """
      () => [...document.querySelectorAll('input:not([type=hidden]),select,textarea')]
        .filter(e => e.labels.length === 0)
        .concat([...document.querySelectorAll('fieldset')].filter(f => !f.querySelector('legend')))
        .map(e => e.outerHTML)
      """;
  private static final String SMALL =
      """
      () => [...document.querySelectorAll('a[href],button,summary,select')]
        .filter(e => e.offsetParent !== null && !e.closest('.lj-skip, .ds-skip-link'))
        .map(e => [e, e.getBoundingClientRect()])
        .filter(([e, r]) => r.height > 0 && r.height < 23.5)
        .map(([e, r]) => r.height + ' ' + e.outerHTML.slice(0, 120))
      """;

  private Screen() {}

  /** Fails if anything is missing that a person needs, with or without a screen reader. */
  static void isInOrder(Page page, String language) {
    String at = page.url();
    assertThat(page.locator("html").getAttribute("lang")).as(at).isEqualTo(language);
    assertThat(page.locator("h1").count()).as("one h1 on " + at).isEqualTo(1);
    assertThat(page.title()).as(at).contains("Liên Thông");
    assertThat((List<?>) page.evaluate(DANGLING)).as("dangling ids on " + at).isEmpty();
    assertThat((List<?>) page.evaluate(ORPHANS)).as("orphan fields on " + at).isEmpty();
    assertThat((List<?>) page.evaluate(SMALL)).as("small targets on " + at).isEmpty();
    assertThat(
            page.evaluate(
                "() => document.documentElement.scrollWidth <="
                    + " document.documentElement.clientWidth"))
        .as("no sideways scrolling on " + at)
        .isEqualTo(true);
    assertThat(page.content()).as(at).doesNotContain("??", "{0}");
    Axe.findsNothing(page);
  }
}
