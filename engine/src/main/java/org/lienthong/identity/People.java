package org.lienthong.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lienthong.identity.DemonstrationSettings.Persona;
import org.lienthong.identity.PersonRow.Persons;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people whom the system knows, by a reference without meaning; the one place that knows which
 * personal number belongs to it. Thread-safe.
 */
@Service
@EnableConfigurationProperties(DemonstrationSettings.class)
public class People {

  private final Persons persons;
  private final Map<String, Persona> personas = new LinkedHashMap<>();

  People(Persons persons, DemonstrationSettings settings) {
    this.persons = persons;
    settings.personas().forEach(persona -> personas.put(persona.ref(), persona));
    personas.values().stream()
        .filter(persona -> !persons.existsById(persona.ref()))
        .forEach(p -> persons.save(new PersonRow(p.ref(), p.personalNumber(), p.name())));
    settings.children().stream()
        .filter(child -> !persons.existsById(child.ref()))
        .forEach(c -> persons.save(new PersonRow(c.ref(), c.personalNumber(), c.name())));
  }

  /** Everybody who may sign in at the demonstration, in the order of its settings. */
  public List<Actor> demonstration() {
    return personas.values().stream().map(Persona::actor).toList();
  }

  /** The person with this reference. */
  public Optional<Actor> find(String ref) {
    Persona persona = personas.get(ref);
    return persona != null
        ? Optional.of(persona.actor())
        : persons.findById(ref).map(People::citizen);
  }

  /** The reference of whoever has this personal number, if they are known. */
  public Optional<String> ref(String personalNumber) {
    return persons.findByPersonalNumber(personalNumber).map(PersonRow::ref);
  }

  /** The person's personal number, for the dossier only. */
  public Optional<String> personalNumber(String ref) {
    return persons.findById(ref).map(PersonRow::personalNumber);
  }

  /** The person with this personal number, known by a new reference if they were not known yet. */
  @Transactional
  public Actor citizen(String personalNumber, String displayName) {
    PersonRow row =
        persons
            .findByPersonalNumber(personalNumber)
            .orElseGet(
                () ->
                    persons.save(
                        new PersonRow("p-" + UUID.randomUUID(), personalNumber, displayName)));
    return find(row.ref()).orElseThrow();
  }

  private static Actor citizen(PersonRow row) {
    return new Actor(row.ref(), row.displayName(), Set.of(Role.CITIZEN), null);
  }
}
