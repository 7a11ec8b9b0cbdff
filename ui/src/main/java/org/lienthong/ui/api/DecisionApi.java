package org.lienthong.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.analysis.TableFinding;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FactType;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Texts;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.TableForm;
import org.lienthong.ui.page.NotFound;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is entitled to what, for whoever asks; nothing is remembered. */
@RestController
@RequestMapping(path = "/api/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "decisions", description = "Who is entitled to what")
class DecisionApi {

  private final Eligibility eligibility;
  private final Catalogue catalogue;
  private final CaseReader cases;
  private final Evaluations evaluations;

  DecisionApi(
      Eligibility eligibility, Catalogue catalogue, CaseReader cases, Evaluations evaluations) {
    this.eligibility = eligibility;
    this.catalogue = catalogue;
    this.cases = cases;
    this.evaluations = evaluations;
  }

  /**
   * A decision that can be asked.
   *
   * @param facts the facts that it can read, by name, with their types
   * @param tables its tables, the country's first: whether a sweep evaluates them in columns, and
   *     if not, why
   */
  record Decision(
      String key,
      String self,
      @Nullable Bilingual title,
      Map<String, FactType> facts,
      List<TableForm> tables) {}

  /**
   * A case.
   *
   * @param keyDate the day whose law applies; without it the decision's own fact says it
   * @param facts what is known, by name
   */
  record Evaluate(@Nullable LocalDate keyDate, Map<String, Object> facts) {}

  @Operation(
      summary = "The decisions that can be asked, and the facts that each can read",
      description =
          "Per table also whether it is compiled to columns for sweeps over many people, and if"
              + " not, why.")
  @GetMapping
  List<Decision> all() {
    Map<String, List<TableForm>> tables =
        eligibility.rules().compilations().stream()
            .collect(Collectors.groupingBy(TableForm::decision));
    return eligibility.decisions().stream()
        .map(key -> decision(key, tables.getOrDefault(key, List.of())))
        .toList();
  }

  private Decision decision(String key, List<TableForm> tables) {
    Map<String, FactType> facts = new TreeMap<>();
    for (String fact : eligibility.inputs(key)) {
      catalogue.factType(fact).ifPresent(type -> facts.put(fact, type));
    }
    Texts texts =
        catalogue
            .serviceOfDecision(key)
            .map(service -> catalogue.liveTexts(FolderKind.DECISION, service))
            .orElseThrow(NotFound::new);
    Bilingual title = Bilingual.of(texts, key + ".title");
    return new Decision(key, "/api/decisions/" + key, title, facts, tables);
  }

  /**
   * What a table does as a whole that its author can hardly have meant, or what could not be found
   * out of it.
   *
   * @param table the key of the table: the decision's own, or a local one that overrides it
   * @param kind {@code GAP}, {@code OVERLAP}, {@code DEAD_ROW}, {@code OUTPUT_NEVER} or {@code
   *     NOT_ANALYSED}
   * @param rows the ids of the rows that it is about
   * @param facts a case that shows it; null for an unknown fact
   */
  record Analysed(
      String table,
      TableFinding.Kind kind,
      List<String> rows,
      Map<String, @Nullable Object> facts,
      Bilingual message) {}

  @Operation(
      summary = "What a decision's tables do as a whole",
      description =
          "Cases that no row covers, rows that contradict each other where one may fit, rows that"
              + " never answer, outputs that are promised and never given: each with a case that"
              + " shows it, in words. Also what is not analysed, and why.")
  @GetMapping("/{decision}/analysis")
  List<Analysed> analysis(@PathVariable String decision) {
    if (!eligibility.decisions().contains(decision)) {
      throw new NotFound();
    }
    List<Analysed> all = new ArrayList<>();
    catalogue
        .analysis(decision)
        .forEach((table, findings) -> findings.forEach(f -> all.add(analysed(table, f))));
    return all;
  }

  private static Analysed analysed(String table, TableFinding f) {
    return new Analysed(table, f.kind(), f.rows(), f.facts(), new Bilingual(f.vi(), f.en()));
  }

  @Operation(
      summary = "Decide a case without remembering it",
      description =
          "Unknown facts are refused; facts that are missing are named in the answer. With"
              + " explain=true the answer also says which single fact would change a refusal, and"
              + " which of the missing facts can still change the answer.",
      requestBody =
          @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Evaluate.class))))
  @PostMapping(path = "/{decision}/evaluate", consumes = MediaType.APPLICATION_JSON_VALUE)
  Evaluation evaluate(
      @PathVariable String decision,
      @RequestParam(defaultValue = "false") boolean explain,
      Body body) {
    if (!eligibility.decisions().contains(decision)) {
      throw new NotFound();
    }
    body.only(CaseReader.KEY_DATE, CaseReader.FACTS);
    LocalDate keyDate = cases.keyDate(body);
    Map<String, Object> facts = cases.facts(body, eligibility.inputs(decision));
    try {
      return explain
          ? evaluations.of(eligibility.explain(decision, facts, keyDate))
          : evaluations.of(eligibility.evaluate(decision, facts, keyDate));
    } catch (FactProblems e) {
      throw CaseReader.invalid(e);
    }
  }
}
