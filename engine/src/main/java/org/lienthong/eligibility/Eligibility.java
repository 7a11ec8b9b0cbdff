package org.lienthong.eligibility;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.Law;
import org.lienthong.deadline.StatutoryClock;
import org.lienthong.feel.Feel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides, explains and remembers. Knows no dossier: facts come by name. Thread-safe. */
@Service
public class Eligibility {

  private static final Logger LOG = LoggerFactory.getLogger(Eligibility.class);

  /** The source of what {@code DerivedFacts} computes. */
  static final String DERIVED = "DERIVED";

  private static final int PAGE = 1_000;

  private record Known(Law law, Rules rules, OnePerson onePerson) {}

  private final Catalogue catalogue;
  private final Tables tables;
  private final Decider decider;
  private final BirthYears birthYears;
  private final Explainer explainer;
  private final AssessmentRow.Assessments assessments;
  private final Clock clock;
  private volatile @Nullable Known known;

  Eligibility(
      Catalogue catalogue,
      Tables tables,
      TableEngine engine,
      Feel feel,
      AssessmentRow.Assessments assessments,
      StatutoryClock calendar,
      Clock clock,
      @Value("${lienthong.birth-year.assumed:FIRST_DAY}") BirthYears.Assumed assumed) {
    this.catalogue = catalogue;
    this.tables = tables;
    this.decider = new Decider(engine, feel, calendar);
    this.birthYears = new BirthYears(assumed);
    this.explainer = new Explainer(decider, feel);
    this.assessments = assessments;
    this.clock = clock;
  }

  /** The rules that are live now; what is published later does not change them. */
  public Rules rules() {
    return known().rules();
  }

  private Known known() {
    Law law = catalogue.law();
    Known last = known;
    if (last == null || last.law() != law) {
      Rules rules = new Rules(law, decider, birthYears, tables::of, clock);
      last = new Known(law, rules, new OnePerson(rules, explainer));
      known = last;
    }
    return last;
  }

  /**
   * The live rules with folders of decisions, or the folder of amounts, replaced or added; nothing
   * is published. For trying out a change.
   *
   * @throws org.lienthong.catalogue.Unpublishable if a candidate has an error that would keep it
   *     from being published
   * @throws IllegalArgumentException if a candidate's table cannot be compiled
   */
  public Rules rulesWith(List<Folder> candidates) {
    return new Rules(catalogue.lawWith(candidates), decider, birthYears, tables::of, clock)
        .compiled();
  }

  /**
   * Decides by the live rules without remembering; see {@link Rules#evaluate}.
   *
   * @param keyDate the day whose law applies, and the fact that the table names so; null takes that
   *     fact, and today where the table names none or can do without
   * @throws java.util.NoSuchElementException if there is no such decision
   * @throws FactProblems if a fact that the decision reads has the wrong type
   */
  public Assessment evaluate(String decision, Map<String, ?> facts, @Nullable LocalDate keyDate) {
    return rules().evaluate(decision, facts, keyDate);
  }

  /**
   * Decides without remembering, and explains: what would change a refusal, what must be asked.
   * Parameters and errors are those of {@link #evaluate}.
   */
  public Explanation explain(String decision, Map<String, ?> facts, @Nullable LocalDate keyDate) {
    Rules rules = rules();
    Ruling ruling = rules.rule(decision, facts, keyDate, LocalDate.now(clock));
    return explainer.explain(
        ruling.table(),
        ruling.asked(),
        ruling.assessment(rules.now()),
        FactReader.bases(ruling.table(), facts));
  }

  /**
   * Decides many decisions about one person at once without remembering, and which of their
   * entitlements stay beside each other. What one decision says is a fact for another that reads
   * it, unless the caller says otherwise.
   *
   * @param decisions those to decide; a second layer's is not among them
   * @param day the day asked about: it counts where a table names no key date or can do without its
   *     fact; whoever is not born yet then is asked about on the day of birth
   * @param explain whether to say what would change each answer and what must be asked
   * @throws java.util.NoSuchElementException if there is no such decision
   * @throws FactProblems naming every fact that has the wrong type for any of them
   */
  public Entitlements entitlements(
      Collection<String> decisions, Map<String, ?> facts, LocalDate day, boolean explain) {
    return known().onePerson().decide(decisions, facts, day, explain);
  }

  /** Decisions in the order given, but one that reads what another says after that one. */
  public List<String> inOrder(Collection<String> decisions) {
    return known().onePerson().inOrder(decisions);
  }

