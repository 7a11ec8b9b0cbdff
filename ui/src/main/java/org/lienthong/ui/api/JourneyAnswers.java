package org.lienthong.ui.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Texts;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Step;
import org.lienthong.ui.api.JourneyAnswer.StepAnswer;
import org.springframework.stereotype.Component;

/** Tells programs about journeys, in the words of the version that each runs on. Thread-safe. */
@Component
class JourneyAnswers {

  private final Catalogue catalogue;

  JourneyAnswers(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Where a journey can be read. */
  static String path(String journeyId) {
    return "/api/journeys/" + journeyId;
  }

  JourneyAnswer of(Journey journey) {
    Texts texts = catalogue.texts(journey.deploymentId());
    return new JourneyAnswer(
        journey.id(),
        path(journey.id()),
        journey.reference(),
        journey.lifeEvent(),
        Bilingual.of(texts, journey.lifeEvent() + ".title"),
        journey.version(),
        journey.state(),
        journey.joinedTo() == null ? null : path(journey.joinedTo()),
        journey.startedAt(),
        journey.endedAt(),
        steps(journey.steps()));
  }

  private List<StepAnswer> steps(List<Step> steps) {
    return steps.stream().map(this::step).toList();
  }

  private StepAnswer step(Step step) {
    Texts texts = catalogue.texts(step.deploymentId());
    return new StepAnswer(
        step.processKey(),
        step.elementId(),
        Bilingual.of(texts, step.elementId() + ".title"),
        step.state(),
        step.who(),
        step.startedAt(),
        step.endedAt(),
        step.dueAt(),
        step.taskId() == null ? null : TaskApi.path(step.taskId()),
        reason(texts, step.reasonCode(), ".citizen"),
        reason(texts, step.reasonCode(), ".legalBasis"),
        steps(step.children()));
  }

  private static @Nullable Bilingual reason(Texts texts, @Nullable String code, String part) {
    return code == null ? null : Bilingual.of(texts, code + part);
  }
}
