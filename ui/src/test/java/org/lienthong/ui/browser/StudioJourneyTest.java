package org.lienthong.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.identity.Role;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Journeys;
import org.lienthong.journey.StartOutcome;
import org.lienthong.ui.Application;
import org.lienthong.ui.Assets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** A designer changes a life event in the browser, another approves, the next journey runs it. */
@SpringBootTest(
    classes = Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:studio;DB_CLOSE_DELAY=-1",
      "lienthong.agency.workers=false",
      "lienthong.sandbox.port=0",
      "lienthong.jobs=false"
    })
@ActiveProfiles("demo")
class StudioJourneyTest {

  /** bpmn.io's own parts: what axe says of them is theirs to mend. */
  private static final String[] NOT_OURS = {"[data-canvas]", "[data-properties]"};

  private static Chromium chromium = null;

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired People people;
  @Autowired Assets assets;

  @DynamicPropertySource
  static void ownContentHome(DynamicPropertyRegistry properties) throws IOException {
    Path checkout = Path.of(Objects.requireNonNull(System.getProperty("lienthong.content")));
    Path home = Files.createTempDirectory("studio-content");
    for (String part :
        new String[] {
          "processes/life-events", "processes/services", "processes/agencies", "decisions"
        }) {
      FileSystemUtils.copyRecursively(checkout.resolve(part), home.resolve(part));
    }
    properties.add("lienthong.content", home::toString);
  }

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
  @CsvSource({
    "vi, Flow_ReadFamilyToFindBirthNotice, Family known, Event_FamilyKnown, p-lan, p-minh",
    "en, Flow_ListClinicsToReadAccount, Clinics known, Event_ClinicsKnown, p-hoa, p-mai"
  })
  void aDesignerChangesALifeEventAndTheNextJourneyRunsIt(
      String language, String flow, String label, String id, String first, String second) {
    Assumptions.assumeTrue(assets.entry("studio/bpmn.ts").built(), "built with ui.skip");
    Journey running = start(first);

    try (BrowserContext an = signIn("d-an", language)) {
      Page page = an.pages().get(0);
      Axe.findsNothing(page);
      page.navigate(address("/studio/j/life-events/birth"));
      page.locator("[data-ready]").waitFor();
      Axe.findsNothing(page, NOT_OURS);

      insertEvent(page, flow);
      page.locator("[data-save]").click();
      page.locator("[data-saves='1']").waitFor();
      // The new event is unnamed: said in the list and beside the element.
      assertThat(page.locator("[data-summary]")).hasAttribute("data-state", "error");
      assertThat(page.locator(".studio-badge.is-error")).isVisible();
      assertThat(page.locator(".studio-problems__list")).containsText("element-id");
      Axe.findsNothing(page, NOT_OURS);

      mend(page, label, id);
      addText(page, language, "vi", id, "Đã có bước mới " + id);
      addText(page, language, "en", id, "A new step is reached " + id);
      page.navigate(address("/studio/review/life-events/birth"));
      assertThat(page.locator(".studio-elements")).containsText(id);
      Axe.findsNothing(page);
      page.locator("#note").fill("Say when it is known.");
      page.locator("form[action$='/submit'] button").click();
      assertThat(page.locator(".studio-outcome [data-color='success']")).isVisible();
      // Whoever wrote it is not offered to approve it.
      assertThat(page.locator("form[action$='/approve']")).hasCount(0);
    }

    try (BrowserContext khoa = signIn("d-khoa", language)) {
      Page page = khoa.pages().get(0);
      page.navigate(address("/studio/review/life-events/birth"));
      assertThat(page.locator(".studio-elements")).containsText(id);
      Axe.findsNothing(page);
      page.locator("form[action$='/approve'] button").click();
      page.waitForURL("**/studio");
      assertThat(page.locator(".studio-outcome [data-color='success']")).isVisible();
      Axe.findsNothing(page);
    }

    Journey next = start(second);
    assertThat(next.version()).isEqualTo(running.version() + 1);
    assertThat(next.deploymentId()).isNotEqualTo(running.deploymentId());
    Journey still = journeys.find(running.id(), actor(first)).orElseThrow();
    assertThat(still.deploymentId()).isEqualTo(running.deploymentId());
  }

  @Test
  void decisionTablesOpenInTheirEditor() {
    Assumptions.assumeTrue(assets.entry("studio/dmn.ts").built(), "built with ui.skip");
    try (BrowserContext an = signIn("d-an", "vi")) {
      Page page = an.pages().get(0);
      page.navigate(address("/studio/dmn/maternity-benefit/maternity-benefit-birth-grant.dmn"));
      page.locator("[data-ready]").waitFor();
      assertThat(page.locator("[data-canvas] table.tjs-table")).isVisible();
      assertThat(page.locator("[data-summary]")).not().hasAttribute("data-state", "error");
      Axe.findsNothing(page, NOT_OURS);
    }
  }

