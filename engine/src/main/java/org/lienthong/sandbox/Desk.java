package org.lienthong.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a request meets the agency's rules and its present behaviour. Thread-safe. */
final class Desk {

  private final Path contentHome;
  private final Clock clock;
  private final Ledger ledger;
  private final Deliveries deliveries;
  private final Behaviour behaviour = new Behaviour();
  private volatile World world;

  Desk(Path contentHome, Clock clock, Callback callback, ScheduledExecutorService scheduler) {
    this.contentHome = contentHome;
    this.clock = clock;
    ledger = new Ledger(clock);
    deliveries = new Deliveries(callback, ledger, scheduler);
    world = World.read(contentHome, clock);
  }

  World world() {
    return world;
  }

  Ledger ledger() {
    return ledger;
  }

  void reset() {
    world = World.read(contentHome, clock);
    behaviour.clear();
    deliveries.clear();
    ledger.clear();
  }

  boolean set(String agency, Mode mode, Duration latency) {
    if (world.office(agency).isEmpty()) {
      return false;
    }
    behaviour.set(agency, new Behaviour.Setting(mode, latency));
    return true;
  }

  int deliver(String agency) {
    return deliveries.bringAll(agency);
  }

  boolean tell(Office office, String type, Map<String, Object> data) {
    return deliveries.tell(office, type, data);
  }

  /** Every agency with its mode and what it has still to say. */
  List<Map<String, Object>> modes() {
    List<Map<String, Object>> modes = new ArrayList<>();
    for (Office office : world.offices()) {
      modes.add(mode(office));
    }
    return modes;
  }

  Map<String, Object> mode(Office office) {
    Behaviour.Setting setting = behaviour.of(office.key());
    Map<String, Object> mode = new LinkedHashMap<>();
    mode.put("agency", office.key());
    mode.put("path", office.path());
    mode.put("mode", setting.mode().word());
    mode.put("latencyMs", setting.latency().toMillis());
    mode.put("waiting", deliveries.waiting(office.key()));
    if (setting.mode() == Mode.REFUSE) {
      mode.put("cannotRefuse", office.cannotRefuse());
    }
    return mode;
  }

  /** An outage or a refusal that strikes before anybody looks at the request, or null. */
  Server.@Nullable Reply before(Office office, Operation operation, String key) {
    Behaviour.Setting setting = behaviour.of(office.key());
    Answer answer =
        switch (setting.mode()) {
          case DOWN -> down(behaviour.turn(office.key()));
          case REFUSE -> refusal(operation);
          default -> null;
        };
    if (answer == null) {
      return null;
    }
    note(office, operation, key, answer.status());
    return new Server.Reply(answer, setting.latency(), "");
  }

  private static Answer down(int turn) {
    return turn % 2 == 0
        ? Answer.problem(503, "unavailable", "The agency does not answer just now.")
        : new Answer(0, "", "");
  }

  private static @Nullable Answer refusal(Operation operation) {
    String problem = Office.firstProblem(operation);
    return problem == null
        ? null
        : Answer.problem(422, problem, "The agency refuses everything just now.");
  }

  /** Does what a request in order asks, and answers as the agency behaves. */
  Server.Reply handle(Office office, Operation operation, String key, JsonNode request) {
    World.Done done = world.perform(office, operation, key, request);
    if (done.effects() > 0) {
      ledger.add("effect", office.key(), operation.id(), key, Map.of("records", done.effects()));
    }
    Behaviour.Setting setting = behaviour.of(office.key());
    Answer answer = done.answer();
    Duration delay = setting.latency();
    if (answer.status() < 500 && setting.mode() == Mode.LATER) {
      deliveries.take(office, operation, key, answer, delay);
      delay = Duration.ZERO;
      answer = Answer.json(202, Map.of("key", key));
    } else if (answer.status() < 500 && setting.mode() == Mode.GARBAGE) {
      answer = Garbage.of(answer, operation, behaviour.turn(office.key()));
    }
    note(office, operation, key, answer.status());
    return new Server.Reply(answer, delay, "");
  }

  /** Notes a call that no operation answers: what was wrong with it, and never what it said. */
  void noteStray(String agency, String operation, String key, int status) {
    ledger.add("call", agency, operation, key, Map.of("status", status));
  }

  void note(Office office, Operation operation, String key, int status) {
    ledger.add(
        "call",
        office.key(),
        operation.id(),
        key,
        Map.of("mode", behaviour.of(office.key()).mode().word(), "status", status));
  }
}
