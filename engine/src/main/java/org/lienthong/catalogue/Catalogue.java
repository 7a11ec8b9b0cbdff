package org.lienthong.catalogue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.lienthong.analysis.TableFinding;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/**
 * What is published.
 *
 * <p>Reads are answered from memory and never see half of a publication. Thread-safe.
 */
@Service
public class Catalogue {

  private static final String BASE_URL = "lienthong.agency.base-url";
  private static final String SANDBOX = "http://localhost:8090";

  private final Shelf shelf;
  private final Publisher publisher;
  private final Checks checks;
  private final ContentHome home;
  private final Environment environment;

  Catalogue(
      Shelf shelf, Publisher publisher, Checks checks, ContentHome home, Environment environment) {
    this.shelf = shelf;
    this.publisher = publisher;
    this.checks = checks;
    this.home = home;
    this.environment = environment;
  }

  /** The live life events, by key. */
  public List<ProcessModel> lifeEvents() {
    Live live = shelf.live();
    return live.contents().of(FolderKind.LIFE_EVENT).stream()
        .flatMap(c -> model(live, c).stream())
        .sorted(java.util.Comparator.comparing(ProcessModel::key))
        .toList();
  }

  /** The live model of a life event or service. */
  public Optional<ProcessModel> live(String processKey) {
    Live live = shelf.live();
    return live.contents()
        .find(FolderKind.SERVICE, processKey)
        .or(() -> live.contents().find(FolderKind.LIFE_EVENT, processKey))
        .flatMap(c -> model(live, c));
  }

  /** The service that offers what a decision finds due: the one that names it most closely. */
  public Optional<ProcessModel> offering(String decision) {
    return Offering.nearest(services(), decision, serviceOfDecision(decision).orElse(""));
  }

  /**
   * How far a service goes by itself with what a decision finds due, from 0 (tells) to 3 (grants):
   * as the process says that offers it, of the decision or else of its service; else as the
   * service's own process says.
   */
  public int proactivity(String decision) {
    String service = serviceOfDecision(decision).orElse("");
    return Offering.grade(services(), live(service), decision, service);
  }

  private List<ProcessModel> services() {
    Live live = shelf.live();
    return live.contents().of(FolderKind.SERVICE).stream()
        .flatMap(c -> model(live, c).stream())
        .toList();
  }

  private static Optional<ProcessModel> model(Live live, Content content) {
    if (content.process() == null) {
      return Optional.empty();
    }
    ProcessModel model = content.process().model();
    return live.publications().stream()
        .filter(p -> p.kind() == content.kind() && p.folder().equals(content.key()))
        .map(p -> model.deployedAs(p.deploymentId()))
        .findFirst();
  }

  /**
   * The model that a running journey uses: of the deployment that it was started with.
   *
   * @throws NoSuchElementException if there is no such deployment, or it holds no such process
   */
  public ProcessModel deployed(String deploymentId, String processKey) {
    ProcessFile process = shelf.deployed(deploymentId).process();
    if (process == null || !process.model().key().equals(processKey)) {
      throw new NoSuchElementException(
          "the deployment " + deploymentId + " holds no process " + processKey);
    }
    return process.model().deployedAs(deploymentId);
  }

  /**
   * The texts of a deployment.
   *
   * @throws NoSuchElementException if there is no such deployment
   */
  public Texts texts(String deploymentId) {
    return shelf.deployed(deploymentId).texts();
  }

  /** The texts of a live folder; none where there is no such folder. */
  public Texts liveTexts(FolderKind kind, String folder) {
    return shelf
        .live()
        .contents()
        .find(kind, folder)
        .map(Content::texts)
        .orElseGet(() -> new Texts(Map.of()));
  }

  /**
   * A form of a deployment.
   *
   * @throws NoSuchElementException if there is no such deployment, or it holds no such form
   */
  public Form form(String deploymentId, String formKey) {
    Form form = shelf.deployed(deploymentId).forms().get(formKey);
    if (form == null) {
      throw new NoSuchElementException(
          "the deployment " + deploymentId + " holds no form " + formKey);
    }
    return form;
  }

  /** An agency; every one is live or not there. */
  public Optional<Agency> agency(String key) {
    return shelf.live().contents().agency(key).map(file -> agency(key, file));
  }

