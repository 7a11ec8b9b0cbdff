package org.lienthong.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.PeopleTable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;

/**
 * Who is told of what is found for a person: the person, or whoever acts for them. Which facts say
 * that, {@code sweeps.yaml} says: {@code representative: {fact: …, never: …}}.
 */
@Component
class Representation {

  private static final String SETTINGS = "decisions/sweeps.yaml";

  private final Catalogue catalogue;
  private final PeopleTable population;

  Representation(Catalogue catalogue, PeopleTable population) {
    this.catalogue = catalogue;
    this.population = population;
  }

  /**
   * The facts.
   *
   * @param fact holds the reference of whoever acts for a person
   * @param never is known of whoever cannot be told themselves
   */
  record Settings(String fact, String never) {

    static Settings read(Path file) {
      if (Files.exists(file)) {
        try (InputStream yaml = Files.newInputStream(file)) {
          Object tree = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
          if (tree instanceof Map<?, ?> said && said.get("representative") instanceof Map<?, ?> r) {
            return new Settings(String.valueOf(r.get("fact")), String.valueOf(r.get("never")));
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return new Settings("", "");
    }
  }

  /** Whom to tell; nobody where the person cannot be told and nobody acts for them. */
  Optional<String> recipient(String personRef) {
    PeopleBatch one = population.find(personRef);
    if (one.size() == 0) {
      return Optional.of(personRef);
    }
    Settings settings = Settings.read(catalogue.file(SETTINGS));
    Map<String, Object> facts = one.facts(0);
    if (facts.get(settings.fact()) instanceof String representative) {
      return Optional.of(representative);
    }
    return facts.containsKey(settings.never()) ? Optional.empty() : Optional.of(personRef);
  }
}
