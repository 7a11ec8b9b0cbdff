package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decides, explains and remembers. Knows no dossier: facts come by name. Thread-safe. */
@Service
public class Eligibility {

  private static UnsupportedOperationException later() {
    return new UnsupportedOperationException("not built yet");
  }

  /**
   * Decides without remembering.
   *
   * @param facts by name, typed as {@code catalogue} says; unknown names are ignored
   * @param keyDate the day whose law applies; null takes the fact that the table names
   * @throws java.util.NoSuchElementException if there is no such decision
   * @throws FactProblems if a fact that the decision reads has the wrong type
   */
  public Assessment evaluate(String decision, Map<String, ?> facts, @Nullable LocalDate keyDate) {
    throw later();
  }

  /**
   * Decides for a journey and remembers, in the caller's transaction.
   *
   * @param sources per fact where it came from, recorded with the assessment
   */
  public Assessment assess(
      String journeyId, String decision, Map<String, ?> facts, Map<String, String> sources) {
    throw later();
  }

  /** The assessments of a journey, oldest first. */
  public List<Assessment> of(String journeyId) {
    throw later();
  }

  /** Where each fact of an assessment came from, as recorded. */
  public Map<String, String> sources(String assessmentId) {
    throw later();
  }

  /** The facts that a decision reads, so that a caller knows what to gather. */
  public Set<String> inputs(String decision) {
    throw later();
  }

  /** The names of the outputs of a decision. */
  public Set<String> outputs(String decision) {
    throw later();
  }

  /** The keys of all live decisions. */
  public List<String> decisions() {
    throw later();
  }

  /** A decision's latest assessment for a journey. */
  public Optional<Assessment> latest(String journeyId, String decision) {
    return of(journeyId).stream().filter(a -> a.decision().equals(decision)).reduce((a, b) -> b);
  }
}
