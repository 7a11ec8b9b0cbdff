package org.lienthong.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.lienthong.population.FactKind;
import org.lienthong.population.PeopleTable;
import org.lienthong.population.Population;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Synthetic people for a database that holds none, where the settings ask for them. */
@Component
class Demonstration {

  private static final int SEED = 1;

  private final Path description;
  private final int people;

  Demonstration(
      @Value("${lienthong.content:}") String content,
      @Value("${lienthong.sweep.synthetic-people:0}") int people) {
    Path checkout = Path.of(content.isBlank() ? "." : content);
    boolean there = Files.isDirectory(checkout.resolve("processes")) || !content.isBlank();
    Path home = there ? checkout : Path.of("data/content");
    this.description = home.resolve("decisions/population.yaml");
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
    }
  }
}
