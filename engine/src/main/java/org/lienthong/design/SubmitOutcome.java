package org.lienthong.design;

import java.util.List;
import org.lienthong.catalogue.Finding;

/** What became of the wish to have a draft reviewed. */
public sealed interface SubmitOutcome {

  /** It waits for a second designer; the findings are warnings only. */
  record Submitted(Draft draft, List<Finding> findings) implements SubmitOutcome {}

  /** There are errors; nothing changed. */
  record Refused(List<Finding> findings) implements SubmitOutcome {}

  /** It is another designer's draft, or waits already; nothing changed. */
  record Closed(Draft draft) implements SubmitOutcome {}

  /** There is no draft, or it says what is live already. */
  record Nothing() implements SubmitOutcome {}
}
