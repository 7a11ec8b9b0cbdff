package org.lienthong.journey;

import java.util.Set;

/**
 * What else stands between a person and the benefit that a journey offers, by decision.
 *
 * @param received what the person has already
 * @param refused what the person does not want, so that it takes nothing else away
 */
public record Standing(Set<String> received, Set<String> refused) {

  public Standing {
    received = Set.copyOf(received);
    refused = Set.copyOf(refused);
  }
}
