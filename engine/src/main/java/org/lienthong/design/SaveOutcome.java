package org.lienthong.design;

import java.util.List;
import org.lienthong.catalogue.Finding;

/** What became of a save. */
public sealed interface SaveOutcome {

  /** It is a new revision; the findings say what still stands in the way of publication. */
  record Saved(Draft draft, List<Finding> findings) implements SaveOutcome {}

  /** Somebody saved since the revision that was read; nothing was kept. */
  record Stale(int revision) implements SaveOutcome {}

  /** The draft waits for review, or is another designer's; nothing was kept. */
  record Closed(Draft draft) implements SaveOutcome {}

  /** The file cannot be read at all; nothing was kept. */
  record Unreadable(List<Finding> findings) implements SaveOutcome {}

  /** No such folder, or not a file that a folder of this kind may have. */
  record Unknown() implements SaveOutcome {}

  /** The folder would be larger than can be kept. */
  record TooLarge() implements SaveOutcome {}
}
