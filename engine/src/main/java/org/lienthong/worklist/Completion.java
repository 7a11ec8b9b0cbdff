package org.lienthong.worklist;

import java.util.List;
import org.lienthong.catalogue.FormAnswers;

/** What became of the wish to complete a work item. */
public sealed interface Completion {

  /** Done; the journey moved on. */
  record Completed() implements Completion {}

  /** The answers must be mended; nothing changed. */
  record Rejected(List<FormAnswers.Problem> problems) implements Completion {}

  /** Somebody else was faster, or the item is no longer wanted. */
  record Gone() implements Completion {}
}
