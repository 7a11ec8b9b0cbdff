package org.lienthong.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lienthong.agency.Agencies;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;
import org.lienthong.journey.Fact;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Journeys;
import org.lienthong.journey.Step;

/** Compares what a story tells with what is, and says every difference with what is instead. */
final class Expectations {

  private final Stage stage;
  private final Journey journey;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final List<String> differences = new ArrayList<>();

  Expectations(Stage stage, Journey journey) {
    this.stage = stage;
    this.journey = journey;
    stage
        .bean(Journeys.class)
        .dossier(journey.id())
        .forEach((name, fact) -> facts.put(name, fact.value()));
  }

  List<String> differences(Move.Expect expect) {
    if (expect.journey() != null) {
      journey(expect.journey());
    }
    expect
        .steps()
        .forEach((element, state) -> step(element, "the step " + element, state, Step::state));
    expect
        .due()
        .forEach((element, day) -> step(element, element + ", due", day, Expectations::dueDay));
    expect.reached().forEach(element -> reached(element, true));
    expect.notReached().forEach(element -> reached(element, false));
    expect.facts().forEach((name, value) -> same("the fact " + name, value, facts.get(name)));
    expect.differs().forEach(this::differs);
    expect.holds().forEach(this::holds);
    expect.decisions().forEach(this::decision);
    expect.effects().forEach((what, count) -> same("effects of " + what, count, effects(what)));
    if (expect.parked() != null) {
      same("the number of parked requests", expect.parked(), parked());
    }
    return differences;
  }

  private void journey(String state) {
    int before = differences.size();
    same("the journey", state, journey.state());
    if (differences.size() > before) {
      List<Step> all = new ArrayList<>();
      collect(journey.steps(), all);
      differences.add(
          "what is underway: "
              + all.stream()
                  .filter(step -> step.startedAt() != null && step.endedAt() == null)
                  .map(step -> step.elementId() + " " + step.state())
                  .toList()
              + "; parked: "
              + stage.bean(Agencies.class).parked().stream()
                  .map(each -> each.agency() + "." + each.operation() + " " + each.reason())
                  .toList());
    }
  }

  private static @Nullable Object dueDay(Step step) {
    return step.dueAt() == null ? null : step.dueAt().atZone(ScenarioFile.ZONE).toLocalDate();
  }

  private void step(
      String element, String what, String wanted, Function<Step, @Nullable Object> found) {
    List<Step> all = new ArrayList<>();
    collect(journey.steps(), all);
    Optional<Step> step = all.stream().filter(s -> s.elementId().equals(element)).findFirst();
    if (step.isEmpty()) {
      differences.add(
          "no step "
              + element
              + " on the journey map (an element without a title in the texts is not shown); shown:"
              + " "
              + all.stream().map(Step::elementId).toList());
    } else {
      same(what, wanted, found.apply(step.get()));
    }
  }

  private static void collect(List<Step> steps, List<Step> all) {
    for (Step step : steps) {
      all.add(step);
      collect(step.children(), all);
    }
  }

  private void reached(String element, boolean wanted) {
    if (stage.visits.reached(journey.id(), element) != wanted) {
      differences.add(
          element
              + (wanted ? " was not reached" : " was reached")
              + "; the way was "
              + stage.visits.of(journey.id()));
    }
  }

  private void differs(String name) {
    List<Fact> said =
        stage.bean(Journeys.class).evidence(journey.id()).getOrDefault(name, List.of());
    if (said.stream().map(Fact::value).distinct().count() < 2) {
      differences.add("the sources of " + name + " do not differ; they say " + said);
    }
  }

  private void holds(String expression) {
    try {
      Object result = stage.bean(Feel.class).evaluate(expression, facts);
      if (!Boolean.TRUE.equals(result)) {
        differences.add("«" + expression + "» does not hold (" + result + "); facts: " + facts);
      }
    } catch (FeelSyntaxException e) {
      differences.add("«" + expression + "» is not FEEL: " + e.getMessage());
    }
  }

  private void decision(String decision, Map<String, Object> wanted) {
    Optional<Assessment> found = stage.bean(Eligibility.class).latest(journey.id(), decision);
    if (found.isEmpty()) {
      differences.add("the decision " + decision + " was not asked");
      return;
    }
    Assessment assessment = found.get();
    wanted.forEach(
        (what, value) ->
            same(
                decision + ", " + what,
                value,
                switch (what) {
                  case "status" -> assessment.status();
                  case "amount" -> assessment.amount();
                  case "row" -> String.join(", ", assessment.matchedRows());
                  case "missing" -> List.copyOf(assessment.missing());
                  default -> assessment.outputs().get(what);
                }));
  }

  private int effects(String what) {
    return (int)
        stage.sandbox.ledger().stream()
            .filter(entry -> "effect".equals(entry.get("kind")))
            .filter(
                entry ->
                    what.equals(entry.get("agency"))
                        || what.equals(entry.get("agency") + "." + entry.get("operation")))
            .count();
  }

  private int parked() {
    return (int)
        stage.bean(Agencies.class).parked().stream()
            .filter(each -> each.journeyId().equals(journey.id()))
            .count();
  }

  private void same(String what, Object wanted, @Nullable Object found) {
    if (!text(wanted).equals(text(found))) {
      differences.add(what + " should be " + text(wanted) + " and is " + text(found));
    }
  }

  /** 5060000, 5060000.0 and "5060000" are one to a reader. */
  private static String text(@Nullable Object value) {
    if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
      return String.valueOf(number.longValue());
    }
    return Objects.toString(value, "unknown");
  }
}
