package org.lienthong.decisions.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A sweep from end to end: a million synthetic people are read from PostgreSQL, all rules are
 * decided, the entitled are written, by one node with a heap of its own. Beside it the same rules
 * as set-based SQL in that database; both find the same people, rows and amounts. SQL is spared the
 * second layer, which a sweep weighs too. The rounds are interleaved, the medians are told.
 */
class SweepBench {

  private static final int MILLION = Integer.getInteger("bench.people", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
  private static final double GOAL_SECONDS = 60;
  private static final double TIMES_SQL = 3;

  /** Cost grows in proportion or less, but for what two measurements of one thing differ by. */
  private static final double IN_PROPORTION = 0.9;

  private final Path home = Path.of(System.getProperty("lienthong.content"));
  private final SqlRules rules = SqlRules.read(home);
  private final Lines lines = new Lines();

  @Test
  void tellsWhatASweepCosts() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        Connection database = postgres.getPostgresDatabase().getConnection();
        OtherJvm engine =
            new OtherJvm(SweepSide.class, postgres.getJdbcUrl("postgres", "postgres"), home)) {
      double generated = Double.parseDouble(engine.ask("generate " + MILLION));
      lines.less("generate-%d-people-vs-goal".formatted(MILLION), generated, GOAL_SECONDS, "s", 1);
      double quarter = people(engine, database, MILLION / 4);
      double half = people(engine, database, MILLION / 2);
      engine.ask("load " + MILLION);
      execute(database, "vacuum analyze population_person");
      agree(engine, database);
      double all = besideSql(engine, database, postgres.getPostgresDatabase());
      perPerson(MILLION / 4, quarter, all);
      perPerson(MILLION / 2, half, all);
      memory(engine);
    } finally {
      lines.tell();
    }
  }

  /** Seconds for all rules over so many people. */
  private double people(OtherJvm engine, Connection database, int people) throws SQLException {
    engine.ask("load " + people);
    double[] seconds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      seconds[round] = ours(engine, database, "sweep");
    }
    return median(seconds);
  }

  /** Seconds for all rules. */
  private double besideSql(OtherJvm engine, Connection database, DataSource source)
      throws Exception {
    List<String> decisions = rules.keys();
    List<List<String>> some = List.of(decisions.subList(0, 15), decisions.subList(0, 30));
    double[] all = new double[ROUNDS];
    double[][] fewer = new double[some.size()][ROUNDS];
    double[] script = new double[ROUNDS];
    double[] twoConnections = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      all[round] = ours(engine, database, "sweep");
      script[round] = bySql(database, source, 1);
      for (int i = 0; i < some.size(); i++) {
        fewer[i][round] = ours(engine, database, "sweep " + String.join(",", some.get(i)));
      }
      twoConnections[round] = bySql(database, source, 2);
    }
    double ours = median(all);
    lines.less("sweep-%d-people-vs-goal".formatted(MILLION), ours, GOAL_SECONDS, "s", 1);
    String name = "sweep-%d-rules-vs-sql".formatted(rules.keys().size());
    lines.less(name, ours, median(script), "s", TIMES_SQL);
    lines.less(name + "-on-2-connections", ours, median(twoConnections), "s");
    for (int i = 0; i < some.size(); i++) {
      perRow(engine, some.get(i), median(fewer[i]), decisions, ours);
    }
    return ours;
  }

  /** What more rows cost: a sweep over some rules, per row of all tables that it takes. */
  private void perRow(
      OtherJvm engine, List<String> some, double seconds, List<String> all, double ours) {
    long fewer = rows(engine, some);
    long more = rows(engine, all);
    lines.less(
        "sweep-per-row-%d-rows-to-%d".formatted(fewer, more),
        1e3 * ours / more,
        1e3 * seconds / fewer,
        "ms",
        IN_PROPORTION);
  }

  private long rows(OtherJvm engine, List<String> decisions) {
    List<String> tables =
        List.of(engine.ask("tables " + String.join(",", decisions)).split(",", -1));
    try (Stream<Path> files = Files.walk(home.resolve("decisions"), 2)) {
      return files
          .filter(file -> tables.contains(table(file).replaceFirst("-in-\\d+$", "")))
          .mapToLong(SweepBench::rows)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String table(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".dmn") ? name.substring(0, name.length() - ".dmn".length()) : "";
  }

  private static long rows(Path table) {
    try {
      return Files.readString(table).split("<rule ", -1).length - 1L;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void perPerson(int fewer, double seconds, double all) {
    lines.less(
        "sweep-per-person-%d-to-all".formatted(fewer),
        1e6 * all / MILLION,
        1e6 * seconds / fewer,
        "us",
        IN_PROPORTION);
  }

  private void memory(OtherJvm engine) {
    String[] memory = engine.ask("memory").split(" ", -1);
    lines.less(
        "sweep-memory-resident-vs-goal-heap-" + memory[1],
        Double.parseDouble(memory[0]),
        1024,
        "MiB",
        1);
  }

  private static double ours(OtherJvm engine, Connection database, String command)
      throws SQLException {
    empty(database);
    String[] said = engine.ask(command).split(" ", -1);
    System.out.println("  " + command.split(" ", 2)[0] + " " + String.join(" ", said));
    return Double.parseDouble(said[0]);
  }

  /**
   * Every rule that a sweep asks is written in SQL and finds somebody, and a person's answer by SQL
   * is the answer by columns, with its row and amount.
   */
  private void agree(OtherJvm engine, Connection database) throws SQLException {
    assertThat(engine.ask("home").split(",", -1)).containsExactlyElementsOf(rules.keys());
    engine.ask("law");
    engine.ask("answers " + String.join(",", rules.keys()));
    assertThat(SqlRules.strings(database, "select distinct decision from bench_answer order by 1"))
        .as("rules that entitle somebody")
        .containsExactlyElementsOf(rules.keys());
    assertThat(rules.differences(database, "bench_answer"))
        .as("what only one side finds")
        .isEmpty();
  }

  private double bySql(Connection database, DataSource source, int connections) throws Exception {
    empty(database);
    return rules.sweep(source, connections);
  }

  private static void empty(Connection database) throws SQLException {
    execute(database, "truncate offer, sweep, sweep_figure");
  }

  private static void execute(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
