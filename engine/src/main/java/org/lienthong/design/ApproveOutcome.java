package org.lienthong.design;

import java.util.List;
import org.lienthong.catalogue.Finding;
import org.lienthong.catalogue.Publication;

/** What became of an approval. */
public sealed interface ApproveOutcome {

  /** It is live. */
  record Published(Publication publication) implements ApproveOutcome {}

  /** Author and approver are one person; nothing changed. */
  record OwnWork(Draft draft) implements ApproveOutcome {}

  /** What the approver saw is not what would be published; nothing changed. */
  record Changed(Draft draft) implements ApproveOutcome {}

  /** Another version went live since the draft was begun; nothing changed. */
  record Overtaken(Draft draft) implements ApproveOutcome {}

  /** The rest of the content changed so that there are errors now; nothing changed. */
  record Refused(List<Finding> findings) implements ApproveOutcome {}

  /** No draft of the folder waits for review. */
  record Nothing() implements ApproveOutcome {}
}
