package org.lienthong.ui.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Texts;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.journey.Journey;
import org.lienthong.ui.form.Provenance;
import org.lienthong.ui.page.FactNames;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;

/** Explains a decision: what it rests on, where that came from, and the law. Thread-safe. */
@Component
class Reasons {

  private final Eligibility eligibility;
  private final Catalogue catalogue;
  private final FactNames names;
  private final Provenance provenance;
  private final Words words;

  Reasons(
      Eligibility eligibility,
      Catalogue catalogue,
      FactNames names,
      Provenance provenance,
      Words words) {
    this.eligibility = eligibility;
    this.catalogue = catalogue;
    this.names = names;
    this.provenance = provenance;
    this.words = words;
  }

  /** Something that a decision rests on. */
  record Ground(String name, String value, String source) {}

  /** A decision, explained. */
  record Why(
      Journey journey,
      String title,
      String status,
      @Nullable Long amount,
      @Nullable String periodicity,
      List<String> reasons,
      List<Ground> facts,
      List<Ground> parameters,
      List<String> missing,
      @Nullable String legalBasis,
      @Nullable LocalDate keyDate,
      Instant decidedAt,
      int version) {}

  Optional<Why> find(Journey journey, String assessmentId) {
    return eligibility.of(journey.id()).stream()
        .filter(assessment -> assessment.id().equals(assessmentId))
        .findFirst()
        .map(assessment -> explain(journey, assessment));
  }

  private Why explain(Journey journey, Assessment a) {
    Locale locale = words.locale();
    Texts texts = catalogue.liveTexts(FolderKind.DECISION, a.service());
    Map<String, String> sources = eligibility.sources(a.id());
    return new Why(
        journey,
        texts.find(a.decision() + ".title", locale).orElse(a.decision()),
        a.status().name(),
        a.amount(),
        a.periodicity(),
        rows(a, texts, locale),
        grounds(a.facts(), sources),
        parameters(a.parameters()),
        a.missing().stream().map(names::of).sorted().toList(),
        basis(a, texts, locale),
        a.keyDate(),
        a.decidedAt(),
        a.version());
  }

  private static List<String> rows(Assessment a, Texts texts, Locale locale) {
    return a.matchedRows().stream()
        .flatMap(row -> texts.find(a.decision() + "." + row, locale).stream())
        .toList();
  }

  private static @Nullable String basis(Assessment a, Texts texts, Locale locale) {
    return Optional.ofNullable(a.legalBasis())
        .flatMap(key -> texts.find(key, locale).or(() -> texts.find("legalBasis." + key, locale)))
        .orElse(null);
  }

  private List<Ground> grounds(Map<String, Object> facts, Map<String, String> sources) {
    return new TreeMap<>(facts)
        .entrySet().stream()
            .map(
                fact ->
                    new Ground(
                        names.of(fact.getKey()),
                        words.value(fact.getValue()),
                        provenance.recorded(sources.get(fact.getKey()))))
            .toList();
  }

  private List<Ground> parameters(Map<String, Object> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(each -> new Ground(names.of(each.getKey()), words.value(each.getValue()), ""))
            .toList();
  }
}
