package org.lienthong.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code publication}; never changed but for {@code retired}. */
@Entity
@Table(name = "publication")
class PublicationRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 32)
  private FolderKind kind = FolderKind.LIFE_EVENT;

  @Column(nullable = false, updatable = false)
  private String folder = "";

  @Column(nullable = false, updatable = false)
  private String digest = "";

  @Column(nullable = false, updatable = false)
  private int sequence;

  @Column(nullable = false, updatable = false)
  private String author = "";

  @Column(name = "approved_by", nullable = false, updatable = false)
  private String approvedBy = "";

  @Column(name = "published_at", nullable = false, updatable = false)
  private Instant publishedAt = Instant.EPOCH;

  @Column(name = "deployment_id", updatable = false)
  private @Nullable String deploymentId;

  @Column(nullable = false, updatable = false, length = Bundle.MAX_LENGTH)
  private String bundle = "";

  @Column(nullable = false)
  private boolean retired;

  /** For JPA. */
  protected PublicationRow() {}

  PublicationRow(Publication publication, Folder files) {
    this.kind = publication.kind();
    this.folder = publication.folder();
    this.digest = publication.digest();
    this.sequence = publication.sequence();
    this.author = publication.author();
    this.approvedBy = publication.approvedBy();
    this.publishedAt = publication.publishedAt();
    this.deploymentId = publication.deploymentId();
    this.bundle = Bundle.pack(files.files());
  }

  Publication publication() {
    return new Publication(
        kind, folder, sequence, digest, author, approvedBy, publishedAt, deploymentId);
  }

  Folder files() {
    return new Folder(kind, folder, Bundle.unpack(bundle));
  }

  long id() {
    return id == null ? 0 : id;
  }

  boolean retired() {
    return retired;
  }

  void retire(boolean gone) {
    this.retired = gone;
  }
}
