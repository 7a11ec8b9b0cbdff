package org.lienthong.design;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Finding;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Publication;
import org.lienthong.identity.Actor;
import org.lienthong.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** Publishing writes the content home, so these tests have one of their own. */
@EngineTest
class DraftsTest {

  private static final FolderKind KIND = FolderKind.SERVICE;
  private static final String FOLDER = "demo-service";
  private static final String MODEL = "demo-service.bpmn";
  private static final Actor AN = designer("d-an");
  private static final Actor KHOA = designer("d-khoa");

  private static Path home = Path.of("");

  @Autowired Drafts drafts;
  @Autowired Catalogue catalogue;

  @DynamicPropertySource
  static void ownContentHome(DynamicPropertyRegistry properties) throws IOException {
    home = Files.createTempDirectory("content");
    FileSystemUtils.copyRecursively(Path.of("src/test/resources/content"), home);
    properties.add("lienthong.content", home::toString);
    properties.add("spring.datasource.url", () -> "jdbc:h2:mem:drafts;DB_CLOSE_DELAY=-1");
  }

  @AfterEach
  void noDraftStaysOpen() {
    drafts.discard(KIND, FOLDER, AN);
  }

  @Test
  void keepsEverySaveAsARevision() {
    assertThat(drafts.open(KIND, FOLDER)).isEmpty();

    Draft first = saved(save(named("Thing first"), 0, AN));
    Draft second = saved(save(named("Thing second"), 1, AN));

    assertThat(first.revision()).isEqualTo(1);
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.digest()).isNotEqualTo(first.digest());
    assertThat(drafts.all()).contains(second);
    assertThat(text(MODEL)).contains("name=\"Thing second\"");
    assertThat(drafts.history(second))
        .extracting(event -> event.action() + " " + event.revision() + " " + event.actor())
        .containsExactly("SAVED 1 d-an", "SAVED 2 d-an");
    assertThat(catalogue.folder(KIND, FOLDER).orElseThrow().files().get(MODEL))
        .isEqualTo(live(MODEL));
  }

  @Test
  void refusesASaveOverARevisionThatWasNotRead() {
    save(named("Thing first"), 0, AN);

    assertThat(save(named("Thing second"), 0, AN)).isEqualTo(new SaveOutcome.Stale(1));
    assertThat(text(MODEL)).contains("name=\"Thing first\"");
  }

  @Test
  void keepsOneOfManySavesAtOnce() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try {
      var saves = new ArrayList<Callable<SaveOutcome>>();
      for (int i = 0; i < 8; i++) {
        String name = "Racer " + i;
        saves.add(() -> save(named(name), 0, AN));
      }
      var outcomes = new ArrayList<SaveOutcome>();
      for (var future : threads.invokeAll(saves)) {
        outcomes.add(future.get());
      }
      assertThat(outcomes).hasAtLeastOneElementOfType(SaveOutcome.Saved.class);
      assertThat(outcomes.stream().filter(SaveOutcome.Saved.class::isInstance)).hasSize(1);
      assertThat(outcomes.stream().filter(SaveOutcome.Stale.class::isInstance)).hasSize(7);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void leavesADraftToItsAuthor() {
    save(named("Thing mine"), 0, AN);

    assertThat(save(named("Thing theirs"), 1, KHOA)).isInstanceOf(SaveOutcome.Closed.class);
    assertThat(drafts.submit(KIND, FOLDER, null, KHOA)).isInstanceOf(SubmitOutcome.Closed.class);
  }

  @Test
  void takesNothingFromWhoIsNoDesigner() {
    var citizen = new Actor("p-lan", "Lan", Set.of(Role.CITIZEN), null);

    assertThatThrownBy(() -> save(named("Thing evil"), 0, citizen))
        .isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> drafts.approve(KIND, FOLDER, "x", citizen))
        .isInstanceOf(SecurityException.class);
    assertThat(drafts.open(KIND, FOLDER)).isEmpty();
  }

  @Test
  void keepsNothingThatCannotBeRead() {
    assertThat(save("<not-closed", 0, AN)).isInstanceOf(SaveOutcome.Unreadable.class);
    assertThat(save("<!DOCTYPE a><a/>", 0, AN)).isInstanceOf(SaveOutcome.Unreadable.class);
    assertThat(drafts.save(KIND, FOLDER, "texts.vi.yaml", new byte[] {(byte) 0xff}, 0, AN))
        .isInstanceOf(SaveOutcome.Unreadable.class);
    assertThat(drafts.save(KIND, FOLDER, "../x.yaml", "a: b".getBytes(UTF_8), 0, AN))
        .isEqualTo(new SaveOutcome.Unknown());
    assertThat(drafts.save(KIND, "no-such", "texts.vi.yaml", "a: b".getBytes(UTF_8), 0, AN))
        .isEqualTo(new SaveOutcome.Unknown());
    assertThat(drafts.open(KIND, FOLDER)).isEmpty();
  }

  @Test
  void refusesToSubmitWhileThereAreErrors() {
    var outcome = drafts.save(KIND, FOLDER, "texts.vi.yaml", "a: [".getBytes(UTF_8), 0, AN);
    assertThat(((SaveOutcome.Saved) outcome).findings())
        .extracting(Finding::severity)
        .contains(Finding.Severity.ERROR);

    var refused = drafts.submit(KIND, FOLDER, null, AN);

    assertThat(((SubmitOutcome.Refused) refused).findings())
        .extracting(Finding::file)
        .contains("texts.vi.yaml");
    assertThat(drafts.open(KIND, FOLDER).orElseThrow().submitted()).isFalse();
  }

  @Test
  void submitsNothingThatIsLiveAlready() {
    assertThat(drafts.submit(KIND, FOLDER, null, AN)).isEqualTo(new SubmitOutcome.Nothing());
    drafts.save(KIND, FOLDER, MODEL, live(MODEL), 0, AN);
    assertThat(drafts.submit(KIND, FOLDER, null, AN)).isEqualTo(new SubmitOutcome.Nothing());
  }

  @Test
  void publishesWhatASecondDesignerSaw() {
    int before = publication().sequence();
    save(named("Thing approved"), 0, AN);
    Draft submitted = submitted();

    assertThat(drafts.approve(KIND, FOLDER, submitted.digest(), AN))
        .isInstanceOf(ApproveOutcome.OwnWork.class);
    assertThat(drafts.approve(KIND, FOLDER, "another", KHOA))
        .isInstanceOf(ApproveOutcome.Changed.class);
    assertThat(publication().sequence()).isEqualTo(before);

    var approved = drafts.approve(KIND, FOLDER, submitted.digest(), KHOA);

    assertThat(((ApproveOutcome.Published) approved).publication())
        .returns(before + 1, Publication::sequence)
        .returns("d-an", Publication::author)
        .returns("d-khoa", Publication::approvedBy);
    assertThat(new String(live(MODEL), UTF_8)).contains("name=\"Thing approved\"");
    assertThat(home.resolve("processes/services/demo-service/demo-service.bpmn"))
        .content()
        .contains("name=\"Thing approved\"");
    assertThat(drafts.open(KIND, FOLDER)).isEmpty();
    assertThat(drafts.history(submitted))
        .extracting(DraftEvent::action)
        .containsExactly(DraftAction.SAVED, DraftAction.SUBMITTED, DraftAction.APPROVED);
    assertThat(drafts.approve(KIND, FOLDER, submitted.digest(), KHOA))
        .isEqualTo(new ApproveOutcome.Nothing());
  }

  @Test
  void closesASubmittedDraftUntilItIsSentBack() {
    save(named("Thing waits"), 0, AN);
    submitted();
    assertThat(save(named("Sneaked in"), 1, AN)).isInstanceOf(SaveOutcome.Closed.class);

    Draft back = drafts.sendBack(KIND, FOLDER, "Please say who acts.", KHOA).orElseThrow();

    assertThat(back.submitted()).isFalse();
    assertThat(drafts.history(back))
        .last()
        .returns("Please say who acts.", DraftEvent::note)
        .returns("d-khoa", DraftEvent::actor);
    assertThat(save(named("Thing mended"), 1, AN)).isInstanceOf(SaveOutcome.Saved.class);
    assertThat(drafts.sendBack(KIND, FOLDER, null, KHOA)).isEmpty();
  }

  @Test
  void doesNotUndoWhatWentLiveMeanwhile() {
    save(named("Thing slow"), 0, AN);
    Draft slow = submitted();
    var other = new java.util.TreeMap<>(catalogue.folder(KIND, FOLDER).orElseThrow().files());
    other.put(MODEL, named("Fast " + slow.id()).getBytes(UTF_8));
    catalogue.publish(new org.lienthong.catalogue.Folder(KIND, FOLDER, other), "d-an", "d-khoa");

    assertThat(drafts.approve(KIND, FOLDER, slow.digest(), KHOA))
        .isInstanceOf(ApproveOutcome.Overtaken.class);
    assertThat(new String(live(MODEL), UTF_8)).contains("Fast");
  }

  @Test
  void saysWhatWouldChange() {
    save(named("Thing reviewed"), 0, AN);

    Review review = drafts.review(KIND, FOLDER).orElseThrow();

    assertThat(review.files()).extracting(Review.FileChange::file).containsExactly(MODEL);
    assertThat(review.files().get(0).elements())
        .extracting(Review.ElementChange::id)
        .containsExactly("demo-service");
  }

  @Test
  void tellsWhatWouldBeWrongWithoutKeepingIt() {
    List<Finding> findings = drafts.check(KIND, FOLDER, "texts.en.yaml", "a: [".getBytes(UTF_8));

    assertThat(findings).extracting(Finding::file).contains("texts.en.yaml");
    assertThat(drafts.open(KIND, FOLDER)).isEmpty();
  }

  private Draft submitted() {
    return ((SubmitOutcome.Submitted) drafts.submit(KIND, FOLDER, "why", AN)).draft();
  }

  private static Draft saved(SaveOutcome outcome) {
    return ((SaveOutcome.Saved) outcome).draft();
  }

  private SaveOutcome save(String model, int revision, Actor designer) {
    return drafts.save(KIND, FOLDER, MODEL, model.getBytes(UTF_8), revision, designer);
  }

  /** The live model with another name. */
  private String named(String name) {
    return new String(live(MODEL), UTF_8)
        .replaceFirst(
            "id=\"demo-service\" name=\"[^\"]*\"", "id=\"demo-service\" name=\"" + name + "\"");
  }

  private byte[] live(String file) {
    return Objects.requireNonNull(catalogue.folder(KIND, FOLDER).orElseThrow().files().get(file));
  }

  private String text(String file) {
    return new String(
        Objects.requireNonNull(drafts.files(KIND, FOLDER).orElseThrow().files().get(file)), UTF_8);
  }

  private Publication publication() {
    return catalogue.publications().stream()
        .filter(each -> each.kind() == KIND && each.folder().equals(FOLDER))
        .findFirst()
        .orElseThrow();
  }

  private static Actor designer(String ref) {
    return new Actor(ref, ref, Set.of(Role.DESIGNER), null);
  }
}
