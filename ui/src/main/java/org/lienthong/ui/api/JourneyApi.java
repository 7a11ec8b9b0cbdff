package org.lienthong.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.lienthong.identity.Actor;
import org.lienthong.identity.Role;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Journeys;
import org.lienthong.journey.StartOutcome;
import org.lienthong.ui.page.Conflict;
import org.lienthong.ui.page.Invalid;
import org.lienthong.ui.page.Malformed;
import org.lienthong.ui.page.NotFound;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Journeys, for programs that act in their citizen's name. */
@RestController
@RequestMapping(path = "/api/journeys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "journeys", description = "A citizen's passage through a life event")
class JourneyApi {

  private static final String KEY = "Idempotency-Key";

  private final Journeys journeys;
  private final JourneyAnswers answers;

  JourneyApi(Journeys journeys, JourneyAnswers answers) {
    this.journeys = journeys;
    this.answers = answers;
  }

  /**
   * The wish to start a journey.
   *
   * @param lifeEvent the life event's key
   * @param facts the answers to its start form
   */
  record Start(String lifeEvent, Map<String, Object> facts) {}

  @Operation(
      summary = "Start a journey",
      description =
          "The same request under the same key gets the same journey (200 and"
              + " Idempotent-Replayed: true); the same key with another request is a conflict, and"
              + " so is a life event that is underway already (its address stands in journey).",
      parameters =
          @Parameter(
              name = KEY,
              in = ParameterIn.HEADER,
              required = true,
              description = "The caller's own key: 1 to 255 visible ASCII characters",
              schema = @Schema(type = "string", minLength = 1, maxLength = 255)),
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Start.class))))
  @ApiResponse(responseCode = "201", description = "It was started")
  @ApiResponse(responseCode = "200", description = "It was started before under this key")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<JourneyAnswer> start(Body body, Actor actor, HttpServletRequest request) {
    if (!actor.is(Role.CITIZEN)) {
      throw new AccessDeniedException("only citizens start journeys");
    }
    String key = key(request);
    body.only("lifeEvent", "facts");
    String lifeEvent = body.text("lifeEvent");
    Map<String, Object> facts = body.context("facts");
    StartOutcome outcome = outcome(lifeEvent, actor, facts, key);
    if (outcome instanceof StartOutcome.Started started) {
      return started(started);
    }
    if (outcome instanceof StartOutcome.AlreadyOpen open) {
      throw new Conflict("already-open", JourneyAnswers.path(open.journey().id()));
    }
    if (outcome instanceof StartOutcome.Rejected rejected) {
      throw TaskApi.invalid(rejected.problems());
    }
    throw new Conflict("key-reused");
  }

  private StartOutcome outcome(
      String lifeEvent, Actor actor, Map<String, Object> facts, String key) {
    try {
      return journeys.start(lifeEvent, actor, facts, key);
    } catch (NoSuchElementException e) {
      throw new Invalid("/lifeEvent", Body.UNKNOWN);
    }
  }

  private ResponseEntity<JourneyAnswer> started(StartOutcome.Started started) {
    Journey journey = started.journey();
    URI location = URI.create(JourneyAnswers.path(journey.id()));
    return started.replayed()
        ? ResponseEntity.ok()
            .header("Idempotent-Replayed", "true")
            .location(location)
            .body(answers.of(journey))
        : ResponseEntity.created(location).body(answers.of(journey));
  }

  private static String key(HttpServletRequest request) {
    List<String> keys = Collections.list(request.getHeaders(KEY));
    if (keys.isEmpty()) {
      throw new Malformed(KEY, Body.REQUIRED);
    }
    if (keys.size() > 1 || !keys.get(0).matches("[!-~]{1,255}")) {
      throw new Invalid(KEY, "malformed");
    }
    return keys.get(0);
  }

  @Operation(summary = "A journey of one's own, or one that one's office works on")
  @GetMapping("/{id}")
  JourneyAnswer one(@PathVariable String id, Actor actor) {
    return journeys.find(id, actor).map(answers::of).orElseThrow(NotFound::new);
  }

  @Operation(summary = "One's own journeys, newest first")
  @GetMapping
  List<JourneyAnswer> all(Actor actor) {
    return journeys.of(actor).stream().map(answers::of).toList();
  }
}
