package org.lienthong.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the dossier of a journey knows, as one source said it.
 *
 * @param name the fact's name, the same everywhere
 * @param value String, Boolean, Long, Double, LocalDate, or lists and maps of these
 * @param source where it came from
 * @param origin who or what exactly: an agency's key, a decision's key, a person's ref, a form's
 *     key
 * @param legalBasis why it may be held, as a text's key, where the source names one
 * @param readAt when it was read
 */
public record Fact(
    String name,
    Object value,
    Source source,
    String origin,
    @Nullable String legalBasis,
    Instant readAt) {

  /** Where a fact may come from. */
  public enum Source {
    DECLARED,
    REGISTER,
    DECISION,
    OFFICER,
    /** What signing in proved. */
    IDENTITY
  }
}
