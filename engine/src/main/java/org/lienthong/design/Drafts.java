package org.lienthong.design;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Finding;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.design.DraftRow.DraftTable;
import org.lienthong.design.DraftRow.State;
import org.lienthong.identity.Actor;
import org.lienthong.identity.Role;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drafts, their review by a second person, and their publication.
 *
 * <p>A folder has at most one open draft; it is its author's. Every save is kept. Whoever loses a
 * race is told so and changes nothing. Thread-safe.
 */
@Service
public class Drafts {

  private final DraftTable drafts;
  private final DraftLog log;
  private final Catalogue catalogue;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Drafts(
      DraftTable drafts,
      DraftLog log,
      Catalogue catalogue,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.drafts = drafts;
    this.log = log;
    this.catalogue = catalogue;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The open draft of a folder, if somebody is changing it. */
  public Optional<Draft> open(FolderKind kind, String folder) {
    return row(kind, folder).map(DraftRow::draft);
  }

  /** All open drafts, newest first. */
  public List<Draft> all() {
    return drafts.findByOpenKeyNotNullOrderBySavedAtDesc().stream().map(DraftRow::draft).toList();
  }

  /** What was done to a draft, oldest first. */
  public List<DraftEvent> history(Draft draft) {
    return log.events(draft);
  }

  /** The files of a folder as its draft has them, or as they are live. */
  public Optional<Folder> files(FolderKind kind, String folder) {
    return row(kind, folder)
        .map(row -> new Folder(kind, folder, log.files(row)))
        .or(() -> catalogue.folder(kind, folder));
  }

  /** What changes if the open draft is published. */
  public Optional<Review> review(FolderKind kind, String folder) {
    return row(kind, folder)
        .map(
            row ->
                Review.of(
                    row.draft(),
                    catalogue.folder(kind, folder).map(Folder::files).orElse(Map.of()),
                    log.files(row)));
  }

  /**
   * Saves one file of a folder.
   *
   * @param revision the revision that was read, 0 if there was no draft
   */
  public SaveOutcome save(
      FolderKind kind, String folder, String file, byte[] content, int revision, Actor designer) {
    requireDesigner(designer);
    List<Finding> unreadable = Readability.check(folder, file, content);
    if (!FileNames.allowed(kind, file)) {
      return new SaveOutcome.Unknown();
    } else if (!unreadable.isEmpty()) {
      return new SaveOutcome.Unreadable(unreadable);
    }
    SaveOutcome outcome =
        exclusively(
            () -> write(kind, folder, file, content, revision, designer),
            () -> new SaveOutcome.Stale(row(kind, folder).map(DraftRow::revision).orElse(0)));
    return outcome instanceof SaveOutcome.Saved saved
        ? new SaveOutcome.Saved(saved.draft(), check(kind, folder))
        : outcome;
  }

  private SaveOutcome write(
      FolderKind kind, String folder, String file, byte[] content, int revision, Actor designer) {
    Optional<DraftRow> open = row(kind, folder);
    Optional<Folder> before = files(kind, folder);
    if (before.isEmpty()) {
      return new SaveOutcome.Unknown();
    }
    if (open.isPresent()
        && (open.get().submitted() || !open.get().author().equals(designer.ref()))) {
      return new SaveOutcome.Closed(open.get().draft());
    }
    if (open.map(DraftRow::revision).orElse(0) != revision) {
      return new SaveOutcome.Stale(open.map(DraftRow::revision).orElse(0));
    }
    Map<String, byte[]> files = new TreeMap<>(before.get().files());
    String base = Bundle.digest(files);
    files.put(file, content.clone());
    String bundle = Bundle.pack(files);
    if (bundle.length() > Bundle.MAX_CHARACTERS) {
      return new SaveOutcome.TooLarge();
    }
    DraftRow row = open.orElseGet(() -> new DraftRow(kind, folder, base, designer.ref(), now()));
    row.save(Bundle.digest(files), now());
    drafts.saveAndFlush(row);
    log.keep(row, now(), designer, bundle);
    return new SaveOutcome.Saved(row.draft(), List.of());
  }

  /** What is wrong with the draft, or with what is live where there is none. */
  public List<Finding> check(FolderKind kind, String folder) {
    return files(kind, folder).map(catalogue::check).orElse(List.of());
  }

  /** What would be wrong if one file of the folder were this; nothing is kept. */
  public List<Finding> check(FolderKind kind, String folder, String file, byte[] content) {
    List<Finding> unreadable = Readability.check(folder, file, content);
    if (!unreadable.isEmpty()) {
      return unreadable;
    }
    return files(kind, folder)
        .map(
            before -> {
              Map<String, byte[]> files = new TreeMap<>(before.files());
              files.put(file, content.clone());
              return catalogue.check(new Folder(kind, folder, files));
            })
        .orElse(List.of());
  }

  /**
   * Asks a second designer to approve; refused while there are errors.
   *
   * @param note what the author says about the change, in plain words
   */
  public SubmitOutcome submit(FolderKind kind, String folder, @Nullable String note, Actor author) {
    requireDesigner(author);
    return exclusively(
        () -> {
          DraftRow row = row(kind, folder).orElse(null);
          if (row == null || row.digest().equals(liveDigest(kind, folder))) {
            return new SubmitOutcome.Nothing();
          } else if (row.submitted() || !row.author().equals(author.ref())) {
            return new SubmitOutcome.Closed(row.draft());
          }
          List<Finding> findings = check(kind, folder);
          if (hasErrors(findings)) {
            return new SubmitOutcome.Refused(findings);
          }
          row.submit(now());
          drafts.saveAndFlush(row);
          log.note(row, now(), author, DraftAction.SUBMITTED, note);
          return new SubmitOutcome.Submitted(row.draft(), findings);
        },
        SubmitOutcome.Nothing::new);
  }

  /**
   * Approves and publishes what was submitted.
   *
   * @param digest of what the approver saw
   */
  public ApproveOutcome approve(FolderKind kind, String folder, String digest, Actor approver) {
    requireDesigner(approver);
    return exclusively(
        () -> {
          DraftRow row = row(kind, folder).filter(DraftRow::submitted).orElse(null);
          if (row == null) {
            return new ApproveOutcome.Nothing();
          } else if (row.author().equals(approver.ref())) {
            return new ApproveOutcome.OwnWork(row.draft());
          } else if (!row.digest().equals(digest)) {
            return new ApproveOutcome.Changed(row.draft());
          } else if (!row.baseDigest().equals(liveDigest(kind, folder))) {
            return new ApproveOutcome.Overtaken(row.draft());
          }
          List<Finding> findings = check(kind, folder);
          if (hasErrors(findings)) {
            return new ApproveOutcome.Refused(findings);
          }
          return publish(row, new Folder(kind, folder, log.files(row)), approver);
        },
        ApproveOutcome.Nothing::new);
  }

  private ApproveOutcome publish(DraftRow row, Folder folder, Actor approver) {
    // The row first: of two approvers at once one loses here, before anything is deployed.
    row.close(State.PUBLISHED, approver.ref(), now());
    drafts.saveAndFlush(row);
    log.note(row, now(), approver, DraftAction.APPROVED, null);
    return new ApproveOutcome.Published(catalogue.publish(folder, row.author(), approver.ref()));
  }

  /**
   * Sends a submitted draft back to its author; nothing if none waits.
   *
   * @param note what should be mended
   */
  public Optional<Draft> sendBack(
      FolderKind kind, String folder, @Nullable String note, Actor reviewer) {
    requireDesigner(reviewer);
    return this.<Optional<Draft>>exclusively(
        () ->
            row(kind, folder)
                .filter(DraftRow::submitted)
                .map(
                    row -> {
                      row.sendBack();
                      drafts.saveAndFlush(row);
                      log.note(row, now(), reviewer, DraftAction.SENT_BACK, note);
                      return row.draft();
                    }),
        Optional::empty);
  }

  /** Drops a draft; its log stays. Any designer may, so that nobody's absence locks a folder. */
  public boolean discard(FolderKind kind, String folder, Actor designer) {
    requireDesigner(designer);
    return this.<Boolean>exclusively(
        () -> {
          Optional<DraftRow> open = row(kind, folder);
          open.ifPresent(
              row -> {
                row.close(State.DISCARDED, designer.ref(), now());
                drafts.saveAndFlush(row);
                log.note(row, now(), designer, DraftAction.DISCARDED, null);
              });
          return open.isPresent();
        },
        () -> false);
  }

  private <T> T exclusively(Supplier<T> work, Supplier<T> lost) {
    try {
      return Objects.requireNonNull(transaction.execute(status -> work.get()));
    } catch (OptimisticLockingFailureException | DataIntegrityViolationException race) {
      return lost.get();
    }
  }

  private Optional<DraftRow> row(FolderKind kind, String folder) {
    return drafts.findByOpenKey(DraftRow.openKey(kind, folder));
  }

  private String liveDigest(FolderKind kind, String folder) {
    return catalogue.folder(kind, folder).map(Folder::files).map(Bundle::digest).orElse("");
  }

  /** To the microsecond, as databases keep it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static boolean hasErrors(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
  }

  private static void requireDesigner(Actor actor) {
    if (!actor.is(Role.DESIGNER)) {
      throw new SecurityException("only a designer changes models");
    }
  }
}
