package org.lienthong.design;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FolderKind;
import org.springframework.data.jpa.repository.JpaRepository;

/** A draft as the database keeps it, open or decided. */
@Entity
@Table(name = "draft")
class DraftRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Enumerated(EnumType.STRING)
  private FolderKind kind;

  private String folder;
  private @Nullable String openKey;

  @Enumerated(EnumType.STRING)
  private State state;

  private int revision;
  private String digest;
  private String baseDigest;
  private String author;
  private Instant savedAt;
  private @Nullable Instant submittedAt;
  private @Nullable String decidedBy;
  private @Nullable Instant decidedAt;
  @Version private long version;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected DraftRow() {}

  DraftRow(FolderKind kind, String folder, String baseDigest, String author, Instant now) {
    this.kind = kind;
    this.folder = folder;
    this.openKey = openKey(kind, folder);
    this.state = State.WRITING;
    this.revision = 0;
    this.digest = baseDigest;
    this.baseDigest = baseDigest;
    this.author = author;
    this.savedAt = now;
  }

  static String openKey(FolderKind kind, String folder) {
    return kind.name() + "/" + folder;
  }

  void save(String newDigest, Instant now) {
    revision++;
    digest = newDigest;
    savedAt = now;
  }

  void submit(Instant now) {
    state = State.SUBMITTED;
    submittedAt = now;
  }

  void sendBack() {
    state = State.WRITING;
    submittedAt = null;
  }

  void close(State end, String by, Instant now) {
    state = end;
    openKey = null;
    decidedBy = by;
    decidedAt = now;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("the draft is not stored yet");
    }
    return id;
  }

  int revision() {
    return revision;
  }

  String digest() {
    return digest;
  }

  String baseDigest() {
    return baseDigest;
  }

  String author() {
    return author;
  }

  boolean submitted() {
    return state == State.SUBMITTED;
  }

  Draft draft() {
    return new Draft(id(), kind, folder, revision, digest, author, savedAt, submittedAt);
  }

  /** Where a draft stands. */
  enum State {
    WRITING,
    SUBMITTED,
    PUBLISHED,
    DISCARDED
  }

  /** All drafts. */
  interface DraftTable extends JpaRepository<DraftRow, Long> {
    Optional<DraftRow> findByOpenKey(String openKey);

    List<DraftRow> findByOpenKeyNotNullOrderBySavedAtDesc();
  }
}
