package org.lienthong.design;

import java.util.List;
import java.util.Optional;
import org.lienthong.catalogue.Finding;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Publication;
import org.lienthong.identity.Actor;
import org.springframework.stereotype.Service;

/** Drafts, their review by a second person, and their publication. Thread-safe. */
@Service
public class Drafts {

  private static UnsupportedOperationException later() {
    return new UnsupportedOperationException("not built yet");
  }

  /** The open draft of a folder, if somebody is changing it. */
  public Optional<Draft> open(FolderKind kind, String folder) {
    throw later();
  }

  /** All open drafts, newest first. */
  public List<Draft> all() {
    throw later();
  }

  /** The files of a folder as its draft has them, or as they are live. */
  public Folder files(FolderKind kind, String folder) {
    throw later();
  }

  /**
   * Saves one file of a folder.
   *
   * @param revision the revision that was read, 0 if there was no draft
   * @throws IllegalStateException if somebody saved in between, or the draft is being reviewed
   */
  public Draft save(
      FolderKind kind, String folder, String file, byte[] content, int revision, Actor designer) {
    throw later();
  }

  /** What is wrong with the draft. */
  public List<Finding> check(FolderKind kind, String folder) {
    throw later();
  }

  /** Asks a second designer to approve; refused while there are errors. */
  public List<Finding> submit(FolderKind kind, String folder, Actor author) {
    throw later();
  }

  /**
   * Approves and publishes what was submitted.
   *
   * @param digest of what the approver saw
   * @throws IllegalStateException if author and approver are one, or the draft changed since
   */
  public Publication approve(FolderKind kind, String folder, String digest, Actor approver) {
    throw later();
  }

  /** Sends a submitted draft back to its author. */
  public Draft sendBack(FolderKind kind, String folder, Actor reviewer) {
    throw later();
  }

  /** Drops a draft. */
  public void discard(FolderKind kind, String folder, Actor designer) {
    throw later();
  }
}
