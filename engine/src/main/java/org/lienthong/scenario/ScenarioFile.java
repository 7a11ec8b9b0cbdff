package org.lienthong.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lienthong.scenario.Scenario.Person;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code scenarios.yaml}; its messages teach the format. */
final class ScenarioFile {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> MOVES =
      Set.of(
          "start", "complete", "agency", "advance", "deliver", "retry", "offer", "learn", "expect");

  private static final List<String> EXPECTED =
      List.of(
          "of",
          "journey",
          "steps",
          "due",
          "reached",
          "notReached",
          "facts",
          "differs",
          "holds",
          "decisions",
          "effects",
          "parked");

  private final String folder;
  private final Map<String, Person> people = new LinkedHashMap<>();

  private ScenarioFile(String folder) {
    this.folder = folder;
  }

  static List<Scenario> read(String folder, String text) {
    return new ScenarioFile(folder).read(text);
  }

  private List<Scenario> read(String text) {
    Node root;
    try {
      root = new Node(folder + "/scenarios.yaml", YAML.readValue(text, Object.class));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          folder + "/scenarios.yaml is not YAML: " + e.getOriginalMessage(), e);
    }
    root.only("people", "scenarios");
    root.child("people").entries().forEach((name, node) -> people.put(name, person(name, node)));
    List<Scenario> scenarios = new ArrayList<>();
    for (Node node : root.child("scenarios").items()) {
      scenarios.add(scenario(node));
    }
    return scenarios;
  }

  private static Person person(String name, Node node) {
    node.only("name", "personalNumber", "unit");
    String number = node.optionalText("personalNumber");
    String unit = node.optionalText("unit");
    if ((number == null) == (unit == null)) {
      throw node.wrong("needs either a personalNumber (a citizen) or a unit (an official)");
    }
    String full = node.optionalText("name");
    return new Person(full == null ? name : full, number, unit);
  }

  private Scenario scenario(Node node) {
    String name = node.text("name");
    Node named = node.at("«" + name + "»");
    named.only("name", "why", "clock", "play");
    List<Move> moves = new ArrayList<>();
    for (Node move : named.child("play").items()) {
      moves.add(move(move));
    }
    return new Scenario(folder, name, named.text("why"), clock(named), people, moves);
  }

  private static Instant clock(Node node) {
    try {
      return LocalDateTime.parse(
              node.text("clock"), DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm"))
          .atZone(ZONE)
          .toInstant();
    } catch (DateTimeParseException e) {
      throw node.wrong("clock is written like 2026-11-18 09:00, the time in Viet Nam");
    }
  }

  private Move move(Node node) {
    List<String> words = node.entries().keySet().stream().filter(MOVES::contains).toList();
    if (words.size() != 1) {
      throw node.wrong("is not a move; a move is one of " + String.join(", ", MOVES));
    }
    return switch (words.get(0)) {
      case "start" -> {
        node.only("start", "by", "answers");
        yield new Move.Start(node.text("start"), by(node), node.values("answers"));
      }
      case "complete" -> {
        node.only("complete", "by", "answers");
        yield new Move.Complete(node.text("complete"), by(node), node.values("answers"));
      }
      case "agency" -> {
        node.only("agency", "is");
        yield new Move.Behave(node.text("agency"), node.text("is"));
      }
      case "advance" -> new Move.Advance(duration(node));
      case "deliver" -> new Move.Deliver(node.text("deliver"));
      case "retry" -> new Move.Retry(node.text("retry"));
      case "offer" -> {
        node.only("offer", "to", "facts", "meanwhile");
        yield new Move.Learn(
            person(node, "to"), node.values("facts"), node.text("offer"), node.values("meanwhile"));
      }
      case "learn" -> {
        node.only("learn", "facts");
        yield new Move.Learn(person(node, "learn"), node.values("facts"), null, Map.of());
      }
      default -> expect(node.child("expect"));
    };
  }

  private String by(Node node) {
    return person(node, "by");
  }

  private String person(Node node, String key) {
    String name = node.text(key);
    if (!people.containsKey(name)) {
      throw node.wrong("«" + name + "» is not among the people; add them at the top of the file");
    }
    return name;
  }

  private static Duration duration(Node node) {
    try {
      return Duration.parse(node.text("advance"));
    } catch (DateTimeParseException e) {
      throw node.wrong("advance is written like PT2H (two hours) or P1D (a day)");
    }
  }

  private Move.Expect expect(Node node) {
    node.only(EXPECTED.toArray(String[]::new));
    String of = node.optionalText("of");
    if (of != null && !people.containsKey(of)) {
      throw node.wrong("of: «" + of + "» is not among the people");
    }
    return new Move.Expect(
        of,
        node.optionalText("journey"),
        texts(node, "steps"),
        texts(node, "due"),
        node.texts("reached"),
        node.texts("notReached"),
        node.values("facts"),
        node.texts("differs"),
        node.texts("holds"),
        each(node, "decisions", Node::values),
        each(node, "effects", Node::number),
        number(node, "parked"));
  }

  private static Map<String, String> texts(Node node, String key) {
    return each(node, key, each -> String.valueOf(each.value()));
  }

  private static <T> Map<String, T> each(Node node, String key, Function<Node, T> read) {
    Map<String, T> all = new LinkedHashMap<>();
    node.optional(key).entries().forEach((name, each) -> all.put(name, read.apply(each)));
    return all;
  }

  private static @Nullable Integer number(Node node, String key) {
    return node.has(key) ? Integer.valueOf(node.child(key).number()) : null;
  }
}
