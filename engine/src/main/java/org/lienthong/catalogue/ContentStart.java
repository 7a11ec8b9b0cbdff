package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lienthong.catalogue.Contents.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the content home into the engine when the application starts, before any job runs and any
 * page is served.
 *
 * <p>What was published before is left alone, however old the folder on this node may be; what is
 * new is published only where edited content counts as approved.
 */
@Component
class ContentStart implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ContentStart.class);
  private static final String AUTHOR = "content-home";
  private static final String APPROVER = "lienthong.content-approved";

  /** Contents that were found to be without fault, by place and digest of their folders. */
  private static final Set<List<String>> SOUND = ConcurrentHashMap.newKeySet();

  private final ContentHome home;
  private final Publications publications;
  private final Publisher publisher;
  private final ContentReader reader;
  private final Checks checks;
  private final Shelf shelf;
  private final TransactionTemplate transaction;
  private final boolean approved;
  private volatile boolean running;

  ContentStart(
      ContentHome home,
      Publications publications,
      Publisher publisher,
      ContentReader reader,
      Checks checks,
      Shelf shelf,
      PlatformTransactionManager transactions,
      @Value("${lienthong.content-approved:false}") boolean approved) {
    this.home = home;
    this.publications = publications;
    this.publisher = publisher;
    this.reader = reader;
    this.checks = checks;
    this.shelf = shelf;
    this.transaction = new TransactionTemplate(transactions);
    this.approved = approved;
  }

  @Override
  public void start() {
    List<Folder> folders = home.read();
    List<Folder> fresh = folders.stream().filter(f -> !publishedBefore(f)).toList();
    if (approved) {
      publish(fresh);
    } else {
      fresh.forEach(f -> LOG.warn("not published, since nobody approved it: {}", place(f)));
    }
    transaction.executeWithoutResult(status -> retire(folders));
    shelf.reload();
    running = true;
  }

  private boolean publishedBefore(Folder folder) {
    return publications.existsByKindAndFolderAndDigest(
        folder.kind(), folder.key(), FolderDigest.of(folder));
  }

  private void publish(List<Folder> fresh) {
    Contents live = shelf.reload().contents();
    Set<Place> faulty = publications.newest() == 0 ? faultyAlone(fresh, live) : faulty(fresh, live);
    for (Folder folder : fresh) {
      if (faulty.contains(Place.of(folder))) {
        LOG.error("not published, see above: {}", place(folder));
        continue;
      }
      Publication published =
          publisher.publish(
              folder,
              AUTHOR,
              APPROVER,
              () -> {
                // the folder is where it comes from
              });
      LOG.info(
          "published {} version {}, since edited content counts as approved here",
          place(folder),
          published.sequence());
    }
  }

  /**
   * Of content that leans on nothing published; checked once in a JVM as long as it is the same.
   */
  private Set<Place> faultyAlone(List<Folder> fresh, Contents live) {
    List<String> content = fresh.stream().map(f -> place(f) + " " + FolderDigest.of(f)).toList();
    if (SOUND.contains(content)) {
      return Set.of();
    }
    Set<Place> faulty = faulty(fresh, live);
    if (faulty.isEmpty()) {
      SOUND.add(content);
    }
    return faulty;
  }

  /** Folders lean on each other: one that falls may take others along, until the rest stands. */
  private Set<Place> faulty(List<Folder> fresh, Contents live) {
    List<Content> standing = new ArrayList<>(fresh.stream().map(reader::read).toList());
    Set<Place> faulty = new HashSet<>();
    boolean fell = true;
    while (fell) {
      Contents beside = live;
      for (Content content : standing) {
        beside = beside.with(content);
      }
      Contents all = beside;
      fell = standing.removeIf(content -> falls(content, all, faulty));
    }
    return faulty;
  }

  private boolean falls(Content content, Contents all, Set<Place> faulty) {
    List<Finding> errors =
        checks.check(content.folder(), all).stream()
            .filter(f -> f.severity() == Finding.Severity.ERROR)
            .toList();
    errors.forEach(
        f -> LOG.error("{}/{} {}: {}", place(content.folder()), f.file(), f.rule(), f.message()));
    return !errors.isEmpty() && faulty.add(Place.of(content.folder()));
  }

  /** Retired, not deleted: running journeys go on. A folder that is there again is live again. */
  private void retire(List<Folder> folders) {
    if (!approved) {
      return;
    }
    Set<Place> there = new HashSet<>();
    folders.forEach(f -> there.add(Place.of(f)));
    for (PublicationRow row : publications.latest()) {
      Publication version = row.publication();
      boolean gone = !there.contains(new Place(version.kind(), version.folder()));
      if (gone != row.retired()) {
        row.retire(gone);
        LOG.info("{} {}", gone ? "retired" : "live again:", version.folder());
      }
    }
  }

  private static String place(Folder folder) {
    return folder.kind().path() + "/" + folder.key();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the pages and long before the jobs. */
  @Override
  public int getPhase() {
    return 0;
  }
}
