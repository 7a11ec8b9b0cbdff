package org.lienthong.ui.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Entitlements;
import org.lienthong.eligibility.Explanation;
import org.lienthong.journey.Journey;
import org.lienthong.ui.form.Provenance;
import org.lienthong.ui.page.DecisionWords;
import org.lienthong.ui.page.FactNames;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;

/** Explains a decision: what it rests on, where that came from, and the law. Thread-safe. */
@Component
class Reasons {

  private final Eligibility eligibility;
  private final DecisionWords decisions;
  private final FactNames names;
  private final Provenance provenance;
  private final Places places;
  private final Words words;

  Reasons(
      Eligibility eligibility,
      DecisionWords decisions,
      FactNames names,
      Provenance provenance,
      Places places,
      Words words) {
    this.eligibility = eligibility;
    this.decisions = decisions;
    this.names = names;
    this.provenance = provenance;
    this.places = places;
    this.words = words;
  }

  /** Something that a decision rests on. */
  record Ground(String name, String value, String source) {}

  /**
   * One fact that would change a refusal.
   *
   * @param on the day on which time brings it; empty where it takes more than time
   */
  record Change(
      String fact,
      String from,
      String to,
      @Nullable LocalDate on,
      @Nullable Long amount,
      @Nullable String periodicity) {}

  /**
   * What became of an entitlement beside others.
   *
   * @param standing {@code DUE}, {@code GIVES_WAY} or {@code OPEN}
   */
  record Beside(String standing, List<String> reasons, @Nullable String legalBasis) {}

  /**
   * A decision, explained.
   *
   * @param place whose law was applied, where law differs from place to place
   * @param checked whether its law has been compared with the promulgated texts
   * @param beside what became of it beside other benefits; null where no other was due
   */
  record Why(
      Journey journey,
      String title,
      String status,
      @Nullable Long amount,
      @Nullable String currency,
      @Nullable String periodicity,
      List<String> reasons,
      List<Ground> facts,
      List<Ground> parameters,
      List<String> missing,
      List<Change> changes,
      @Nullable Beside beside,
      @Nullable String legalBasis,
      boolean checked,
      @Nullable String place,
      @Nullable LocalDate keyDate,
      Instant decidedAt,
      int version) {}

  Optional<Why> find(Journey journey, String assessmentId) {
    return eligibility.of(journey.id()).stream()
        .filter(assessment -> assessment.id().equals(assessmentId))
        .findFirst()
        .map(assessment -> explain(journey, eligibility.explain(assessment.id())));
  }

  private Why explain(Journey journey, Explanation explanation) {
    Assessment a = explanation.assessment();
    Map<String, String> sources = eligibility.sources(a.id());
    return new Why(
        journey,
        decisions.title(a),
        a.status().name(),
        a.amount(),
        a.currency(),
        a.periodicity(),
        decisions.reasons(a),
        grounds(a.facts(), sources),
        parameters(a),
        explanation.questions().stream().map(names::of).toList(),
        explanation.changes().stream().map(this::change).toList(),
        eligibility.weighed(journey.id(), a).map(said -> beside(a, said)).orElse(null),
        decisions.legalBasis(a).orElse(null),
        a.legalBasisChecked(),
        places.name(a.jurisdiction()).orElse(null),
        a.keyDate(),
        a.decidedAt(),
        a.version());
  }

  private Beside beside(Assessment weighed, Assessment answer) {
    return new Beside(
        Entitlements.standing(weighed.decision(), answer).name(),
        decisions.reasons(answer),
        decisions.legalBasis(answer).orElse(null));
  }

  private Change change(Explanation.Change change) {
    return new Change(
        names.of(change.fact()),
        names.value(change.fact(), change.from()),
        names.value(change.fact(), change.to()),
        change.on(),
        change.then().amount(),
        change.then().periodicity());
  }

  private List<Ground> grounds(Map<String, Object> facts, Map<String, String> sources) {
    return new TreeMap<>(facts)
        .entrySet().stream()
            .map(
                fact ->
                    new Ground(
                        names.of(fact.getKey()),
                        names.value(fact.getKey(), fact.getValue()),
                        provenance.recorded(sources.get(fact.getKey()))))
            .toList();
  }

  /** The country's own values need no source: they are the rule. */
  private List<Ground> parameters(Assessment a) {
    return new TreeMap<>(a.parameters())
        .entrySet().stream()
            .map(
                each ->
                    new Ground(
                        names.of(each.getKey()),
                        words.value(each.getValue()),
                        places.name(a.valuesFrom().get(each.getKey())).orElse("")))
            .toList();
  }
}
