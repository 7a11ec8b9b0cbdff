package org.lienthong.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is acting in this moment.
 *
 * @param ref stable reference without meaning; the only form in which the engine knows a person
 * @param displayName as the person is addressed
 * @param roles what the person may do; a person may be a citizen and an official at once
 * @param unit the agency's unit for whose queue an official works, by its key
 */
public record Actor(String ref, String displayName, Set<Role> roles, @Nullable String unit) {

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** Whether the actor has this role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
