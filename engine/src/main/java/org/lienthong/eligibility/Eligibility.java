package org.lienthong.eligibility;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.feel.Feel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides, explains and remembers. Knows no dossier: facts come by name. Thread-safe. */
@Service
public class Eligibility {

  private static final Logger LOG = LoggerFactory.getLogger(Eligibility.class);

  /** The source of what {@code DerivedFacts} computes. */
  static final String DERIVED = "DERIVED";

  private final Catalogue catalogue;
  private final Tables tables;
  private final Decider decider;
  private final Explainer explainer;
  private final AssessmentRow.Assessments assessments;
  private final Clock clock;

  Eligibility(
      Catalogue catalogue,
      Tables tables,
      TableEngine engine,
      Feel feel,
      AssessmentRow.Assessments assessments,
      Clock clock) {
    this.catalogue = catalogue;
    this.tables = tables;
    this.decider = new Decider(engine, feel);
    this.explainer = new Explainer(decider, feel);
    this.assessments = assessments;
    this.clock = clock;
  }

  /**
   * Decides without remembering.
   *
   * @param facts by name, as the dossier types them or as JSON does (a date is its ISO text);
   *     unknown names are ignored, null and the empty text are unknown
   * @param keyDate the day whose law applies, and the fact that the table names so; null takes that
   *     fact
   * @throws java.util.NoSuchElementException if there is no such decision
   * @throws FactProblems if a fact that the decision reads has the wrong type
   */
  public Assessment evaluate(String decision, Map<String, ?> facts, @Nullable LocalDate keyDate) {
    Table table = tables.live(decision);
    Case asked = gather(table, facts, keyDate);
    return assessment(table, asked, decider.decide(table, asked));
  }

  /**
   * Decides without remembering, and explains: what would change a refusal, what must be asked.
   * Parameters and errors are those of {@link #evaluate}.
   */
  public Explanation explain(String decision, Map<String, ?> facts, @Nullable LocalDate keyDate) {
    Table table = tables.live(decision);
    Case asked = gather(table, facts, keyDate);
    Assessment assessment = assessment(table, asked, decider.decide(table, asked));
    return explainer.explain(table, asked, assessment, FactReader.bases(table, facts));
  }

  /**
   * Explains what was decided for a journey, by the table and the amounts that it was decided by.
   *
   * @throws java.util.NoSuchElementException if there is no such assessment, or its table is gone
   */
  public Explanation explain(String assessmentId) {
    Assessment assessment =
        assessments
            .findById(assessmentId)
            .map(AssessmentRow::assessment)
            .orElseThrow(() -> new NoSuchElementException("there is no such assessment"));
    Table table = tables.version(assessment.decision(), assessment.version());
    Case asked =
        new Case(
            assessment.facts(), Set.of(), Set.of(), assessment.keyDate(), assessment.parameters());
    return explainer.explain(table, asked, assessment, FactReader.bases(table, asked.facts()));
  }

  /**
   * Decides for a journey and remembers, in the caller's transaction. A fact that cannot be read
   * leaves the case to a person ({@code facts-unreadable}): a journey must not stand still for it.
   *
   * @param sources per fact where it came from, recorded with the assessment
   */
  @Transactional
  public Assessment assess(
      String journeyId, String decision, Map<String, ?> facts, Map<String, String> sources) {
    Table table = tables.live(decision);
    Case asked;
    Answer answer;
    try {
      asked = gather(table, facts, null);
      answer = decider.decide(table, asked);
    } catch (FactProblems e) {
      LOG.warn("{} is left to a person: {}", decision, e.byFact());
      asked = Case.NOTHING;
      answer = Answer.needsHuman(Reasons.FACTS_UNREADABLE);
    }
    Assessment assessment = assessment(table, asked, answer);
    Map<String, String> used = new LinkedHashMap<>();
    for (String fact : asked.facts().keySet()) {
      String source = asked.derived().contains(fact) ? DERIVED : sources.get(fact);
      if (source != null) {
        used.put(fact, source);
      }
    }
    assessments.save(new AssessmentRow(journeyId, assessment, used));
    return assessment;
  }

  private Case gather(Table table, Map<String, ?> facts, @Nullable LocalDate keyDate) {
    return decider.gather(table, facts, keyDate, LocalDate.now(clock), catalogue::parameters);
  }

  private Assessment assessment(Table table, Case asked, Answer answer) {
    String service =
        catalogue
            .serviceOfDecision(table.key())
            .orElseThrow(() -> new NoSuchElementException("the decision is not live"));
    return new Assessment(
        UUID.randomUUID().toString(),
        table.key(),
        table.version(),
        answer.status(),
        answer.amount(),
        answer.periodicity(),
        asked.keyDate(),
        asked.facts(),
        asked.parameters(),
        answer.matchedRows(),
        answer.outputs(),
        answer.reasonKey(),
        answer.legalBasis(),
        answer.missing(),
        service,
        now());
  }

  /** As exact as every database keeps it, so that what is read back is what was said. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The assessments of a journey, oldest first. */
  public List<Assessment> of(String journeyId) {
    return assessments.findByJourneyIdOrderBySequence(journeyId).stream()
        .map(AssessmentRow::assessment)
        .toList();
  }

  /** Where each fact of an assessment came from, as recorded. */
  public Map<String, String> sources(String assessmentId) {
    return assessments.findById(assessmentId).map(AssessmentRow::sources).orElse(Map.of());
  }

  /**
   * The facts that a decision reads, so that a caller knows what to gather; where one can be
   * derived, what it is derived from is named too.
   */
  public Set<String> inputs(String decision) {
    Set<String> names = new LinkedHashSet<>();
    for (Table.Input input : tables.live(decision).inputs()) {
      names.add(input.name());
      DerivedFacts.baseOf(input.name()).ifPresent(names::add);
    }
    return names;
  }

  /** The names of the outputs of a decision. */
  public Set<String> outputs(String decision) {
    return new LinkedHashSet<>(tables.live(decision).outputs());
  }

  /** The keys of all live decisions. */
  public List<String> decisions() {
    return tables.keys().stream()
        .filter(key -> catalogue.serviceOfDecision(key).isPresent())
        .toList();
  }

  /** A decision's latest assessment for a journey. */
  public Optional<Assessment> latest(String journeyId, String decision) {
    return of(journeyId).stream().filter(a -> a.decision().equals(decision)).reduce((a, b) -> b);
  }
}
