package org.lienthong.design;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;

/** One line of a draft's log; a save's line carries the folder whole. */
@Entity
@Table(name = "draft_log")
class LogRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @SuppressWarnings("unused") // the database's
  private @Nullable Long id;

  @SuppressWarnings("unused") // for the query
  private long draftId;

  private Instant at;
  private String actor;

  @Enumerated(EnumType.STRING)
  private DraftAction action;

  private int revision;
  private String digest;
  private @Nullable String note;
  private @Nullable String bundle;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected LogRow() {}

  LogRow(
      DraftRow draft,
      Instant at,
      String actor,
      DraftAction action,
      @Nullable String note,
      @Nullable String bundle) {
    this.draftId = draft.id();
    this.at = at;
    this.actor = actor;
    this.action = action;
    this.revision = draft.revision();
    this.digest = draft.digest();
    this.note = note;
    this.bundle = bundle;
  }

  String bundle() {
    if (bundle == null) {
      throw new IllegalStateException("only a save keeps the folder");
    }
    return bundle;
  }

  DraftEvent event() {
    return new DraftEvent(at, actor, action, revision, digest, note);
  }

  /** All lines of all drafts. */
  interface LogTable extends JpaRepository<LogRow, Long> {
    List<LogRow> findByDraftIdOrderById(long draftId);

    Optional<LogRow> findByDraftIdAndRevisionAndAction(
        long draftId, int revision, DraftAction action);
  }
}
