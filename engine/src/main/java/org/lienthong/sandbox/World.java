package org.lienthong.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lienthong.feel.Feel;
import tools.jackson.databind.JsonNode;

/**
 * All agencies, their registers, and what was answered under which key. An operation's effects
 * happen whole or not at all, and once per key. Thread-safe.
 */
final class World {

  private final Clock clock;
  private final Feel feel = new Feel();
  private final Map<String, Office> offices;
  private final Map<String, Register> registers = new TreeMap<>();
  private final Map<String, Remembered> answers = new HashMap<>();

  private World(Clock clock, Map<String, Office> offices) {
    this.clock = clock;
    this.offices = offices;
    for (Office office : offices.values()) {
      office
          .seeds()
          .forEach(
              (name, seed) -> {
                if (registers.put(name, seed) != null) {
                  throw new IllegalArgumentException(
                      "register " + name + " lies in two agencies' folders");
                }
              });
    }
    offices.values().forEach(this::checkRegisters);
  }

  /** Reads the folders of all agencies below the home of content. */
  static World read(Path contentHome, Clock clock) {
    Path home = contentHome.resolve("processes").resolve("agencies");
    Map<String, Office> offices = new TreeMap<>();
    if (Files.isDirectory(home)) {
      try (Stream<Path> folders = Files.list(home)) {
        for (Path folder : folders.filter(f -> Files.exists(f.resolve("agency.yaml"))).toList()) {
          Office office = Office.read(folder);
          offices.put(office.key(), office);
        }
      } catch (IOException e) {
        throw new IllegalArgumentException("cannot read " + home, e);
      }
    }
    return new World(clock, offices);
  }

  private void checkRegisters(Office office) {
    for (Operation operation : office.operations().values()) {
      List<String> used = new ArrayList<>();
      operation.rules().reads().values().forEach(read -> used.add(read.register()));
      operation.rules().changes().forEach(change -> used.add(change.register()));
      used.removeAll(registers.keySet());
      if (!used.isEmpty()) {
        throw new IllegalArgumentException(
            "agency "
                + office.key()
                + ", operation "
                + operation.id()
                + ": no agency has a registers/"
                + used.get(0)
                + ".csv");
      }
    }
  }

  Optional<Office> office(String key) {
    return Optional.ofNullable(offices.get(key));
  }

  Collection<Office> offices() {
    return offices.values();
  }

  /** The agency that answers below the longest prefix of a path. */
  Optional<Office> officeAt(String path) {
    return offices.values().stream()
        .filter(o -> path.startsWith(o.path() + "/"))
        .max(java.util.Comparator.comparingInt(o -> o.path().length()));
  }

  /**
   * Does what is asked, or repeats what it answered under this key.
   *
   * @param key the idempotency key; empty where the operation needs none
   */
  synchronized Done perform(Office office, Operation operation, String key, JsonNode request) {
    String asked = operation.id() + " " + request;
    String memory = office.key() + " " + key;
    Remembered before = key.isEmpty() ? null : answers.get(memory);
    if (before != null) {
      return before.asked().equals(asked)
          ? new Done(before.answer(), 0)
          : new Done(
              Answer.problem(
                  422, "idempotency-key-reused", "This key was used for another request."),
              0);
    }
    Done done = decide(operation, request);
    if (!key.isEmpty() && done.answer().status() < 500) {
      answers.put(memory, new Remembered(asked, done.answer()));
    }
    return done;
  }

  private Done decide(Operation operation, JsonNode request) {
    Visit visit = new Visit(feel, registers, LocalDate.now(clock), Json.plain(request));
    try {
      visit.read(operation.rules().reads());
      Optional<String> refusal = visit.refusal(operation.rules().refuses());
      if (refusal.isPresent()) {
        return new Done(
            Answer.problem(422, refusal.get(), "The agency refuses, by its own rules."), 0);
      }
      int effects = visit.change(operation.rules().changes());
      JsonNode reply = visit.reply(operation);
      var offence = Operation.offence(operation.replySchema(), reply);
      if (offence.isPresent()) {
        return brokenRules(
            operation.id()
                + ": the reply leaves openapi.yaml at «"
                + offence.get().pointer()
                + "», keyword "
                + offence.get().keyword());
      }
      registers.putAll(visit.changedRegisters());
      return new Done(Answer.json(200, reply), effects);
    } catch (IllegalArgumentException e) {
      return brokenRules(operation.id() + ": " + e.getMessage());
    }
  }

  private static Done brokenRules(String detail) {
    return new Done(Answer.problem(500, "sandbox-rules-broken", detail), 0);
  }

  /** An answer, and how many records were changed for it. */
  record Done(Answer answer, int effects) {}

  private record Remembered(String asked, Answer answer) {}
}
