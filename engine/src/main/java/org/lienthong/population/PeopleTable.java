package org.lienthong.population;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * The population in the database: one row per person, one typed column per fact.
 *
 * <p>Read by ranges of references, in their order, so that who was interrupted goes on where it
 * was. Loading puts all new people in the place of all old ones, or fails and leaves the old ones.
 */
@Repository
public class PeopleTable {

  private final DataSource database;

  PeopleTable(DataSource database) {
    this.database = database;
  }

  /**
   * People by their references, the first not included, the last included.
   *
   * @param after null: from the beginning
   * @param upTo null: to the end
   */
  public record Range(@Nullable String after, @Nullable String upTo) {}

  /** Hands batches of people to whom it is given. */
  public interface People {
    /** Hands over all of them. */
    void forEach(Consumer<PeopleBatch> each);
  }

  /**
   * Puts these people in the place of all.
   *
   * @param columns their facts; every batch has exactly these
   * @return how many they are
   */
  public long load(FactColumns columns, People people) {
    TableColumns table = new TableColumns(columns);
    return inTransaction(
        connection -> {
          table.recreate(connection);
          long[] loaded = {0};
          try (Loading loading = Loading.of(connection, table)) {
            people.forEach(
                batch -> {
                  loading.add(batch);
                  loaded[0] += batch.size();
                });
          }
          table.finish(connection);
          return loaded[0];
        });
  }

  /** The facts that are loaded, in the order of the columns. */
  public FactColumns columns() {
    return inTransaction(TableColumns::read).columns();
  }

  /** How many people there are. */
  public long size() {
    return inTransaction(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement("select count(*) from population_person");
              ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /**
   * Parts of at most so many people each, which together are all whose references follow one.
   *
   * @param after null: all
   */
  public List<Range> ranges(@Nullable String after, int size) {
    String those = after == null ? "" : " where person_ref > ?";
    List<String> ends =
        inTransaction(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "select person_ref from (select person_ref, row_number() over"
                          + " (order by person_ref) as place from population_person"
                          + those
                          + ") numbered where mod(place, ?) = 0 order by person_ref")) {
                if (after != null) {
                  select.setString(1, after);
                }
                select.setInt(after == null ? 1 : 2, size);
                return strings(select);
              }
            });
    List<Range> ranges = new ArrayList<>();
    String begin = after;
    for (String end : ends) {
      ranges.add(new Range(begin, end));
      begin = end;
    }
    ranges.add(new Range(begin, null));
    return ranges;
  }

  private static List<String> strings(PreparedStatement select) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  /**
   * Reads people in the order of their references.
   *
   * @param facts the facts that are wanted; those that are not loaded are left out
   * @param size the most people in a batch
   */
  public void read(Range range, List<String> facts, int size, Consumer<PeopleBatch> each) {
    inTransaction(
        connection -> {
          Unloading.of(connection, TableColumns.read(connection).only(facts))
              .read(range, size, each);
          return range;
        });
  }

  /** Those of some people who are there, in the order of their references. */
  public PeopleBatch read(List<String> refs) {
    return inTransaction(
        connection -> new RowUnloading(connection, TableColumns.read(connection)).read(refs));
  }

  /**
   * The people one of whose dates is one of some days, in the order of their references.
   *
   * @param fact a fact that is a date; nobody has one that is not loaded
   */
  public List<String> refs(String fact, Collection<LocalDate> days) {
    return inTransaction(
        connection -> {
          boolean dates =
              TableColumns.read(connection).columns().kind(fact).equals(Optional.of(FactKind.DATE));
          if (days.isEmpty() || !dates) {
            return List.of();
          }
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select person_ref from population_person where "
                      + TableColumns.quoted(fact)
                      + " in (?"
                      + ", ?".repeat(days.size() - 1)
                      + ") order by person_ref")) {
            int parameter = 1;
            for (LocalDate day : days) {
              select.setObject(parameter++, day);
            }
            return strings(select);
          }
        });
  }

  /** One person's facts; an empty batch if there is no such person. */
  public PeopleBatch find(String personRef) {
    return inTransaction(
        connection -> {
          TableColumns columns = TableColumns.read(connection);
          return new RowUnloading(connection, columns).find(personRef);
        });
  }

  /**
   * Changes facts of one person, or adds the person.
   *
   * @param facts per fact its value as it is written in a file; null makes it unknown
   * @throws PeopleFileProblems if a fact is not loaded
   */
  public void put(String personRef, Map<String, @Nullable String> facts) {
    inTransaction(
        connection -> {
          TableColumns columns = TableColumns.read(connection);
          Map<String, String> unknown = new LinkedHashMap<>();
          facts.keySet().stream()
              .filter(fact -> columns.columns().kind(fact).isEmpty())
              .forEach(fact -> unknown.put(fact, "unknown-column"));
          if (!unknown.isEmpty()) {
            throw new PeopleFileProblems(unknown);
          }
          new OnePerson(connection, columns.only(List.copyOf(facts.keySet())))
              .put(personRef, facts);
          return personRef;
        });
  }

  /** Work with the database. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException, IOException;
  }

  private <T> T inTransaction(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.with(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the population could not be read or written", e);
    }
  }
}
