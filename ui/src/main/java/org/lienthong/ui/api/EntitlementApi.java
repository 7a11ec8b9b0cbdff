package org.lienthong.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Entitlements;
import org.lienthong.eligibility.Explanation;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.SecondLayer;
import org.lienthong.ui.page.Invalid;
import org.lienthong.ui.page.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one person is entitled to, over all benefits at once; nothing is remembered. */
@RestController
@RequestMapping(path = "/api/entitlements", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "decisions", description = "Who is entitled to what")
class EntitlementApi {

  private static final String DECISIONS = "decisions";
  private static final int PLACES_SAID = 20;

  private final Eligibility eligibility;
  private final CaseReader cases;
  private final Evaluations evaluations;
  private final Clock clock;

  EntitlementApi(Eligibility eligibility, CaseReader cases, Evaluations evaluations, Clock clock) {
    this.eligibility = eligibility;
    this.cases = cases;
    this.evaluations = evaluations;
    this.clock = clock;
  }

  /**
   * A person.
   *
   * @param keyDate the day asked about, today without it; a decision's own date (birth, death, end
   *     of a contract) is a fact
   * @param facts what is known, by name
   * @param decisions those to decide; without it all of the home country
   */
  record Person(
      @Nullable LocalDate keyDate, Map<String, Object> facts, @Nullable List<String> decisions) {}

  /**
   * Everything that was decided about a person.
   *
   * @param keyDate the day asked about
   * @param due the decisions whose benefit is due after they were weighed against each other
   * @param results what each decision says
   */
  record Entitled(LocalDate keyDate, List<String> due, List<Evaluation> results) {}

  @Operation(
      summary = "Decide all benefits of one person at once without remembering them",
      description =
          "Per decision status, amount, reasons, legal basis and missing facts, and what becomes"
              + " of it beside the others (beside): highest only, exclusive, one card. What one"
              + " decision says is a fact for others that read it. A name that no decision reads"
              + " is refused (422). With explain=true each answer also says what would change a"
              + " refusal and which facts can still change the answer.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Person.class))))
  @ApiResponse(responseCode = "200", description = "What is due, what is not, and why")
  @ApiResponse(responseCode = "422", description = "A fact, the day or a decision cannot be read")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Entitled decide(@RequestParam(defaultValue = "false") boolean explain, Body body) {
    body.only(CaseReader.KEY_DATE, CaseReader.FACTS, DECISIONS);
    LocalDate given = cases.keyDate(body);
    LocalDate day = given == null ? LocalDate.now(clock) : given;
    List<String> asked = body.has(DECISIONS) ? named(body) : eligibility.entitling();
    Map<String, Object> facts = cases.facts(body, readable(asked));
    try {
      return entitled(day, eligibility.entitlements(asked, facts, day, explain), explain);
    } catch (FactProblems e) {
      throw CaseReader.invalid(e);
    }
  }

  private List<String> named(Body body) {
    List<String> names = body.texts(DECISIONS);
    SecondLayer second = eligibility.rules().secondLayer();
    Set<String> all = eligibility.rules().decisions();
    List<Problem.Place> unknown = new ArrayList<>();
    for (int i = 0; i < names.size() && unknown.size() < PLACES_SAID; i++) {
      if (!all.contains(names.get(i)) || second.has(names.get(i))) {
        unknown.add(new Problem.Place(Pointers.item("/" + DECISIONS, i), Body.UNKNOWN));
      }
    }
    if (names.isEmpty()) {
      throw new Invalid("/" + DECISIONS, Body.REQUIRED);
    }
    if (!unknown.isEmpty()) {
      throw new Invalid(unknown);
    }
    return List.copyOf(new LinkedHashSet<>(names));
  }

  private Set<String> readable(List<String> decisions) {
    Set<String> facts = new LinkedHashSet<>();
    decisions.forEach(decision -> facts.addAll(eligibility.inputsWithRivals(decision)));
    return facts;
  }

  private Entitled entitled(LocalDate day, Entitlements all, boolean explain) {
    List<String> due = new ArrayList<>();
    List<Evaluation> results = new ArrayList<>();
    for (Explanation each : all.found()) {
      Assessment assessment = each.assessment();
      if (all.standing(assessment) == Entitlements.Standing.DUE) {
        due.add(assessment.decision());
      }
      Evaluation said = explain ? evaluations.of(each) : evaluations.of(assessment);
      results.add(said.beside(evaluations.beside(all, assessment)));
    }
    return new Entitled(day, due, results);
  }
}
