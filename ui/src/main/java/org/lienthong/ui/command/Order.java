package org.lienthong.ui.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for on the command line.
 *
 * @param day null: today
 * @param decisions empty: all
 * @param content null: where the server finds it
 */
record Order(
    Path file,
    @Nullable LocalDate day,
    Path out,
    Path problems,
    List<String> decisions,
    @Nullable Path content) {

  private static final Set<String> OPTIONS =
      Set.of("--file", "--day", "--out", "--problems", "--decisions", "--content");

  Order {
    decisions = List.copyOf(decisions);
  }

  /**
   * Reads the words after {@code sweep}.
   *
   * @throws Wrong if they make no sense
   */
  static Order of(List<String> words) {
    Map<String, String> said = said(words);
    Path file = path("--file", required("--file", said));
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Wrong("--file: there is no file " + file + " that can be read.");
    }
    Path out = writable("--out", required("--out", said));
    Path problems = writable("--problems", said.getOrDefault("--problems", out + ".problems.csv"));
    if (Stream.of(file, out, problems).map(p -> p.toAbsolutePath().normalize()).distinct().count()
        < 3) {
      throw new Wrong("--file, --out and --problems must be three different files.");
    }
    String content = said.get("--content");
    return new Order(
        file, day(said.get("--day")), out, problems, decisions(said), content(content));
  }

  private static Map<String, String> said(List<String> words) {
    Map<String, String> said = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      String option = equals < 0 ? word : word.substring(0, equals);
      if (!OPTIONS.contains(option)) {
        throw new Wrong("There is no option " + option + ".");
      }
      if (equals < 0 && (i + 1 == words.size() || words.get(i + 1).startsWith("--"))) {
        throw new Wrong(option + " needs a value after it.");
      }
      String value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
      if (said.put(option, value) != null) {
        throw new Wrong(option + " is given twice.");
      }
    }
    return said;
  }

  private static String required(String option, Map<String, String> said) {
    String value = said.get(option);
    if (value == null || value.isBlank()) {
      throw new Wrong(option + " is missing.");
    }
    return value;
  }

  private static Path path(String option, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new Wrong(option + ": this is no name of a file.");
    }
  }

  private static Path writable(String option, String value) {
    Path file = path(option, value);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new Wrong(option + ": " + file + " cannot be written; its folder must be there.");
    }
    return file;
  }

  private static @Nullable LocalDate day(@Nullable String value) {
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new Wrong("--day must be a date such as 2026-01-31.");
    }
  }

  private static List<String> decisions(Map<String, String> said) {
    return Stream.of(said.getOrDefault("--decisions", "").split(","))
        .map(String::strip)
        .filter(key -> !key.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private static @Nullable Path content(@Nullable String value) {
    if (value == null) {
      return null;
    }
    Path content = path("--content", value);
    if (!Files.isDirectory(content.resolve("decisions"))) {
      throw new Wrong("--content: there is no folder " + content.resolve("decisions") + ".");
    }
    return content;
  }
}
