package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why an assessment says what it says, what would change it, and what we must still ask.
 *
 * <p>Every change was tried: the table was asked again with that one value changed, and said what
 * {@link Change#then} tells.
 *
 * @param assessment what is explained
 * @param changes for a refusal, single facts whose other value would make the person entitled, the
 *     nearest value first; only facts that the table marks as safe to explain
 * @param questions with facts missing, the smallest set whose answers settle the outcome, in the
 *     order in which the table reads them; facts that would only choose between two refusals are
 *     not among them
 * @param settled with facts missing and no question left, the status that any answers would give
 * @param furtherQuestions for a refusal, the facts without which the table can answer and whose
 *     answers could still make the person entitled, in the order in which the table reads them
 */
public record Explanation(
    Assessment assessment,
    List<Change> changes,
    Set<String> questions,
    @Nullable Status settled,
    Set<String> furtherQuestions) {

  public Explanation {
    changes = List.copyOf(changes);
    questions = Collections.unmodifiableSet(new LinkedHashSet<>(questions));
    furtherQuestions = Collections.unmodifiableSet(new LinkedHashSet<>(furtherQuestions));
  }

  /** An answer that nothing is said about. */
  static Explanation none(Assessment assessment) {
    return new Explanation(assessment, List.of(), Set.of(), null, Set.of());
  }

  /**
   * One fact that would change the answer.
   *
   * @param fact its name; an age where time alone brings the change
   * @param from its value now
   * @param to the nearest value that would do
   * @param on the day on which time brings it, for an age whose birth date is known
   * @param then what the table says with it
   */
  public record Change(String fact, Object from, Object to, @Nullable LocalDate on, Outcome then) {}

  /** What the table says with one value changed. */
  public record Outcome(
      Status status, @Nullable Long amount, @Nullable String periodicity, List<String> rows) {}
}
