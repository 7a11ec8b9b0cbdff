package org.lienthong.sweep;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.identity.People;
import org.lienthong.population.BadCell;
import org.lienthong.population.FactKind;
import org.lienthong.population.ListCheck;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.PeopleFile;
import org.lienthong.population.PeopleTable;
import org.lienthong.population.Population;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Synthetic people for a database that holds none, where the settings ask for them, and beside them
 * whoever may sign in at the demonstration: these are known by the personal number of the sandbox's
 * register, and stand in the population under the reference that belongs to it.
 */
@Component
class Demonstration {

  private static final int SEED = 1;

  private static final int AT_ONCE = 100;

  private final Path description;
  private final Path known;
  private final People accounts;
  private final String representative;
  private final int people;

  Demonstration(
      People accounts,
      @Value("${lienthong.content:}") String content,
      @Value("${lienthong.sweep.synthetic-people:0}") int people) {
    Path checkout = Path.of(content.isBlank() ? "." : content);
    boolean there = Files.isDirectory(checkout.resolve("processes")) || !content.isBlank();
    Path home = there ? checkout : Path.of("data/content");
    this.description = home.resolve("decisions/population.yaml");
    this.known = home.resolve("decisions/demonstration.csv");
    this.representative =
        Representation.Settings.read(home.resolve("decisions/sweeps.yaml")).fact();
    this.accounts = accounts;
    this.people = people;
  }

  /** The facts of synthetic people; none where nobody describes them. */
  Map<String, FactKind> columns() {
    return Files.exists(description)
        ? Population.read(description).columns().kinds()
        : Map.of("receives", FactKind.LIST);
  }

  synchronized void load(PeopleTable table) {
    if (people > 0 && Files.exists(description) && table.size() == 0) {
      var synthesis = Population.read(description).synthesis(SEED, people);
      table.load(synthesis.columns(), synthesis::forEach);
      if (Files.exists(known)) {
        PeopleFile.read(
            text(),
            table.columns(),
            ListCheck.NONE,
            AT_ONCE,
            some -> join(some, table),
            Demonstration::refuse);
      }
    }
  }

  private Reader text() {
    try {
      return Files.newBufferedReader(known, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever has no account is left out. */
  private void join(PeopleBatch some, PeopleTable table) {
    for (int row = 0; row < some.size(); row++) {
      Map<String, @Nullable String> facts = new LinkedHashMap<>();
      for (int column = 0; column < some.columns().names().size(); column++) {
        String fact = some.columns().names().get(column);
        String value = some.text(column, row).orElse(null);
        facts.put(fact, value != null && fact.equals(representative) ? known(value) : value);
      }
      accounts.ref(some.refs().get(row)).ifPresent(ref -> table.put(ref, facts));
    }
  }

  private @Nullable String known(String personalNumber) {
    return accounts.ref(personalNumber).orElse(null);
  }

  private static void refuse(BadCell bad) {
    throw new IllegalStateException("the demonstration's people cannot be read: " + bad);
  }
}
