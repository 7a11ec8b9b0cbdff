package org.lienthong.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The people of the demonstration; nobody everywhere else.
 *
 * @param personas who may sign in: {@code lienthong.personas}
 * @param children who is known and may not: {@code lienthong.children}
 */
@ConfigurationProperties("lienthong")
record DemonstrationSettings(
    @DefaultValue List<Persona> personas, @DefaultValue List<Child> children) {

  record Child(String ref, String name, String personalNumber) {}

  record Persona(
      String ref, String name, String personalNumber, Set<Role> roles, @Nullable String unit) {

    Actor actor() {
      return new Actor(ref, name, roles, unit);
    }
  }
}