  @Test
  void keepsTheMarkOfBpmnIoWholeAndUncovered() {
    Assumptions.assumeTrue(assets.entry("studio/bpmn.ts").built(), "built with ui.skip");
    try (BrowserContext an = signIn("d-an", "vi")) {
      Page page = an.pages().get(0);
      for (String path :
          new String[] {
            "/studio/j/life-events/birth",
            "/studio/dmn/maternity-benefit/maternity-benefit-birth-grant.dmn"
          }) {
        page.navigate(address(path));
        page.locator("[data-ready]").waitFor();
        Locator mark = page.locator("a[href*='bpmn.io']").first();
        assertThat(mark).isVisible();
        mark.scrollIntoViewIfNeeded();
        Object uncovered =
            mark.evaluate(
                "mark => { const box = mark.getBoundingClientRect();"
                    + " return [[2, 2], [box.width - 2, 2], [2, box.height - 2],"
                    + " [box.width / 2, box.height / 2]].every(([x, y]) => {"
                    + " const top = document.elementFromPoint(box.x + x, box.y + y);"
                    + " return top !== null && mark.contains(top); }); }");
        assertThat(uncovered).as("the mark on " + path).isEqualTo(true);
      }
    }
  }

  @Test
  void readsAsAListWithoutJavaScript() {
    Browser.NewContextOptions without = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (BrowserContext an = signIn("d-an", "en", without)) {
      Page page = an.pages().get(0);
      page.navigate(address("/studio/j/life-events/birth"));
      assertThat(page.locator("noscript p")).isVisible();
      assertThat(page.locator(".studio-outline__list")).containsText("Declare child");
    }
  }

  @ParameterizedTest
  @CsvSource({"vi, 360", "en, 1280"})
  void aChangeOfLawIsTriedBeforeItIsPublished(String language, int width) throws IOException {
    Path live =
        Path.of(Objects.requireNonNull(System.getProperty("lienthong.content")))
            .resolve("decisions/social-pension/social-pension-entitlement.dmn");
    String younger = Files.readString(live).replace("[70..75)", "[65..75)");
    Browser.NewContextOptions window = new Browser.NewContextOptions().setViewportSize(width, 800);
    try (BrowserContext an = signIn("d-an", language, window)) {
      Page page = an.pages().get(0);
      page.navigate(address("/studio/what-if?folder=social-pension"));
      Screen.isInOrder(page, language);
      page.locator("#file")
          .setInputFiles(
              new FilePayload(
                  live.getFileName().toString(),
                  "application/xml",
                  younger.replace("&lt; 70", "&lt; 65").getBytes(StandardCharsets.UTF_8)));
      page.locator("#people").selectOption("10000");
      page.locator("#group").selectOption("householdPoverty");
      page.locator(".lj-whatif button").click();
      assertThat(page.locator(".lj-whatif__cases > li").first()).isVisible();
      assertThat(page.locator("#p-social-pension-entitlement")).isVisible();
      Screen.isInOrder(page, language);
    }
  }

  private Journey start(String ref) {
    StartOutcome outcome =
        journeys.start("birth", actor(ref), Map.of("resultDelivery", "ELECTRONIC"), null);
    return outcome instanceof StartOutcome.AlreadyOpen open
        ? open.journey()
        : ((StartOutcome.Started) outcome).journey();
  }

  private Actor actor(String ref) {
    return people.find(ref).orElseGet(() -> new Actor(ref, ref, Set.of(Role.CITIZEN), null));
  }

  private BrowserContext signIn(String ref, String language) {
    return signIn(ref, language, new Browser.NewContextOptions());
  }

  private BrowserContext signIn(String ref, String language, Browser.NewContextOptions options) {
    BrowserContext context =
        Objects.requireNonNull(chromium).browser().newContext(options.setViewportSize(1280, 900));
    Page page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.navigate(address("/sign-in?lang=" + language));
    page.locator("button[value='" + ref + "']").click();
    page.waitForURL("**/studio");
    return context;
  }

  /** Drops a new event on an arrow, as a person does: it lies between then. */
  private static void insertEvent(Page page, String flow) {
    BoundingBox arrow =
        page.locator("[data-element-id='" + flow + "'] .djs-visual > path").boundingBox();
    double x = arrow.x + arrow.width / 2;
    double y = arrow.y + arrow.height / 2;
    page.locator(".djs-palette [data-action='create.intermediate-event']").click();
    page.mouse().move(x - 30, y - 40);
    page.mouse().move(x, y, new Mouse.MoveOptions().setSteps(8));
    page.mouse().click(x, y);
  }

  private static void mend(Page page, String label, String id) {
    page.keyboard().press("Escape");
    page.locator(".studio-badge.is-error").click();
    Locator name = page.locator("#bio-properties-panel-name");
    if (!name.isVisible()) {
      page.locator("[data-group-id='group-general'] .bio-properties-panel-group-header").click();
    }
    name.fill(label);
    page.locator("#bio-properties-panel-id").fill(id);
    page.locator("#bio-properties-panel-id").blur();
    page.locator("[data-save]").click();
    page.locator("[data-saves='2']").waitFor();
    assertThat(page.locator(".studio-badge.is-error")).hasCount(0);
  }

  private void addText(Page page, String language, String of, String id, String title) {
    page.navigate(address("/studio/file/life-events/birth/texts." + of + ".yaml"));
    Axe.findsNothing(page);
    Locator text = page.locator("#content");
    String line = id + ":\n  title: " + title + "\n";
    text.fill(text.inputValue().stripTrailing() + "\n" + line);
    page.locator("button[form='edit']").click();
    assertThat(page.locator(".studio-outcome [data-color='success']")).isVisible();
    assertThat(page.locator("#content")).hasValue(java.util.regex.Pattern.compile(id));
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
