package org.lienthong.sweep;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.population.PeopleTable;

/** Some people of the population, after the last that was done. */
final class ChosenPeople implements People {

  private final PeopleTable table;
  private final ChosenRows chosen;
  private final String sweep;
  private final int size;
  private final @Nullable String after;

  ChosenPeople(
      PeopleTable table, ChosenRows chosen, String sweep, int size, @Nullable String after) {
    this.table = table;
    this.chosen = chosen;
    this.sweep = sweep;
    this.size = size;
    this.after = after;
  }

  @Override
  public void forEach(Reader reader) {
    String last = after;
    while (true) {
      List<String> refs = chosen.after(sweep, last, size);
      if (refs.isEmpty()) {
        return;
      }
      last = refs.get(refs.size() - 1);
      if (!reader.take(new Part(table.read(refs), 0, List.of(), last, false))) {
        return;
      }
    }
  }
}
