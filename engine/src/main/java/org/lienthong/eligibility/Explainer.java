package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;

/** Explains an answer by asking the table again. */
final class Explainer {

  private final Decider decider;
  private final Changes changes;
  private final Questions questions;

  Explainer(Decider decider, Feel feel) {
    this.decider = decider;
    this.changes = new Changes(feel);
    this.questions = new Questions(feel);
  }

  /**
   * Explains.
   *
   * @param births the days of birth that are known, by name
   */
  Explanation explain(
      Table table, Case asked, Assessment assessment, Map<String, LocalDate> births) {
    return switch (assessment.status()) {
      case NOT_ELIGIBLE ->
          new Explanation(
              assessment,
              changes.of(table, asked, births, changed -> decider.decide(table, changed)),
              Set.of(),
              null);
      case NEEDS_DATA -> questions(table, asked, assessment);
      case ELIGIBLE, NEEDS_HUMAN -> new Explanation(assessment, List.of(), Set.of(), null);
    };
  }

  private Explanation questions(Table table, Case asked, Assessment assessment) {
    Map<String, Object> known = new HashMap<>(asked.parameters());
    known.putAll(asked.facts());
    Questions.Found found = questions.of(table, known, decider.open(table, known));
    Set<String> askable = Decider.askable(table, asked, found.essential());
    Set<String> inOrder = new LinkedHashSet<>();
    for (Table.Input input : table.inputs()) {
      String name = DerivedFacts.baseOf(input.name()).orElse(input.name());
      if (askable.contains(input.name())) {
        inOrder.add(input.name());
      } else if (askable.contains(name)) {
        inOrder.add(name);
      }
    }
    inOrder.addAll(new HashSet<>(askable));
    return new Explanation(
        assessment, List.of(), inOrder, inOrder.isEmpty() ? status(found.settled()) : null);
  }

  /** A result as written: a text in quotation marks. */
  private static Status status(@Nullable String written) {
    for (Status status : Status.values()) {
      if (written != null && written.equals('"' + status.name() + '"')) {
        return status;
      }
    }
    return Status.NEEDS_HUMAN;
  }
}
