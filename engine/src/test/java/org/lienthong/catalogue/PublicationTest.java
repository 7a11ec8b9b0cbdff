package org.lienthong.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.lienthong.EngineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** What becomes live, when, and what does not; on a content home and a database of its own. */
@EngineTest
@DirtiesContext
class PublicationTest {

  private static final Path ORIGINAL = Path.of("src/test/resources/content");
  private static Path home = ORIGINAL;

  @DynamicPropertySource
  static void ownHome(DynamicPropertyRegistry properties) throws IOException {
    home = Files.createTempDirectory("content");
    FileSystemUtils.copyRecursively(ORIGINAL, home);
    properties.add("lienthong.content", () -> home.toString());
    properties.add("spring.datasource.url", () -> "jdbc:h2:mem:publication-test;DB_CLOSE_DELAY=-1");
  }

  @Autowired Catalogue catalogue;
  @Autowired Publisher publisher;
  @Autowired Publications publications;
  @Autowired ContentReader reader;
  @Autowired Checks checks;
  @Autowired Shelf shelf;
  @Autowired PlatformTransactionManager transactions;
  @Autowired RepositoryService engine;

  @Test
  void publishesWhatTwoPersonsAgreeOn() throws IOException {
    Publication before = live("demo-event");

    Publication published =
        catalogue.publish(
            edited("demo-event", "Ask for a thing", "Wish for a thing"), "an", "khoa");

    assertThat(published.sequence()).isEqualTo(before.sequence() + 1);
    assertThat(published.author() + published.approvedBy()).isEqualTo("ankhoa");
    assertThat(live("demo-event")).isEqualTo(published);
    assertThat(
            engine
                .createProcessDefinitionQuery()
                .deploymentId(published.deploymentId())
                .singleResult()
                .getKey())
        .isEqualTo("demo-event");
    assertThat(Files.readString(home.resolve("processes/life-events/demo-event/texts.en.yaml")))
        .contains("Wish for a thing");
    assertThat(titleIn(before)).isEqualTo("Ask for a thing");
    assertThat(titleIn(published)).isEqualTo("Wish for a thing");
  }

  @Test
  void refusesWhatItsAuthorApproves() {
    Folder folder = edited("demo-service", "Deliver the thing", "Bring the thing");

    assertThatThrownBy(() -> catalogue.publish(folder, "an", "an"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(live("demo-service").sequence()).isEqualTo(1);
  }

  @Test
  void refusesWhatHasAnErrorAndChangesNothing() {
    long deployments = engine.createDeploymentQuery().count();
    Folder folder = edited("demo-service", "demo-service:", "demo-servise:");

    assertThatThrownBy(() -> catalogue.publish(folder, "an", "khoa"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("text-orphan");
    assertThat(engine.createDeploymentQuery().count()).isEqualTo(deployments);
    assertThat(live("demo-service").sequence()).isEqualTo(1);
  }

  @Test
  void leavesNeitherRowNorDeploymentWhereTheTransactionFails() {
    long deployments = engine.createDeploymentQuery().count();
    Folder folder = edited("demo-service", "Deliver the thing", "Send the thing");

    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              catalogue.publish(folder, "an", "khoa");
              status.setRollbackOnly();
            });

    assertThat(engine.createDeploymentQuery().count()).isEqualTo(deployments);
    assertThat(live("demo-service").sequence()).isEqualTo(1);
    assertThat(home.resolve("processes/services/demo-service/texts.en.yaml"))
        .content(UTF_8)
        .doesNotContain("Send the thing");
  }

  @Test
  void deploysNothingTwiceHoweverOftenItStarts() {
    long deployments = engine.createDeploymentQuery().count();

    start(home, true);

    assertThat(engine.createDeploymentQuery().count()).isEqualTo(deployments);
  }

  @Test
  void neverLetsAnOldFolderUnpublishANewerOne() {
    Folder agency = edited(FolderKind.AGENCY, "demo-agency", "Demo agency", "The demo agency");
    Publication newer = catalogue.publish(agency, "an", "khoa");

    start(ORIGINAL, true);

    assertThat(catalogue.publications()).contains(newer);
  }

  @Test
  void publishesAnEditedCheckoutOnlyWhereThatCountsAsApproved() throws IOException {
    Path edited = copy();
    Path texts = edited.resolve("decisions/demo-benefit/texts.en.yaml");
    Files.writeString(texts, Files.readString(texts).replace("Demo benefit", "Benefit for tests"));
    int before = live(FolderKind.DECISION, "demo-benefit").sequence();

    start(edited, false);
    assertThat(live(FolderKind.DECISION, "demo-benefit").sequence()).isEqualTo(before);

    start(edited, true);
    assertThat(live(FolderKind.DECISION, "demo-benefit").sequence()).isEqualTo(before + 1);
  }

  @Test
  void publishesNoFolderThatIsFaultyNorWhatLeansOnIt() throws IOException {
    Path edited = copy();
    Path model = edited.resolve("processes/services/demo-service/demo-service.bpmn");
    Path fresh = edited.resolve("processes/services/demo-faulty/demo-faulty.bpmn");
    Files.createDirectories(fresh.getParent());
    Files.writeString(
        fresh, Files.readString(model).replace("bpmn:serviceTask", "bpmn:scriptTask"));

    start(edited, true);

    assertThat(catalogue.live("demo-faulty")).isEmpty();
    assertThat(catalogue.live("demo-service")).isPresent();
  }

  @Test
  void retiresAFolderThatIsGoneAndTakesItBack() throws IOException {
    Path less = copy();
    FileSystemUtils.deleteRecursively(less.resolve("processes/life-events/demo-event"));
    String deployment = String.valueOf(live("demo-event").deploymentId());

    start(less, true);
    assertThat(catalogue.live("demo-event")).isEmpty();
    assertThat(catalogue.deployed(deployment, "demo-event").key()).isEqualTo("demo-event");

    start(home, true);
    assertThat(catalogue.live("demo-event")).isPresent();
  }

  private static Path copy() throws IOException {
    Path copy = Files.createTempDirectory("content");
    FileSystemUtils.copyRecursively(home, copy);
    return copy;
  }

  private void start(Path from, boolean approved) {
    new ContentStart(
            new ContentHome(from.toString(), Set.of()),
            publications,
            publisher,
            reader,
            checks,
            shelf,
            transactions,
            approved)
        .start();
  }

  private String titleIn(Publication publication) {
    return catalogue
        .texts(String.valueOf(publication.deploymentId()))
        .get("demo-event.title", java.util.Locale.ENGLISH);
  }

  private Publication live(String key) {
    return Stream.of(FolderKind.LIFE_EVENT, FolderKind.SERVICE)
        .flatMap(kind -> catalogue.publications().stream().filter(p -> p.kind() == kind))
        .filter(p -> p.folder().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private Publication live(FolderKind kind, String key) {
    return catalogue.publications().stream()
        .filter(p -> p.kind() == kind && p.folder().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private Folder edited(String key, String old, String fresh) {
    return edited(live(key).kind(), key, old, fresh);
  }

  private Folder edited(FolderKind kind, String key, String old, String fresh) {
    Folder folder = catalogue.folder(kind, key).orElseThrow();
    Map<String, byte[]> files = new TreeMap<>(folder.files());
    String texts = new String(files.getOrDefault("texts.en.yaml", new byte[0]), UTF_8);
    assertThat(texts).contains(old);
    files.put("texts.en.yaml", texts.replace(old, fresh).getBytes(UTF_8));
    return new Folder(kind, key, files);
  }
}
