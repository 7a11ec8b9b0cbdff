package org.lienthong.ui.work;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Texts;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.ui.page.Words;
import org.lienthong.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** What the rules said in the service that a task belongs to, for the official who decides. */
@Component
class Findings {

  private final Eligibility eligibility;
  private final Catalogue catalogue;
  private final Words words;

  Findings(Eligibility eligibility, Catalogue catalogue, Words words) {
    this.eligibility = eligibility;
    this.catalogue = catalogue;
    this.words = words;
  }

  /** What one decision said. */
  record Finding(
      String title,
      String status,
      @Nullable Long amount,
      @Nullable String reason,
      @Nullable String basis) {}

  List<Finding> of(WorkItem item) {
    return eligibility.of(item.journeyId()).stream()
        .filter(assessment -> assessment.service().equals(item.processKey()))
        .map(this::finding)
        .toList();
  }

  private Finding finding(Assessment assessment) {
    Locale locale = words.locale();
    Texts texts = catalogue.liveTexts(FolderKind.DECISION, assessment.service());
    return new Finding(
        texts.find(assessment.decision() + ".title", locale).orElse(assessment.decision()),
        assessment.status().name(),
        assessment.amount(),
        Optional.ofNullable(assessment.reasonKey())
            .flatMap(key -> texts.find(key, locale))
            .orElse(null),
        Optional.ofNullable(assessment.legalBasis())
            .flatMap(
                key -> texts.find(key, locale).or(() -> texts.find("legalBasis." + key, locale)))
            .orElse(null));
  }
}
