package org.lienthong.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lienthong.sandbox.Server.BadRequest;
import org.lienthong.sandbox.Server.Reply;
import org.lienthong.sandbox.Server.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Which request means what; everything that is not in order is answered with a problem. */
final class Routes implements Server.Site {

  private static final long LONGEST_LATENCY = Duration.ofDays(1).toMillis();
  private static final long USUAL_LATENCY = 1_000;
  private static final String EVENTS = "/events/";

  private final Desk desk;

  Routes(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Reply answer(Request request) {
    String path = request.path();
    if (path.equals("/ledger")) {
      return only("GET", request, this::ledger);
    }
    if (path.equals("/sandbox")) {
      return only("GET", request, r -> Answer.json(200, Json.tree(desk.modes())));
    }
    if (path.equals("/sandbox/reset")) {
      return only("POST", request, r -> reset());
    }
    if (path.startsWith("/sandbox/")) {
      return control(path.substring("/sandbox/".length()), request);
    }
    return ask(request);
  }

  private static Reply only(
      String method, Request request, java.util.function.Function<Request, Answer> answer) {
    return request.method().equals(method)
        ? Reply.now(answer.apply(request))
        : Reply.wrongMethod(method);
  }

  private Answer ledger(Request request) {
    return new Answer(200, "application/jsonl", desk.ledger().lines());
  }

  private Answer reset() {
    try {
      desk.reset();
      return Answer.json(200, Json.tree(desk.modes()));
    } catch (IllegalArgumentException e) {
      return Answer.problem(422, "content-not-in-order", String.valueOf(e.getMessage()));
    }
  }

  private Reply control(String rest, Request request) {
    int events = rest.indexOf(EVENTS);
    if (events > 0) {
      return event(rest.substring(0, events), rest.substring(events + EVENTS.length()), request);
    }
    boolean delivery = rest.endsWith("/deliver");
    String agency = delivery ? rest.substring(0, rest.length() - "/deliver".length()) : rest;
    Optional<Office> office = desk.world().office(agency);
    if (office.isEmpty()) {
      return Reply.now(noSuchAgency());
    }
    return delivery
        ? only("POST", request, r -> Answer.json(200, Map.of("delivered", desk.deliver(agency))))
        : only("PUT", request, r -> setMode(office.get(), r));
  }

  /** Has an agency tell the application that something happened. */
  private Reply event(String agency, String type, Request request) {
    return desk.world()
        .office(agency)
        .map(office -> only("POST", request, r -> tell(office, type, r)))
        .orElseGet(() -> Reply.now(noSuchAgency()));
  }

  @SuppressWarnings("unchecked")
  private Answer tell(Office office, String type, Request request) {
    JsonNode data = json(request);
    if (!type.matches("[a-z0-9.-]{1,100}") || !data.isObject()) {
      throw invalid("", "an event's type in the address, and an object");
    }
    boolean taken =
        desk.tell(office, type, (Map<String, Object>) Objects.requireNonNull(Json.plain(data)));
    return taken
        ? Answer.json(202, Map.of("taken", true))
        : Answer.problem(502, "event-not-taken", "The application did not take the event.");
  }

  private static Answer noSuchAgency() {
    return Answer.problem(404, "no-such-agency", "No agency has this name.");
  }

  private Answer setMode(Office office, Request request) {
    JsonNode wish = json(request);
    if (!wish.isObject()) {
      throw invalid("", "an object");
    }
    for (String name : wish.propertyNames()) {
      if (!List.of("mode", "latencyMs").contains(name)) {
        throw invalid("/" + name.replaceAll("[^A-Za-z0-9_-]", "*"), "mode and latencyMs only");
      }
    }
    Mode mode =
        Mode.of(wish.path("mode").isString() ? wish.path("mode").asString() : "")
            .orElseThrow(() -> invalid("/mode", "ok, later, down, slow, garbage or refuse"));
    if (mode == Mode.REFUSE && office.cannotRefuse().size() == office.operations().size()) {
      throw new BadRequest(cannotRefuse(office));
    }
    JsonNode latency = wish.path("latencyMs");
    boolean given = !latency.isMissingNode();
    if (given
        && !(latency.isIntegralNumber()
            && latency.canConvertToLong()
            && latency.longValue() >= 0
            && latency.longValue() <= LONGEST_LATENCY)) {
      throw invalid("/latencyMs", "an integer from 0 to " + LONGEST_LATENCY);
    }
    boolean waits = mode == Mode.LATER || mode == Mode.SLOW;
    long milliseconds = given ? latency.longValue() : waits ? USUAL_LATENCY : 0;
    desk.set(office.key(), mode, Duration.ofMillis(milliseconds));
    return Answer.json(200, desk.mode(office));
  }

  private static Answer cannotRefuse(Office office) {
    return Answer.problem(
        422,
        "cannot-refuse",
        "None of its operations declares a refusal (422) in openapi.yaml: "
            + String.join(", ", office.cannotRefuse())
            + ".",
        Map.of("pointer", "/mode", "cannotRefuse", office.cannotRefuse()));
  }

  private static BadRequest invalid(String pointer, String expected) {
    return new BadRequest(
        Answer.problem(
            422, "invalid-setting", "Expected: " + expected + ".", Map.of("pointer", pointer)));
  }

  private Reply ask(Request request) {
    Optional<Office> office = desk.world().officeAt(request.path());
    Optional<Operation> operation =
        office.flatMap(o -> o.at(request.path().substring(o.path().length())));
    if (office.isEmpty() || operation.isEmpty()) {
      desk.noteStray(office.map(Office::key).orElse(""), "", request.key(), 404);
      return Reply.now(Answer.problem(404, "no-such-operation", "No agency does this."));
    }
    if (!operation.get().method().equals(request.method())) {
      desk.noteStray(office.get().key(), operation.get().id(), request.key(), 405);
      return Reply.wrongMethod(operation.get().method());
    }
    Reply struck = desk.before(office.get(), operation.get(), request.key());
    if (struck != null) {
      return struck;
    }
    try {
      return desk.handle(
          office.get(), operation.get(), request.key(), checked(operation.get(), request));
    } catch (BadRequest e) {
      desk.note(office.get(), operation.get(), request.key(), e.answer().status());
      throw e;
    }
  }

  private static JsonNode checked(Operation operation, Request request) {
    if (request.key().length() > 255
        || !operation.rules().changes().isEmpty() && request.key().isBlank()) {
      throw new BadRequest(
          Answer.problem(
              400, "no-idempotency-key", "This operation needs the header Idempotency-Key."));
    }
    if (operation.requestSchema() == null) {
      return Json.MAPPER.createObjectNode();
    }
    JsonNode body = json(request);
    Operation.offence(operation.requestSchema(), body)
        .ifPresent(
            offence -> {
              throw new BadRequest(
                  Answer.problem(
                      400,
                      "outside-contract",
                      "The request breaks «" + offence.keyword() + "».",
                      Map.of("pointer", offence.pointer())));
            });
    return body;
  }

  private static JsonNode json(Request request) {
    String mediaType = request.mediaType().toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    if (!mediaType.equals(Answer.JSON)) {
      throw new BadRequest(
          Answer.problem(415, "unsupported-media-type", "Expected: application/json."));
    }
    try {
      JsonNode tree = Json.MAPPER.readTree(request.body());
      if (!tree.isMissingNode()) {
        return tree;
      }
    } catch (JacksonException e) {
      // falls through: what is wrong with it would quote it
    }
    throw new BadRequest(Answer.problem(400, "not-json", "The body is not JSON."));
  }
}
