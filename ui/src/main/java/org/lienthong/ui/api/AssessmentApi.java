package org.lienthong.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.identity.Actor;
import org.lienthong.journey.Journeys;
import org.lienthong.ui.page.NotFound;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was decided in a person's own journey, as it was recorded. */
@RestController
@RequestMapping(path = "/api/journeys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "journeys", description = "A citizen's passage through a life event")
class AssessmentApi {

  private final Journeys journeys;
  private final Eligibility eligibility;
  private final Evaluations evaluations;

  AssessmentApi(Journeys journeys, Eligibility eligibility, Evaluations evaluations) {
    this.journeys = journeys;
    this.eligibility = eligibility;
    this.evaluations = evaluations;
  }

  /**
   * A recorded assessment.
   *
   * @param sources per fact where it came from and when it was read
   * @param answer what was decided, on what; what became of it beside other benefits where another
   *     was due as well
   */
  record Recorded(String id, Instant decidedAt, Map<String, Source> sources, Evaluation answer) {}

  /**
   * Where a fact came from.
   *
   * @param kind such as {@code REGISTER}, {@code DECLARED}, {@code DECISION}, {@code DERIVED}
   * @param origin the agency, form or decision that said it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Source(String kind, @Nullable String origin, @Nullable Instant readAt) {

    /** As an assessment keeps it: {@code KIND:origin@moment}. */
    static Source of(String recorded) {
      String[] saidAndMoment = recorded.split("@", 2);
      String[] kindAndOrigin = saidAndMoment[0].split(":", 2);
      return new Source(
          kindAndOrigin[0],
          kindAndOrigin.length < 2 ? null : kindAndOrigin[1],
          saidAndMoment.length < 2 ? null : Instant.parse(saidAndMoment[1]));
    }
  }

  @Operation(
      summary = "What was decided in one's own journey, oldest first",
      description =
          "With explain=true each also says what would change it, by the table and the amounts by"
              + " which it was decided.")
  @ApiResponse(responseCode = "200", description = "Every assessment with what it rests on")
  @ApiResponse(responseCode = "404", description = "There is no such journey of one's own")
  @GetMapping("/{id}/assessments")
  List<Recorded> assessments(
      @PathVariable String id, @RequestParam(defaultValue = "false") boolean explain, Actor actor) {
    boolean own =
        journeys.find(id, actor).filter(j -> j.parties().contains(actor.ref())).isPresent();
    if (!own) {
      throw new NotFound();
    }
    return eligibility.of(id).stream().map(each -> recorded(id, each, explain)).toList();
  }

  private Recorded recorded(String journey, Assessment assessment, boolean explain) {
    Map<String, Source> sources = new TreeMap<>();
    eligibility
        .sources(assessment.id())
        .forEach((fact, said) -> sources.put(fact, Source.of(said)));
    Evaluation answer =
        explain ? evaluations.of(eligibility.explain(assessment.id())) : evaluations.of(assessment);
    return new Recorded(
        assessment.id(),
        assessment.decidedAt(),
        sources,
        eligibility
            .weighed(journey, assessment)
            .map(said -> evaluations.beside(assessment.decision(), said))
            .map(answer::beside)
            .orElse(answer));
  }
}
