package org.lienthong.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Finding;
import org.lienthong.catalogue.Unpublishable;
import org.lienthong.identity.Actor;
import org.lienthong.ui.page.Invalid;
import org.lienthong.ui.page.Mishaps;
import org.lienthong.ui.page.Problem;
import org.lienthong.whatif.Difference;
import org.lienthong.whatif.WhatIf;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** What changed law would do to synthetic people, for designers; nothing is published. */
@RestController
@Tag(name = "what-if", description = "What a change of law would do")
class WhatIfApi {

  /** A table and the amounts are tens of kilobytes each. */
  private static final int LARGEST = 4 * 1024 * 1024;

  private final WhatIf whatIf;
  private final WhatIfQuestion questions;
  private final Bodies bodies;
  private final Mishaps mishaps;

  WhatIfApi(WhatIf whatIf, WhatIfQuestion questions, Bodies bodies, Mishaps mishaps) {
    this.whatIf = whatIf;
    this.questions = questions;
    this.bodies = bodies;
    this.mishaps = mishaps;
  }

  /**
   * Changed files of a folder; its other files are as they are live.
   *
   * @param key the folder's key, or {@code parameters}
   * @param files the whole text of each changed file, by its name
   */
  record Changed(String key, Map<String, String> files) {}

  /**
   * A change to try.
   *
   * @param folders changed or new folders
   * @param draft the key of a folder that has an open draft in the studio: the draft's files
   * @param people how many synthetic people, at most 1,000,000; without it 100,000
   * @param day the day asked about; without it the day of the synthetic people's ages
   * @param group a fact by which the people concerned are counted
   * @param recorded whether it is also tried on what was really decided, which only designers may
   *     whom the settings name
   */
  record Question(
      @Nullable List<Changed> folders,
      @Nullable String draft,
      @Nullable Integer people,
      @Nullable LocalDate day,
      @Nullable String group,
      @Nullable Boolean recorded) {}

  /** A change that could not be published, with what is wrong with it. */
  record Refused(
      String type,
      String title,
      int status,
      String instance,
      String traceId,
      List<Wrong> findings) {}

  /**
   * Something that is wrong with a change.
   *
   * @param message in the caller's language where the check speaks it, else in English
   */
  record Wrong(
      Finding.Severity severity,
      String rule,
      String folder,
      String file,
      @Nullable String element,
      String message) {}

  @Operation(
      summary = "Try a change of law on synthetic people",
      description =
          "Per decision that the change touches: how many gain, lose, get more or less, by"
              + " province and group; what it costs more in a year; up to ten explained cases."
              + " With recorded=true also what it would have done to the cases that were really"
              + " decided, by the law of their own days; nobody is recognisable. For designers. One"
              + " at a time: 503 while another is worked out. 422 with"
              + " findings if the change could not be published.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Question.class))))
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Difference.class)))
  @ApiResponse(
      responseCode = "422",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = Refused.class)))
  @PostMapping(path = "/api/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> ask(HttpServletRequest request, Actor asker)
      throws HttpRequestMethodNotSupportedException {
    JsonNode tree = bodies.read(request, LARGEST);
    if (!tree.isObject()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Values.check(tree, "");
    WhatIfQuestion.Read read = questions.read(tree);
    if (read.group() != null && !whatIf.groups().contains(read.group())) {
      throw new Invalid("/group", Body.UNKNOWN);
    }
    if (read.recorded() && !whatIf.mayReplay(asker.ref())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    try {
      Difference difference =
          whatIf
              .ask(read.question(asker.ref()))
              .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
      return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(difference);
    } catch (Unpublishable e) {
      return refused(request, e.findings());
    } catch (IllegalArgumentException e) {
      throw new Invalid("/folders", "not-compiled"); // what the linter lets pass and no table is
    }
  }

  private ResponseEntity<Object> refused(HttpServletRequest request, List<Finding> findings) {
    HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
    Problem problem = mishaps.problem(request, status, "unpublishable");
    Locale locale = Mishaps.apiLocale(request);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            new Refused(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.instance(),
                problem.traceId(),
                findings.stream().map(finding -> wrong(finding, locale)).toList()));
  }

  private static Wrong wrong(Finding finding, Locale locale) {
    return new Wrong(
        finding.severity(),
        finding.rule(),
        finding.folder(),
        finding.file(),
        finding.element(),
        finding.message(locale));
  }
}
