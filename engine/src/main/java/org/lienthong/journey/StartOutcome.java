package org.lienthong.journey;

import java.util.List;
import org.lienthong.catalogue.FormAnswers;

/** What became of the wish to start a journey. */
public sealed interface StartOutcome {

  /** It runs; the same request again under the same key gets the same journey. */
  record Started(Journey journey, boolean replayed) implements StartOutcome {}

  /** The same life event is already underway for this person. */
  record AlreadyOpen(Journey journey) implements StartOutcome {}

  /** The answers must be mended; nothing changed. */
  record Rejected(List<FormAnswers.Problem> problems) implements StartOutcome {}

  /** The key was used before with another request. */
  record KeyReused() implements StartOutcome {}
}
