package org.lienthong.decisions.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A sweep from end to end: a million synthetic people are read from PostgreSQL, all rules are
 * decided, the entitled are written, by one node with a heap of its own. Beside it the same rules
 * as set-based SQL in that database, for those that are written in SQL; both find the same people,
 * rows and amounts. The rounds are interleaved, the medians are told.
 */
class SweepBench {

  private static final int MILLION = Integer.getInteger("bench.people", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
  private static final String DAY = "date '2026-11-01'";

  /**
   * What a sweep does with a rule's answers: counts by province, and an offer to whoever lacks it.
   */
  private static final String SWEPT =
      """
      with entitled as materialized (
        select a.person_ref, a.amount, a.periodicity, a.matched_row, p.province_code,
          p.receives like '%%"%1$s"%%' is true as has
        from (%2$s) a join population_person p on p.person_ref = a.person_ref
      ), counted as (
        insert into sweep_figure (sweep_id, decision, province, entitled, amount, receiving)
        select 'sql', '%1$s', province_code, count(*), coalesce(sum(amount), 0), count(*) filter (where has)
        from entitled group by province_code
      )
      insert into offer (id, sweep_id, person_ref, decision, service, amount, currency, periodicity,
        jurisdiction, matched_rows, version, grade, day_asked, state, live_key, made_at, attempts)
      select gen_random_uuid()::varchar, 'sql', person_ref, '%1$s', '%1$s', amount, 'VND', periodicity, 'VN',
        matched_row, 1, 0, %3$s, 'LIVE', person_ref || '|%1$s', now(), 0
      from entitled where not has
      on conflict (live_key) do nothing
      """;

  private final Path home = Path.of(System.getProperty("lienthong.content"));
  private final Map<String, String> rules = sql();

  @Test
  void tellsWhatASweepCosts() throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        Connection database = postgres.getPostgresDatabase().getConnection();
        Engine engine = new Engine(postgres.getJdbcUrl("postgres", "postgres"), home)) {
      double quarter = people(engine, database, MILLION / 4);
      double half = people(engine, database, MILLION / 2);
      besideSql(engine, database, quarter, half);
    }
  }

  /** Seconds for all rules over so many people. */
  private double people(Engine engine, Connection database, int people) throws SQLException {
    engine.ask("load " + people);
    double[] seconds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      seconds[round] = ours(engine, database, "sweep");
    }
    return median(seconds);
  }

  private void besideSql(Engine engine, Connection database, double quarter, double half)
      throws SQLException {
    engine.ask("load " + MILLION);
    engine.ask("law");
    String some = String.join(",", rules.keySet());
    engine.ask("answers " + some);
    bySql(database);
    agree(database);
    double[] all = new double[ROUNDS];
    double[] ours = new double[ROUNDS];
    double[] peers = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      all[round] = ours(engine, database, "sweep");
      ours[round] = ours(engine, database, "sweep " + some);
      peers[round] = bySql(database);
    }
    tell("sweep-%d-people-all-rules-vs-goal", MILLION, median(all), 60, "s");
    tell("sweep-%d-rules-vs-sql", rules.size(), median(ours), median(peers), "s");
    tell(
        "sweep-per-person-%d-to-all",
        MILLION / 4, median(all) / MILLION * 1e6, 4 * quarter / MILLION * 1e6, "us");
    tell(
        "sweep-per-person-%d-to-all",
        MILLION / 2, median(all) / MILLION * 1e6, 2 * half / MILLION * 1e6, "us");
    String[] memory = engine.ask("memory").split(" ", -1);
    tell(
        "sweep-memory-resident-vs-goal-heap-%s",
        Integer.parseInt(memory[1]), Double.parseDouble(memory[0]), 1024, "MiB");
  }

  private static void tell(String name, int what, double ours, double peer, String unit) {
    System.out.printf(
        Locale.ROOT,
        "BENCH " + name + " ours=%.2f%s peer=%.2f%s ratio=%.2f%n",
        what,
        ours,
        unit,
        peer,
        unit,
        peer / ours);
  }

  private static double ours(Engine engine, Connection database, String command)
      throws SQLException {
    empty(database);
    String[] said = engine.ask(command).split(" ", -1);
    System.out.println("  " + command.split(" ", 2)[0] + " " + String.join(" ", said));
    return Double.parseDouble(said[0]);
  }

  private double bySql(Connection database) throws SQLException {
    empty(database);
    long start = System.nanoTime();
    try (Statement statement = database.createStatement()) {
      for (Map.Entry<String, String> rule : rules.entrySet()) {
        long began = System.nanoTime();
        statement.setEscapeProcessing(false);
        int rows = statement.executeUpdate(SWEPT.formatted(rule.getKey(), rule.getValue(), DAY));
        System.out.printf(
            Locale.ROOT,
            "  sql %s %d rows %.2f s%n",
            rule.getKey(),
            rows,
            (System.nanoTime() - began) / 1e9);
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** A person's answer by SQL is the answer by columns, with its row and amount. */
  private void agree(Connection database) throws SQLException {
    Map<String, String> differences = new TreeMap<>();
    for (Map.Entry<String, String> rule : rules.entrySet()) {
      String found = "select person_ref, amount, matched_row from ";
      String sql = found + "(" + rule.getValue() + ") a";
      String ours = found + "bench_answer where decision = '" + rule.getKey() + "'";
      differences.merge(rule.getKey(), different(database, sql, ours), String::concat);
      differences.merge(rule.getKey(), different(database, ours, sql), String::concat);
    }
    differences.values().removeIf(String::isEmpty);
    assertThat(differences).as("what only one side finds").isEmpty();
  }

  private static String different(Connection database, String some, String others)
      throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows =
          statement.executeQuery(
              "select count(*), min(d::text) from (%s except %s) d having count(*) > 0"
                  .formatted(some, others))) {
        return rows.next() ? rows.getLong(1) + " " + rows.getString(2) : "";
      }
    }
  }

  private static void empty(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("truncate offer, sweep, sweep_figure");
    }
  }

  private Map<String, String> sql() {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(home.resolve("decisions/src/bench/sql"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.sql$", "");
        found.put(name, Files.readString(file).replace("{day}", DAY));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The other JVM. */
  private static final class Engine implements AutoCloseable {

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    Engine(String database, Path home) throws IOException {
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx" + System.getProperty("bench.heap", "640m"),
              "-Duser.timezone=Asia/Ho_Chi_Minh",
              "-cp",
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
              SweepSide.class.getName(),
              database,
              home.toString());
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      commands = process.outputWriter();
      answers = process.inputReader();
      answer();
    }

    String ask(String command) {
      try {
        commands.write(command + "\n");
        commands.flush();
        return answer();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String answer() throws IOException {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.startsWith("DONE")) {
          return line.substring("DONE".length()).strip();
        }
      }
      throw new IllegalStateException("the engine has ended");
    }

    @Override
    public void close() throws IOException {
      commands.close();
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