  /** All live agencies. */
  public Collection<Agency> agencies() {
    return shelf.live().contents().of(FolderKind.AGENCY).stream()
        .flatMap(c -> agency(c.key()).stream())
        .toList();
  }

  private Agency agency(String key, AgencyFile file) {
    String base =
        environment.getProperty(
            "lienthong.agency.url." + key, environment.getProperty(BASE_URL, SANDBOX));
    return new Agency(key, base + file.path(), file.timeout(), file.operations(), file.events());
  }

  /** The type of a fact, from the contracts, forms and tables that name it. */
  public Optional<FactType> factType(String fact) {
    return shelf.live().contents().fact(fact).map(Shape::type);
  }

  /** The folder of decisions that owns a decision. */
  public Optional<String> serviceOfDecision(String decisionKey) {
    return shelf.live().contents().ownerOf(decisionKey);
  }

  /** The country's dated amounts in force on a day, by key. */
  public Map<String, Object> parameters(LocalDate keyDate) {
    return law().parameters().on(keyDate);
  }

  /** Every dated amount with all its values, sorted by key. */
  public Collection<Parameter> parameters() {
    return law().parameters().all();
  }

  /** A dated amount with all its values. */
  public Optional<Parameter> parameter(String key) {
    return law().parameters().find(key);
  }

  /** Who makes law where. */
  public Jurisdictions jurisdictions() {
    return law().jurisdictions();
  }

  /** The law that is live; the same object until something is published. */
  public Law law() {
    return shelf.live().law();
  }

  /**
   * A table as it was published once: what was decided by it stays explainable.
   *
   * @throws NoSuchElementException if there is no such publication, or it held no such table
   */
  public LawTable lawTable(String service, String table, int version) {
    return Law.past(shelf.published(FolderKind.DECISION, service, version), version, table);
  }

  /**
   * The live law with folders of decisions or the folder of amounts replaced, or added; nothing is
   * published.
   *
   * @throws Unpublishable if a candidate has an error that would keep it from being published
   */
  public Law lawWith(List<Folder> candidates) {
    Live live = shelf.live();
    Contents all = live.contents();
    for (Folder candidate : candidates) {
      if (candidate.kind() != FolderKind.DECISION && candidate.kind() != FolderKind.PARAMETERS) {
        throw new IllegalArgumentException(candidate.key() + " is no folder of law");
      }
      all = all.with(checks.read(candidate));
    }
    for (Folder candidate : candidates) {
      Unpublishable.refuse(checks.check(candidate, all));
    }
    return Law.of(all, live.publications(), candidates);
  }

  /** The live version of every folder. */
  public List<Publication> publications() {
    return shelf.live().publications();
  }

  /** A live folder's files. */
  public Optional<Folder> folder(FolderKind kind, String key) {
    return shelf.live().contents().find(kind, key).map(Content::folder);
  }

  /** A file of the home of content that is no part of any folder, such as a data file. */
  public Path file(String relative) {
    return home.file(relative);
  }

  /**
   * Everything that is wrong with a folder, seen beside all other live folders, and what would no
   * longer be right of those.
   */
  public List<Finding> check(Folder folder) {
    return checks.checkWithCallers(folder, shelf.live().contents());
  }

  /**
   * What the live tables of a decision do as a whole: its own first, then the local ones that
   * override it, by the table's key.
   *
   * @throws NoSuchElementException if there is no such decision
   */
  public Map<String, List<TableFinding>> analysis(String decision) {
    Law law = law();
    Map<String, List<TableFinding>> findings = new LinkedHashMap<>();
    for (LawTable table : law.tables()) {
      if (table.decision().equals(decision)) {
        findings.put(table.key(), checks.analyse(table, law));
      }
    }
    if (findings.isEmpty()) {
      throw new NoSuchElementException("there is no decision with this key");
    }
    return findings;
  }

  /**
   * Makes a folder live: writes the publication, deploys it, then writes the folder.
   *
   * @throws Unpublishable if the folder has an error
   * @throws IllegalArgumentException if author and approver are one
   * @throws IllegalStateException if somebody else published the folder in this moment
   */
  public Publication publish(Folder folder, String author, String approver) {
    if (author.equals(approver)) {
      throw new IllegalArgumentException("whoever made a change may not approve it");
    }
    Unpublishable.refuse(check(folder));
    return publisher.publish(
        folder,
        author,
        approver,
        () -> {
          shelf.forget();
          home.write(folder);
        });
  }
}
