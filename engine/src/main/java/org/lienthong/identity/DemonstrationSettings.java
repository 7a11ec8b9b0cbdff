package org.lienthong.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who may sign in at the demonstration: {@code lienthong.personas}; empty everywhere else. */
@ConfigurationProperties("lienthong")
record DemonstrationSettings(@DefaultValue List<Persona> personas) {

  record Persona(
      String ref, String name, String personalNumber, Set<Role> roles, @Nullable String unit) {

    Actor actor() {
      return new Actor(ref, name, roles, unit);
    }
  }
}
