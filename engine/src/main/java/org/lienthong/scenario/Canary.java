package org.lienthong.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.journey.Journeys;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks through every table of the engine for anything that the dossiers or the registers know
 * about a person. The engine may hold references, codes and times; all else is a leak.
 */
final class Canary {

  /** A cell of a register, quoted or not. */
  private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,\n\"]+)");

  private final Stage stage;
  private final JdbcTemplate jdbc;
  private final Secrets secrets = new Secrets();

  Canary(Stage stage) {
    this.stage = stage;
    this.jdbc = stage.bean(JdbcTemplate.class);
    registers();
  }

  /** Every leak, by table and column; never what leaked. */
  List<String> listen(Collection<String> journeys) {
    for (String journey : journeys) {
      stage.bean(Journeys.class).evidence(journey).values().stream()
          .flatMap(List::stream)
          .forEach(fact -> secrets.add(fact.value()));
    }
    List<String> leaks = new ArrayList<>();
    for (String table :
        jdbc.queryForList(
            "select table_name from information_schema.tables where table_name like 'ACT\\_%'",
            String.class)) {
      jdbc.queryForList("select * from " + table).stream()
          .filter(row -> row.get("DEPLOYMENT_ID_") == null || !table.equals("ACT_GE_BYTEARRAY"))
          .forEach(row -> row.forEach((column, value) -> look(table, column, value, leaks)));
    }
    return leaks;
  }

  private void look(String table, String column, @Nullable Object value, List<String> leaks) {
    Object cell = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value;
    if (secrets.toldBy(cell)) {
      leaks.add(
          "personal data lie in the engine's table "
              + table
              + ", column "
              + column
              + "; only codes may steer a process, everything else belongs in the dossier");
    }
  }

  private void registers() {
    Path agencies = stage.home.resolve("processes").resolve("agencies");
    if (!Files.isDirectory(agencies)) {
      return;
    }
    try (Stream<Path> files = Files.walk(agencies)) {
      files.filter(file -> file.toString().endsWith(".csv")).forEach(this::register);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void register(Path file) {
    try {
      Files.readAllLines(file).stream()
          .skip(1)
          .map(CELL::matcher)
          .flatMap(Matcher::results)
          .map(cell -> cell.group(1) == null ? cell.group(2) : cell.group(1))
          .filter(text -> text.length() > 7)
          .forEach(secrets::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
