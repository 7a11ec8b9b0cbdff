package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what is live, and what running journeys still use, in memory.
 *
 * <p>Looks at most once a second whether another node has published. Thread-safe.
 */
@Component
class Shelf {

  private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

  private final Publications publications;
  private final ContentReader reader;
  private final Map<Long, Content> read = new ConcurrentHashMap<>();
  private final Map<String, Content> deployed = new ConcurrentHashMap<>();
  private final AtomicLong looked = new AtomicLong();
  private volatile @Nullable Live live;

  Shelf(Publications publications, ContentReader reader) {
    this.publications = publications;
    this.reader = reader;
  }

  Live live() {
    Live known = live;
    if (known != null && (!timeToLook() || publications.newest() == known.newest())) {
      return known;
    }
    return reload();
  }

  /** Reads again what is live: after a publication, and after a folder was retired. */
  synchronized Live reload() {
    long newest = publications.newest();
    List<Content> contents = new ArrayList<>();
    List<Publication> versions = new ArrayList<>();
    for (PublicationRow row : publications.latest()) {
      if (!row.retired()) {
        contents.add(content(row));
        versions.add(row.publication());
      }
    }
    Live fresh = Live.of(newest, new Contents(contents), versions);
    live = fresh;
    looked.set(System.nanoTime());
    return fresh;
  }

  /** Lets the next reader read again; asks the database nothing, so it fits after a commit. */
  void forget() {
    live = null;
  }

  /** A folder as it was deployed; a deployment never changes, so it is read once. */
  Content deployed(String deploymentId) {
    Content known = deployed.get(deploymentId);
    if (known != null) {
      return known;
    }
    PublicationRow row =
        publications
            .findFirstByDeploymentId(deploymentId)
            .orElseThrow(() -> new NoSuchElementException("no such deployment: " + deploymentId));
    Content content = content(row);
    deployed.put(deploymentId, content);
    return content;
  }

  /**
   * A folder as it was published once.
   *
   * @throws NoSuchElementException if there is no such publication
   */
  Content published(FolderKind kind, String folder, int sequence) {
    return publications
        .findByKindAndFolderAndSequence(kind, folder, sequence)
        .map(this::content)
        .orElseThrow(() -> new NoSuchElementException("no such publication of " + folder));
  }

  private Content content(PublicationRow row) {
    return read.computeIfAbsent(row.id(), id -> reader.read(row.files()));
  }

  private boolean timeToLook() {
    long last = looked.get();
    long now = System.nanoTime();
    return now - last > LOOK_AGAIN && looked.compareAndSet(last, now);
  }
}
