package org.lienthong.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.identity.Actor;
import org.lienthong.sweep.BadFile;
import org.lienthong.sweep.BadRow;
import org.lienthong.sweep.Figure;
import org.lienthong.sweep.FileTooLarge;
import org.lienthong.sweep.Offer;
import org.lienthong.sweep.Sweep;
import org.lienthong.sweep.Sweeps;
import org.lienthong.ui.page.Conflict;
import org.lienthong.ui.page.Invalid;
import org.lienthong.ui.page.NotFound;
import org.lienthong.ui.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Everybody who is entitled, over a whole population; for supervisors and designers. */
@RestController
@RequestMapping(path = "/api/sweeps", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "sweeps", description = "Everybody who is entitled, over a whole population")
class SweepApi {

  private static final int PAGE = 100;

  private final Sweeps sweeps;

  SweepApi(Sweeps sweeps) {
    this.sweeps = sweeps;
  }

  /**
   * A sweep and how it stands.
   *
   * @param self where it is read, and paused, resumed and cancelled by what follows
   * @param percent how many of a hundred people are done
   * @param figures how many are entitled, per decision and place; only when one sweep is asked for
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(String self, int percent, Sweep sweep, @Nullable List<Figure> figures) {}

  /**
   * What to sweep.
   *
   * @param source {@code database}; a file is sent as {@code text/csv} instead
   * @param day the day asked about; without it today
   * @param decisions without them all of the country
   */
  record Start(String source, @Nullable LocalDate day, @Nullable List<String> decisions) {}

  /**
   * A page of offers.
   *
   * @param next the cursor of the next page; none on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Offers(List<Offer> offers, @Nullable String next) {}

  @Operation(
      summary = "Start a sweep over the population in the database",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Start.class))))
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> start(Body body, Actor actor) {
    body.only("source", "day", "decisions");
    if (!body.text("source").equals("database")) {
      throw new Invalid("/source", "unknown");
    }
    LocalDate day = body.has("day") ? Days.read("/day", body.text("day")) : null;
    List<String> decisions = body.has("decisions") ? body.texts("decisions") : List.of();
    return started(sweeps.overPopulation(day, known(decisions), actor.ref()));
  }

  @Operation(
      summary = "Start a sweep over the people of a CSV file",
      description =
          "The first column is personRef, the others are facts. Rows that cannot be read are told"
              + " by line and left out. The file is deleted when its sweep has ended.")
  @PostMapping(consumes = "text/csv")
  ResponseEntity<Answer> startFile(
      @RequestParam(required = false) @Nullable String day,
      @RequestParam(required = false) @Nullable List<String> decision,
      HttpServletRequest request,
      Actor actor)
      throws IOException {
    LocalDate on = day == null ? null : Days.read("day", day);
    List<String> decisions = known(decision == null ? List.of() : decision);
    try {
      return started(sweeps.overFile(request.getInputStream(), on, decisions, actor.ref()));
    } catch (BadFile e) {
      throw new Invalid(places(e));
    } catch (FileTooLarge e) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, null, e);
    }
  }

  private static List<Problem.Place> places(BadFile file) {
    return file.columns().isEmpty()
        ? List.of(new Problem.Place("line " + file.line(), "not-utf8"))
        : new TreeMap<>(file.columns())
            .entrySet().stream()
                .map(each -> new Problem.Place(each.getKey(), each.getValue()))
                .toList();
  }

  private List<String> known(List<String> decisions) {
    for (int i = 0; i < decisions.size(); i++) {
      if (!sweeps.decisions().contains(decisions.get(i))) {
        throw new Invalid(Pointers.item("/decisions", i), "unknown");
      }
    }
    return decisions.stream().distinct().sorted().toList();
  }

  private static ResponseEntity<Answer> started(Sweep sweep) {
    return ResponseEntity.created(URI.create(path(sweep))).body(answer(sweep, null));
  }

  private static Answer answer(Sweep sweep, @Nullable List<Figure> figures) {
    return new Answer(path(sweep), sweep.percent(), sweep, figures);
  }

  private static String path(Sweep sweep) {
    return "/api/sweeps/" + sweep.id();
  }

  @Operation(summary = "The newest hundred sweeps")
  @GetMapping
  List<Answer> all() {
    return sweeps.newest().stream().map(sweep -> answer(sweep, null)).toList();
  }

  @Operation(summary = "A sweep, how it stands, and what it has found so far")
  @GetMapping("/{id}")
  Answer one(@PathVariable String id) {
    return answer(find(id), sweeps.figures(id));
  }

  @Operation(
      summary = "Pause, resume or cancel a sweep",
      description = "409 if it does not stand so that it could be.")
  @PostMapping("/{id}/{action}")
  Answer move(@PathVariable String id, @PathVariable String action) {
    find(id);
    boolean moved =
        switch (action) {
          case "pause" -> sweeps.pause(id);
          case "resume" -> sweeps.resume(id);
          case "cancel" -> sweeps.cancel(id);
          default -> throw new NotFound();
        };
    if (!moved) {
      throw new Conflict("conflict");
    }
    return answer(find(id), null);
  }

  @Operation(summary = "The offers that a sweep made or changed, a hundred at a time")
  @GetMapping("/{id}/offers")
  Offers offers(@PathVariable String id, @RequestParam(required = false) @Nullable String cursor) {
    find(id);
    List<Offer> offers = sweeps.offers(id, cursor);
    return new Offers(offers, offers.size() == PAGE ? offers.get(PAGE - 1).id() : null);
  }

  @Operation(summary = "The rows of its file that could not be read, the first thousand")
  @GetMapping("/{id}/problems")
  Map<String, List<BadRow>> problems(@PathVariable String id) {
    find(id);
    return Map.of("problems", sweeps.problems(id));
  }

  private Sweep find(String id) {
    return sweeps.find(id).orElseThrow(NotFound::new);
  }
}
