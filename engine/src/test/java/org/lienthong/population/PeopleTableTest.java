package org.lienthong.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The population in a real H2 and a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTableTest {

  private static final Population POPULATION = Population.read(SynthesisTest.FILE);
  private static final Synthesis PEOPLE = POPULATION.synthesis(9, 2_500);

  private final Map<String, DataSource> databases = new LinkedHashMap<>();
  private @Nullable EmbeddedPostgres postgres;

  @BeforeAll
  void start() throws IOException {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    databases.put("h2", h2);
    EmbeddedPostgres started = EmbeddedPostgres.builder().start();
    postgres = started;
    databases.put("postgresql", started.getPostgresDatabase());
    databases
        .values()
        .forEach(
            database ->
                new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V80__population.sql"))
                    .execute(database));
  }

  @AfterAll
  void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  List<String> names() {
    return List.copyOf(databases.keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void givesBackWhomItWasGiven(String name) {
    PeopleTable table = loaded(name);

    assertThat(table.size()).isEqualTo(2_500);
    assertThat(table.columns()).isEqualTo(POPULATION.columns());
    assertThat(read(table, new PeopleTable.Range(null, null), POPULATION.columns().names()))
        .isEqualTo(written());
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsRangesThatTogetherAreAll(String name) {
    PeopleTable table = loaded(name);
    List<PeopleTable.Range> ranges = table.ranges(null, 600);
    StringBuilder all = new StringBuilder();
    ranges.forEach(range -> all.append(read(table, range, POPULATION.columns().names())));

    assertThat(ranges).hasSize(5);
    assertThat(all.toString()).isEqualTo(written());
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsRangesThatTogetherAreAllWhoFollowOne(String name) {
    PeopleTable table = loaded(name);
    List<String> rows = written().lines().toList();
    String after = rows.get(700).replaceFirst(",.*", "");
    List<PeopleTable.Range> ranges = table.ranges(after, 600);
    StringBuilder left = new StringBuilder();
    ranges.forEach(range -> left.append(read(table, range, POPULATION.columns().names())));

    assertThat(ranges).hasSize(3);
    assertThat(left.toString().lines()).containsExactlyElementsOf(rows.subList(701, rows.size()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsTheFactsThatAreWantedInTheirOrder(String name) {
    PeopleTable table = loaded(name);
    List<PeopleBatch> batches = new ArrayList<>();
    table.read(
        new PeopleTable.Range(null, null),
        List.of("income", "shoeSize", "bornOn"),
        1_000,
        batches::add);

    assertThat(batches).hasSize(3);
    assertThat(batches.get(0).columns().names()).containsExactly("income", "bornOn");
  }

  @ParameterizedTest
  @MethodSource("names")
  void replacesEverybodyByWhomItIsGivenNext(String name) {
    PeopleTable table = loaded(name);
    FactColumns fewer = POPULATION.columns().only(List.of("bornOn", "poor"));

    long loaded = table.load(fewer, each -> {});

    assertThat(loaded).isZero();
    assertThat(table.size()).isZero();
    assertThat(table.columns()).isEqualTo(fewer);
    assertThat(table.ranges(null, 10)).containsExactly(new PeopleTable.Range(null, null));
  }

  @ParameterizedTest
  @MethodSource("names")
  void changesFactsOfOnePerson(String name) {
    PeopleTable table = loaded(name);
    table.put(
        "new-1",
        Map.of("bornOn", "1990-05-06", "poor", "true", "distance", "2.5", "groups", "[\"A\"]"));
    Map<String, @Nullable String> change = new LinkedHashMap<>();
    change.put("poor", "false");
    change.put("distance", null);
    table.put("new-1", change);

    PeopleBatch found = table.find("new-1");
    List<String> names = found.columns().names();
    assertThat(found.refs()).containsExactly("new-1");
    assertThat(found.text(names.indexOf("bornOn"), 0)).contains("1990-05-06");
    assertThat(found.text(names.indexOf("poor"), 0)).contains("false");
    assertThat(found.text(names.indexOf("distance"), 0)).isEmpty();
    assertThat(found.text(names.indexOf("groups"), 0)).contains("[\"A\"]");
    assertThat(table.find("nobody").size()).isZero();
    assertThatThrownBy(() -> table.put("new-1", Map.of("shoeSize", "44", "bornOn", "1990-05-06")))
        .isInstanceOfSatisfying(
            PeopleFileProblems.class,
            p -> assertThat(p.columns()).isEqualTo(Map.of("shoeSize", "unknown-column")));
    assertThatThrownBy(() -> table.put("new-1", Map.of("bornOn", "1990-02-30")))
        .isInstanceOfSatisfying(
            PeopleFileProblems.class,
            p -> assertThat(p.columns()).isEqualTo(Map.of("bornOn", "not-a-date")));
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsUnusualValuesAsTheyWereWritten(String name) {
    PeopleTable table = loaded(name);
    List<String> numbers =
        List.of("0", "0.1", "0.9", "9999.9", "10000", "10000.5", "100000000", "1234567890123.4");
    List<String> days =
        List.of("0001-01-01", "1969-12-31", "1970-01-01", "2000-01-01", "9999-12-31");
    for (int i = 0; i < numbers.size(); i++) {
      table.put(
          "~odd-" + i,
          Map.of(
              "distance", numbers.get(i),
              "bornOn", days.get(i % days.size()),
              "groups", "[\"Xã Trà Vinh №" + i + "\", \"😀\"]"));
    }
    List<PeopleBatch> batches = new ArrayList<>();
    table.read(
        new PeopleTable.Range("~odd-", null),
        List.of("distance", "bornOn", "groups"),
        3,
        batches::add);

    List<String> read = new ArrayList<>();
    for (PeopleBatch batch : batches) {
      for (int row = 0; row < batch.size(); row++) {
        read.add(batch.refs().get(row) + " " + batch.facts(row).values());
      }
    }
    assertThat(batches).hasSize(3);
    assertThat(read).hasSize(numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(read.get(i))
          .isEqualTo(
              "~odd-%d [%s, %s, [Xã Trà Vinh №%d, 😀]]",
              i, new BigDecimal(numbers.get(i)).setScale(1), days.get(i % days.size()), i);
    }
  }

  @Test
  void keepsTheOldPeopleWhereLoadingFails() {
    PeopleTable table = loaded("postgresql");

    assertThatThrownBy(
            () ->
                table.load(
                    POPULATION.columns(),
                    each -> {
                      throw new IllegalArgumentException("a file that ends early");
                    }))
        .hasMessageContaining("ends early");
    assertThat(table.size()).isEqualTo(2_500);
  }

  @Test
  void lendsSqlTypedColumns() {
    loaded("postgresql");
    JdbcTemplate sql = new JdbcTemplate(database("postgresql"));

    assertThat(
            sql.queryForObject(
                "select count(*) from population_person where born_on > date '2008-03-01' and not"
                    + " poor",
                Long.class))
        .isPositive();
  }

  private PeopleTable loaded(String name) {
    PeopleTable table = new PeopleTable(database(name));
    assertThat(table.load(PEOPLE.columns(), PEOPLE::forEach)).isEqualTo(2_500);
    return table;
  }

  private DataSource database(String name) {
    return java.util.Objects.requireNonNull(databases.get(name));
  }

  private static String read(PeopleTable table, PeopleTable.Range range, List<String> facts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    table.read(range, facts, 333, batch -> write(batch, out));
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String written() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PEOPLE.forEach(batch -> write(batch, out));
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void write(PeopleBatch batch, ByteArrayOutputStream out) {
    try {
      CsvText.rows(batch).to(out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
