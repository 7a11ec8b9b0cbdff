package org.lienthong.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.PeopleTable;

/** The population in the database, after the last person that was done. */
final class TablePeople implements People {

  private final PeopleTable table;
  private final Set<String> facts;
  private final int size;
  private final @Nullable String after;

  TablePeople(PeopleTable table, Set<String> facts, int size, @Nullable String after) {
    this.table = table;
    this.facts = facts;
    this.size = size;
    this.after = after;
  }

  @Override
  public void forEach(Reader reader) {
    List<String> wanted = table.columns().names().stream().filter(facts::contains).toList();
    for (PeopleTable.Range range : table.ranges(after, size)) {
      List<PeopleBatch> batches = new ArrayList<>();
      table.read(range, wanted, size, batches::add);
      for (PeopleBatch people : batches) {
        String last = people.refs().get(people.size() - 1);
        if (!reader.take(new Part(people, 0, List.of(), last, true))) {
          return;
        }
      }
    }
  }
}
