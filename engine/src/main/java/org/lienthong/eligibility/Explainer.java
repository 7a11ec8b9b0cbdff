package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
              null,
              further(table, asked, Set.of()));
      case NEEDS_DATA -> questions(table, asked, assessment);
      case ELIGIBLE, NEEDS_HUMAN -> Explanation.none(assessment);
    };
  }

  private Explanation questions(Table table, Case asked, Assessment assessment) {
    Map<String, Object> known = known(asked);
    Set<String> open = decider.open(table, known);
    Questions.Found found = questions.of(table, known, open);
    Set<String> inOrder = inOrder(table, asked, found.essential());
    Status settled = inOrder.isEmpty() ? status(found.settled()) : null;
    return new Explanation(
        assessment,
        List.of(),
        inOrder,
        settled,
        settled == Status.NOT_ELIGIBLE ? further(table, asked, open) : Set.of());
  }

  /** What a refusal did without, and what could turn it with those. */
  private Set<String> further(Table table, Case asked, Set<String> open) {
    Map<String, Object> known = known(asked);
    Set<String> unsaid = new TreeSet<>(open);
    table.inputs().stream()
        .filter(input -> input.optional() && !known.containsKey(input.name()))
        .forEach(input -> unsaid.add(input.name()));
    return unsaid.equals(open)
        ? Set.of()
        : inOrder(table, asked, questions.entitling(table, known, unsaid));
  }

  private static Map<String, Object> known(Case asked) {
    Map<String, Object> known = new HashMap<>(asked.parameters());
    known.putAll(asked.facts());
    return known;
  }

  /**
   * Facts by the names under which they can be told, in the order in which the table reads them.
   */
  private static Set<String> inOrder(Table table, Case asked, Set<String> facts) {
    Set<String> askable = Decider.askable(table, asked, facts);
    Set<String> inOrder = new LinkedHashSet<>();
    for (Table.Input input : table.inputs()) {
      String name = DerivedFacts.baseOf(input.name()).orElse(input.name());
      if (askable.contains(input.name())) {
        inOrder.add(input.name());
      } else if (askable.contains(name)) {
        inOrder.add(name);
      }
    }
    inOrder.addAll(askable);
    return inOrder;
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
