package org.lienthong.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.function.Consumer;

/**
 * What a parent and an officer do on the pages of a birth.
 *
 * @param look what to do on each screen, besides
 */
record Birth(String base, Consumer<Page> look) {

  static final String NAME = "Trần Nguyễn An Nhiên";
  static final String CONTINUE = "form#answers .ds-button[type=submit]";
  static final String SEND = "main form .ds-button[type=submit]";

  private static final String OFFICER = "o-ha";
  private static final int PAGES = 12;
  private static final double PATIENCE = 60_000;

  void signIn(Page page, String person) {
    Locator out = page.locator(".lj-person button");
    if (out.count() > 0) {
      out.click();
      page.waitForURL(base + "/");
    }
    page.navigate(base + "/sign-in");
    as(page, person);
  }

  static void as(Page page, String person) {
    page.locator("button[name=person][value=" + person + "]").click();
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  /** Begins, to the journey's page; gives its address. */
  String begin(Page page, String parent) {
    signIn(page, parent);
    page.navigate(base + "/c/start/birth");
    answerAll(page);
    page.locator(SEND).click();
    page.waitForURL("**/c/journey/**");
    return page.url();
  }

  /** Names the child once asked, and sends it to the office. */
  void declareChild(Page page, String journey) {
    reload(page, journey, ".lj-callout--you .ds-button");
    page.locator(".lj-callout--you .ds-button").click();
    page.waitForURL("**/c/task/**");
    answerAll(page);
    page.locator(SEND).click();
    page.waitForURL("**/sent");
  }

  void answerAll(Page page) {
    for (int i = 0; i < PAGES && !page.url().endsWith("/check"); i++) {
      look.accept(page);
      answer(page);
    }
    look.accept(page);
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
    String here = page.url();
    page.locator(CONTINUE).click();
    page.waitForURL(url -> !url.equals(here));
  }

  /** The officer takes what came last. */
  void take(Page page) {
    signIn(page, OFFICER);
    look.accept(page);
    page.locator(".lj-queue tbody a").last().click();
    page.locator(".lj-claim button").click();
    assertThat(page.locator(".lj-compare").textContent()).contains(NAME);
  }

  /** Marks a decision; a refusal with its first reason, whose code it gives. */
  String choose(Page page, String decision) {
    page.locator("input[value=" + decision + "]").check();
    return decision.equals("REFUSE")
        ? page.locator("form#answers select").selectOption(new SelectOption().setIndex(1)).get(0)
        : "";
  }

  void complete(Page page) {
    page.locator(CONTINUE).click();
    page.waitForURL("**/w");
    assertThat(page.locator("[role=status]").count()).isEqualTo(1);
  }

  /** Looks at a journey again and again, until there is what is waited for. */
  void reload(Page page, String journey, String until) {
    page.waitForCondition(
        () -> {
          page.navigate(journey);
          return page.locator(until).count() > 0;
        },
        new Page.WaitForConditionOptions().setTimeout(PATIENCE));
  }
}
