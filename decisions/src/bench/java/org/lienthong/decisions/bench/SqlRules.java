package org.lienthong.decisions.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The rules as set-based SQL, a statement each. */
final class SqlRules {

  private static final String DAY = "date '2026-11-01'";

  /**
   * What a sweep does with a rule's answers: counts by province, and an offer to whoever lacks it.
   */
  private static final String SWEPT =
      """
      with entitled as materialized (
        select a.*, a.receives like '%%"%1$s"%%' is true as has from (%2$s) a
      ), counted as (
        insert into sweep_figure (sweep_id, decision, province, entitled, amount, receiving)
        select 'sql', '%1$s', province_code, count(*), coalesce(sum(amount), 0), count(*) filter (where has)
        from entitled group by province_code
      )
      insert into offer (id, sweep_id, person_ref, decision, service, amount, currency, periodicity,
        jurisdiction, matched_rows, version, grade, day_asked, state, live, made_at, attempts)
      select gen_random_uuid()::varchar, 'sql', person_ref, '%1$s', '%1$s', amount, 'VND', periodicity, 'VN',
        matched_row, 1, 0, %3$s, 'LIVE', true, now(), 0
      from entitled where not has
      on conflict (person_ref, decision, live) do nothing
      """;

  private final Map<String, String> rules;

  private SqlRules(Map<String, String> rules) {
    this.rules = rules;
  }

  static SqlRules read(Path home) {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(home.resolve("decisions/src/bench/sql"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.sql$", "");
        found.put(name, Files.readString(file).replace("{day}", DAY));
      }
      return new SqlRules(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The decisions, sorted. */
  List<String> keys() {
    return List.copyOf(rules.keySet());
  }

  /** Seconds for all rules, one after the other on each connection. */
  double sweep(DataSource source, int connections) throws Exception {
    Queue<String> left = new ConcurrentLinkedQueue<>(rules.keySet());
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    long start = System.nanoTime();
    try {
      List<Future<Boolean>> working = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        working.add(threads.submit(() -> sweep(source, left)));
      }
      for (Future<Boolean> work : working) {
        work.get();
      }
    } finally {
      threads.shutdownNow();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "  sql on %d connections %.2f s%n", connections, seconds);
    return seconds;
  }

  private boolean sweep(DataSource source, Queue<String> left) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String rule = left.poll(); rule != null; rule = left.poll()) {
        long began = System.nanoTime();
        int rows = statement.executeUpdate(SWEPT.formatted(rule, rules.get(rule), DAY));
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "  sql %s %d rows %.2f s%n", rule, rows, seconds);
      }
      return true;
    }
  }

  /** By decision, how many answers only one side has and the first of them. */
  Map<String, String> differences(Connection database, String answers) throws SQLException {
    Map<String, String> differences = new TreeMap<>();
    for (Map.Entry<String, String> rule : rules.entrySet()) {
      String found = "select person_ref, amount, matched_row from ";
      String sql = found + "(" + rule.getValue() + ") a";
      String ours = found + answers + " where decision = '" + rule.getKey() + "'";
      String both = different(database, sql, ours) + different(database, ours, sql);
      if (!both.isEmpty()) {
        differences.put(rule.getKey(), both);
      }
    }
    return differences;
  }

  private static String different(Connection database, String some, String others)
      throws SQLException {
    String count =
        "select count(*) || ' ' || min(d::text) from (%s except %s) d having count(*) > 0";
    return String.join("", strings(database, count.formatted(some, others)));
  }

  static List<String> strings(Connection database, String query) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.setEscapeProcessing(false);
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }
}
