package org.lienthong.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.agency.Agencies;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Element;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.catalogue.Texts;
import org.lienthong.identity.Actor;
import org.lienthong.journey.StepRow.Steps;
import org.springframework.stereotype.Component;

/**
 * Lays a journey's steps over the model that it runs on, so that people see the way behind them and
 * the way ahead. Shows only elements that have a title in the texts.
 */
@Component
class JourneyMap {

  private static final Set<Element.Kind> ENDS =
      Set.of(Element.Kind.END, Element.Kind.ERROR_END, Element.Kind.BOUNDARY);

  private final Catalogue catalogue;
  private final Steps steps;
  private final Agencies agencies;

  JourneyMap(Catalogue catalogue, Steps steps, Agencies agencies) {
    this.catalogue = catalogue;
    this.steps = steps;
    this.agencies = agencies;
  }

  List<Step> of(JourneyRow journey, Actor viewer) {
    List<StepRow> rows = steps.findByJourneyIdOrderById(journey.id);
    boolean parked = !agencies.parked(journey.id).isEmpty();
    ProcessModel model = catalogue.deployed(journey.deploymentId, journey.lifeEvent);
    return new Overlay(rows, viewer, parked, journey.state != Journey.State.OPEN)
        .steps(model, journey.deploymentId);
  }

  /** One view of one journey. */
  private final class Overlay {

    private final List<StepRow> rows;
    private final Actor viewer;
    private final boolean parked;
    private final boolean over;

    Overlay(List<StepRow> rows, Actor viewer, boolean parked, boolean over) {
      this.rows = rows;
      this.viewer = viewer;
      this.parked = parked;
      this.over = over;
    }

    List<Step> steps(ProcessModel model, String deploymentId) {
      Texts texts = catalogue.texts(deploymentId);
      List<Step> shown = new ArrayList<>();
      model.elements().stream()
          .sorted(Comparator.comparingInt(Element::order))
          .filter(e -> texts.find(e.id() + ".title", Locale.ROOT).isPresent())
          .forEach(e -> step(model, deploymentId, e).ifPresent(shown::add));
      return shown;
    }

    private Optional<Step> step(ProcessModel model, String deploymentId, Element element) {
      Optional<StepRow> row =
          rows.stream()
              .filter(r -> r.processKey.equals(model.key()) && r.elementId.equals(element.id()))
              .reduce((first, later) -> later);
      boolean ending = ENDS.contains(element.kind()) && (element.optional() || over);
      if (row.isEmpty() && (ending || element.exceptional())) {
        return Optional.empty(); // nobody is shown ahead what may go wrong
      }
      List<Step> children = element.calledProcess() == null ? List.of() : called(element);
      return Optional.of(
          new Step(
              deploymentId,
              model.key(),
              element.id(),
              element.kind(),
              row.map(r -> state(r, element, children)).orElseGet(() -> ahead(model, element)),
              who(element),
              row.map(r -> r.startedAt).orElse(null),
              row.map(r -> r.endedAt).orElse(null),
              row.map(r -> r.dueAt).orElse(null),
              row.filter(r -> r.state == StepRow.State.ACTIVE).map(r -> r.taskId).orElse(null),
              row.map(r -> r.reasonCode).orElse(null),
              children));
    }

    /** The steps of a called service: on the version that was called, else on the live one. */
    private List<Step> called(Element element) {
      String key = String.valueOf(element.calledProcess());
      Optional<String> deployment =
          rows.stream().filter(r -> r.processKey.equals(key)).map(r -> r.deploymentId).findFirst();
      return deployment
          .map(id -> catalogue.deployed(id, key))
          .or(() -> catalogue.live(key))
          .filter(model -> model.deploymentId() != null)
          .map(model -> steps(model, String.valueOf(model.deploymentId())))
          .orElse(List.of());
    }

    private Step.State state(StepRow row, Element element, List<Step> children) {
      if (row.state == StepRow.State.COMPLETED) {
        return Step.State.DONE;
      }
      if (row.state == StepRow.State.CANCELLED) {
        return Step.State.STOPPED;
      }
      return switch (element.kind()) {
        case USER_TASK -> human(row);
        case ASK -> parked ? Step.State.PROBLEM : Step.State.RUNNING;
        case CALL -> loudest(children);
        default -> Step.State.RUNNING;
      };
    }

    private Step.State human(StepRow row) {
      if (row.assignee == null) {
        return Step.State.WITH_OFFICE;
      }
      return row.assignee.equals(viewer.ref())
          ? Step.State.YOUR_TURN
          : Step.State.WAITING_FOR_OTHER;
    }

    private Step.State loudest(List<Step> children) {
      Set<Step.State> states = children.stream().map(Step::state).collect(Collectors.toSet());
      for (Step.State state :
          List.of(
              Step.State.YOUR_TURN,
              Step.State.PROBLEM,
              Step.State.WAITING_FOR_OTHER,
              Step.State.WITH_OFFICE)) {
        if (states.contains(state)) {
          return state;
        }
      }
      return Step.State.RUNNING;
    }

    private Step.State ahead(ProcessModel model, Element element) {
      boolean endedHere =
          over
              || rows.stream()
                  .anyMatch(
                      r ->
                          r.processKey.equals(model.key())
                              && r.state != StepRow.State.ACTIVE
                              && r.activityType.toLowerCase(Locale.ROOT).endsWith("endevent"));
      if (endedHere) {
        return Step.State.NOT_NEEDED;
      }
      return element.optional() ? Step.State.MAY_BE_NEEDED : Step.State.NOT_STARTED;
    }

    private @Nullable String who(Element element) {
      return switch (element.kind()) {
        case USER_TASK -> element.candidateGroup() == null ? "citizen" : element.candidateGroup();
        case ASK -> element.agency();
        case CALL ->
            catalogue
                .live(String.valueOf(element.calledProcess()))
                .map(model -> model.properties().get("competentAuthority"))
                .orElse(null);
        default -> null;
      };
    }
  }
}
