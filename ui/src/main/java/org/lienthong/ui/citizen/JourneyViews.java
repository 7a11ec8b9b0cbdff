package org.lienthong.ui.citizen;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Element;
import org.lienthong.catalogue.Texts;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.identity.Actor;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Step;
import org.lienthong.ui.citizen.JourneyView.Result;
import org.lienthong.ui.citizen.JourneyView.StepView;
import org.lienthong.ui.page.AgencyNames;
import org.lienthong.ui.page.DecisionWords;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;

/** Puts a journey into words: titles, names, reasons, results. Thread-safe. */
@Component
class JourneyViews {

  private static final Set<Step.State> UNDERWAY =
      EnumSet.of(
          Step.State.YOUR_TURN,
          Step.State.WITH_OFFICE,
          Step.State.WAITING_FOR_OTHER,
          Step.State.RUNNING,
          Step.State.PROBLEM);
  private static final Set<Element.Kind> OUTCOMES =
      EnumSet.of(
          Element.Kind.MILESTONE, Element.Kind.END, Element.Kind.ERROR_END, Element.Kind.BOUNDARY);
  private static final Set<Step.State> UNCERTAIN =
      EnumSet.of(Step.State.MAY_BE_NEEDED, Step.State.NOT_NEEDED);
  private static final Set<Step.State> WAITING =
      EnumSet.of(Step.State.YOUR_TURN, Step.State.WITH_OFFICE, Step.State.WAITING_FOR_OTHER);

  private final Catalogue catalogue;
  private final Eligibility eligibility;
  private final AgencyNames agencies;
  private final DecisionWords decisions;
  private final Words words;

  JourneyViews(
      Catalogue catalogue,
      Eligibility eligibility,
      AgencyNames agencies,
      DecisionWords decisions,
      Words words) {
    this.catalogue = catalogue;
    this.eligibility = eligibility;
    this.agencies = agencies;
    this.decisions = decisions;
    this.words = words;
  }

  /** Whether a journey has come to a person, or to its end. */
  static boolean waitsForSomebody(Journey journey) {
    return journey.state() != Journey.State.OPEN
        || leaves(journey.steps()).anyMatch(step -> WAITING.contains(step.state()));
  }

  private static Stream<Step> leaves(List<Step> steps) {
    return steps.stream()
        .flatMap(step -> step.children().isEmpty() ? Stream.of(step) : leaves(step.children()));
  }

  JourneyView of(Journey journey, Actor viewer) {
    List<Assessment> assessments = eligibility.of(journey.id());
    @Nullable Step current = current(journey);
    List<StepView> steps =
        shown(journey.steps())
            .map(step -> step(step, state(journey, step), current, assessments))
            .toList();
    List<StepView> flat = flat(steps).toList();
    return new JourneyView(
        journey,
        title(journey),
        steps,
        flat.stream()
            .filter(step -> step.state() == Step.State.YOUR_TURN && step.taskId() != null)
            .findFirst()
            .orElse(null),
        flat.stream().filter(StepView::current).findFirst().orElse(null),
        refusal(journey, flat),
        latest(assessments).stream().map(this::result).toList());
  }

  private static @Nullable StepView refusal(Journey journey, List<StepView> flat) {
    return journey.state() != Journey.State.REFUSED
        ? null
        : flat.stream()
            .filter(step -> step.reason() != null)
            .reduce((first, later) -> later)
            .orElse(null);
  }

  /** Of what was decided more than once, what was decided last. */
  private static Collection<Assessment> latest(List<Assessment> assessments) {
    Map<String, Assessment> latest = new LinkedHashMap<>();
    assessments.forEach(each -> latest.put(each.decision(), each));
    return latest.values();
  }

  /** The life event's title on the version that the journey runs on. */
  String title(Journey journey) {
    return catalogue
        .texts(journey.deploymentId())
        .find(journey.lifeEvent() + ".title", words.locale())
        .orElse(journey.lifeEvent());
  }

  private static @Nullable Step current(Journey journey) {
    List<Step> underway =
        leaves(journey.steps()).filter(step -> UNDERWAY.contains(step.state())).toList();
    return underway.stream()
        .filter(step -> step.state() == Step.State.YOUR_TURN)
        .findFirst()
        .orElse(underway.isEmpty() ? null : underway.get(underway.size() - 1));
  }

  private static Stream<StepView> flat(List<StepView> steps) {
    return steps.stream().flatMap(step -> Stream.concat(Stream.of(step), flat(step.children())));
  }

  /** The end of what was refused is nothing that went well. */
  private static Step.State state(Journey journey, Step step) {
    return journey.state() == Journey.State.REFUSED
            && step.kind() == Element.Kind.END
            && step.state() == Step.State.DONE
        ? Step.State.STOPPED
        : step.state();
  }

  private StepView step(
      Step step, Step.State state, @Nullable Step current, List<Assessment> assessments) {
    Locale locale = words.locale();
    Texts texts = catalogue.texts(step.deploymentId());
    String id = step.elementId();
    Optional<String> reason = Optional.ofNullable(step.reasonCode());
    return new StepView(
        id,
        texts.get(id + ".title", locale),
        texts.find(id + ".why", locale).orElse(null),
        texts.find(id + ".then", locale).orElse(null),
        state,
        who(step),
        step.startedAt(),
        step.endedAt(),
        step.dueAt(),
        step.taskId(),
        reason.flatMap(key -> texts.find(key + ".citizen", locale)).orElse(null),
        reason.flatMap(key -> texts.find(key + ".legalBasis", locale)).orElse(null),
        step.equals(current),
        result(step, assessments),
        shown(step.children())
            .map(child -> step(child, child.state(), current, assessments))
            .toList());
  }

  /** Ends and milestones that may never be reached are no promise: they are told once they are. */
  private static Stream<Step> shown(List<Step> steps) {
    return steps.stream()
        .filter(step -> !(OUTCOMES.contains(step.kind()) && UNCERTAIN.contains(step.state())));
  }

  private String who(Step step) {
    if (step.who() == null) {
      return words.say("step.automatic");
    }
    return step.who().equals("citizen") ? words.say("step.you") : agencies.of(step.who());
  }

  private @Nullable Result result(Step step, List<Assessment> assessments) {
    if (assessments.isEmpty()) {
      return null;
    }
    return catalogue
        .deployed(step.deploymentId(), step.processKey())
        .element(step.elementId())
        .filter(element -> element.decision() != null)
        .flatMap(
            element ->
                assessments.stream()
                    .filter(each -> decidedBy(element, each))
                    .reduce((first, later) -> later))
        .map(this::result)
        .orElse(null);
  }

  /** Where the model leaves open which table is asked, every assessment is its. */
  private static boolean decidedBy(Element element, Assessment assessment) {
    return element.decisionFact().isPresent() || assessment.decision().equals(element.decision());
  }

  private Result result(Assessment assessment) {
    return new Result(
        assessment.id(),
        decisions.title(assessment),
        assessment.status().name(),
        assessment.amount(),
        assessment.currency(),
        assessment.periodicity(),
        decisions.reasons(assessment).stream().findFirst().orElse(null));
  }
}
