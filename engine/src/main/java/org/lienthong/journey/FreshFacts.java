package org.lienthong.journey;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads again what a journey's decisions rest on, where somebody who stands above journeys knows a
 * source that moves on by itself. Asked before each decision, in the engine's transaction.
 */
public interface FreshFacts {

  /**
   * What the source says now; what it said before and is not among these is not true any more.
   *
   * @param wanted the facts that the decision reads
   */
  Optional<Told> read(String journeyId, Set<String> wanted);

  /**
   * What a decision may suppose while the person has not answered: that they ask for it. Nothing of
   * it is kept.
   */
  default Map<String, Object> supposed(String journeyId, String decision) {
    return Map.of();
  }

  /** If the source knows it, what is due is weighed against all else that the person is due. */
  default Optional<Standing> standing(String journeyId) {
    return Optional.empty();
  }
}
