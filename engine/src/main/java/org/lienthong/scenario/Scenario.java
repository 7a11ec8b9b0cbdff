package org.lienthong.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A story about a life event or a service, told so that an engine can play it.
 *
 * @param folder the folder that tells it, such as {@code life-events/<key>}
 * @param name what happens, in a few words
 * @param why what the story shows
 * @param start when it begins
 * @param people who acts, by the name that the moves use
 * @param moves what happens, in order
 */
public record Scenario(
    String folder,
    String name,
    String why,
    Instant start,
    Map<String, Person> people,
    List<Move> moves) {

  public Scenario {
    people = Map.copyOf(people);
    moves = List.copyOf(moves);
  }

  /**
   * Somebody who acts.
   *
   * @param name as the person is addressed
   * @param personalNumber for citizens
   * @param unit for officials the unit for whose queue they work
   */
  public record Person(String name, @Nullable String personalNumber, @Nullable String unit) {}

  @Override
  public String toString() {
    return folder + ": " + name;
  }
}
