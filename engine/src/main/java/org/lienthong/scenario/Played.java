package org.lienthong.scenario;

import java.util.List;
import java.util.Set;

/**
 * What became of a scenario.
 *
 * @param scenario what was played
 * @param visited every element that was reached, as {@code <process>/<element>}
 * @param problems where the story and the engine differ, each with how to mend it; empty if it
 *     played as told
 */
public record Played(Scenario scenario, Set<String> visited, List<String> problems) {

  public Played {
    visited = Set.copyOf(visited);
    problems = List.copyOf(problems);
  }

  /** Whether everything went as told. */
  public boolean asTold() {
    return problems.isEmpty();
  }
}