  /** The decisions of the home country that entitle to something, none that weighs them; sorted. */
  public List<String> entitling() {
    return known().onePerson().entitling();
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
    Table table =
        tables.of(
            catalogue.lawTable(assessment.service(), assessment.table(), assessment.version()));
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
    Rules rules = rules();
    Ruling ruling;
    try {
      ruling = rules.rule(decision, facts, null, LocalDate.now(clock));
    } catch (FactProblems e) {
      LOG.warn("{} is left to a person: {}", decision, e.byFact());
      ruling = rules.unreadable(decision);
    }
    Assessment assessment = ruling.assessment(rules.now());
    Map<String, String> used = new LinkedHashMap<>();
    for (String fact : assessment.facts().keySet()) {
      String source = ruling.asked().derived().contains(fact) ? DERIVED : sources.get(fact);
      if (source != null) {
        used.put(fact, source);
      }
    }
    assessments.save(new AssessmentRow(journeyId, assessment, used));
    return assessment;
  }

  /**
   * Weighs what was found for a journey against all else that the same person is due, and remembers
   * what was said, in the caller's transaction. Nothing is said where nothing else is due.
   *
   * @param facts what is known of the person: {@link #inputsWithRivals}
   * @param refused decisions by which the person wants nothing: they take nothing away
   */
  @Transactional
  public Beside weigh(
      String journeyId, Assessment found, Map<String, ?> facts, Set<String> refused) {
    SecondLayer.Weighed weighed =
        known().onePerson().weigh(found, facts, refused, LocalDate.now(clock));
    weighed
        .of(found.decision())
        .ifPresent(said -> assessments.save(new AssessmentRow(journeyId, said, Map.of())));
    Assessment lost = weighed.givesWay().get(found.decision());
    Assessment open = weighed.open().get(found.decision());
    if (lost == null && open == null) {
      return new Beside(found.status(), null, weighed.givesWay().keySet());
    }
    return lost == null
        ? new Beside(Status.NEEDS_HUMAN, open, Set.of())
        : new Beside(Status.NOT_ELIGIBLE, lost, Set.of());
  }

  /** What was said, when a journey's assessment was made, of its place beside other benefits. */
  public Optional<Assessment> weighed(String journeyId, Assessment found) {
    Set<String> tables = rules().secondLayer().keysAbout(found.decision());
    return of(journeyId).stream()
        .dropWhile(each -> !each.id().equals(found.id()))
        .skip(1)
        .takeWhile(each -> !each.decision().equals(found.decision()))
        .filter(each -> tables.contains(each.decision()))
        .findFirst();
  }

  /** The assessments of a journey, oldest first. */
  public List<Assessment> of(String journeyId) {
    return assessments.findByJourneyIdOrderBySequence(journeyId).stream()
        .map(AssessmentRow::assessment)
        .toList();
  }

  /**
   * What was last decided of some decisions in each journey, the newest first, a page at a time.
   * For deciding it again; whoever is given one must not tell whose it is.
   *
   * @param most how many at most
   * @return how many older ones were left out
   */
  public int recorded(Set<String> decisions, int most, Consumer<Assessment> each) {
    if (decisions.isEmpty()) {
      return 0;
    }
    long below = Long.MAX_VALUE;
    int seen = 0;
    while (seen < most) {
      List<AssessmentRow> page =
          assessments.latest(decisions, below, Limit.of(Math.min(PAGE, most - seen)));
      page.forEach(row -> each.accept(row.assessment()));
      seen += page.size();
      if (page.size() < PAGE) {
        break;
      }
      below = page.get(page.size() - 1).sequence();
    }
    return Math.max(0, assessments.countLatest(decisions) - seen);
  }

  /** Where each fact of an assessment came from, as recorded. */
  public Map<String, String> sources(String assessmentId) {
    return assessments.findById(assessmentId).map(AssessmentRow::sources).orElse(Map.of());
  }

  /**
   * The facts that a decision reads, so that a caller knows what to gather: {@link Rules#inputs}.
   */
  public Set<String> inputs(String decision) {
    return rules().inputs(decision);
  }

  /** What a decision reads, and all against which its entitlement is weighed. */
  public Set<String> inputsWithRivals(String decision) {
    return known().onePerson().inputsWithRivals(decision);
  }

  /** The names of the outputs of a decision. */
  public Set<String> outputs(String decision) {
    return rules().outputs(decision);
  }

  /** The keys of all live decisions. */
  public List<String> decisions() {
    return List.copyOf(rules().decisions());
  }

  /** A decision's latest assessment for a journey. */
  public Optional<Assessment> latest(String journeyId, String decision) {
    return of(journeyId).stream().filter(a -> a.decision().equals(decision)).reduce((a, b) -> b);
  }
}
