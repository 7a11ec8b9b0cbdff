package org.lienthong.eligibility;

import java.util.List;
import org.lienthong.eligibility.SecondLayer.Weighed;

/**
 * What one person is entitled to, over many decisions at once.
 *
 * <p>{@link #found} says what each decision says by itself; {@link #standing} what becomes of it
 * beside the others.
 *
 * @param found in the order in which they were decided
 * @param weighed which of the entitlements stay, and why
 */
public record Entitlements(List<Explanation> found, Weighed weighed) {

  public Entitlements {
    found = List.copyOf(found);
  }

  /** What becomes of what a decision says. */
  public enum Standing {
    /** It is due. */
    DUE,
    /** It would be due by itself, but another entitlement shuts it out. */
    GIVES_WAY,
    /** It would be due by itself; whether it stays cannot be said yet. */
    OPEN,
    /** It is not due, or that cannot be said yet. */
    NOT_DUE
  }

  /** What becomes of what a decision says. */
  public Standing standing(Assessment assessment) {
    if (assessment.status() != Status.ELIGIBLE) {
      return Standing.NOT_DUE;
    }
    return weighed
        .of(assessment.decision())
        .map(answer -> standing(assessment.decision(), answer))
        .orElse(Standing.DUE);
  }

  /** What a second layer's answer makes of a decision that is due by itself. */
  public static Standing standing(String decision, Assessment answer) {
    Object kept = answer.outputs().get(SecondLayer.KEPT);
    if (kept == null) {
      return Standing.OPEN;
    }
    return SecondLayer.kept(kept).contains(decision) ? Standing.DUE : Standing.GIVES_WAY;
  }
}
