package org.lienthong.ui.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.ui.page.DecisionWords;
import org.lienthong.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** What the rules said in the service that a task belongs to, for the official who decides. */
@Component
class Findings {

  private final Eligibility eligibility;
  private final DecisionWords words;

  Findings(Eligibility eligibility, DecisionWords words) {
    this.eligibility = eligibility;
    this.words = words;
  }

  /** What one decision said. */
  record Finding(
      String title,
      String status,
      @Nullable Long amount,
      @Nullable String currency,
      @Nullable String reason,
      @Nullable String basis) {}

  List<Finding> of(WorkItem item) {
    return eligibility.of(item.journeyId()).stream()
        .filter(assessment -> assessment.service().equals(item.processKey()))
        .map(this::finding)
        .toList();
  }

  private Finding finding(Assessment assessment) {
    return new Finding(
        words.title(assessment),
        assessment.status().name(),
        assessment.amount(),
        assessment.currency(),
        words.reasons(assessment).stream().findFirst().orElse(null),
        words.legalBasis(assessment).orElse(null));
  }
}
