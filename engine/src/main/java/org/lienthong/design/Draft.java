package org.lienthong.design;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FolderKind;

/**
 * A folder that a designer is changing.
 *
 * @param revision counts saves from 1; a save names the revision that it changes
 * @param digest of all the folder's files as they were last saved
 * @param author by ref
 * @param submittedAt when the author asked for review, null while it is being written
 */
public record Draft(
    long id,
    FolderKind kind,
    String folder,
    int revision,
    String digest,
    String author,
    Instant savedAt,
    @Nullable Instant submittedAt) {

  /** Whether it waits for a second designer. */
  public boolean submitted() {
    return submittedAt != null;
  }
}
