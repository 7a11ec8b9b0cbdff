package org.lienthong.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Assessment;
import org.lienthong.sweep.Offer;

/**
 * An offer as its person sees it.
 *
 * @param offer what was found
 * @param taskId what waits for the person's answer; null where nothing does
 * @param answerBy when silence counts as an answer
 * @param decided what the rules said when they were asked last for this person
 * @param about the name of the one whom it is for, as far as it is known; null where that is the
 *     person who reads it
 */
public record PersonalOffer(
    Offer offer,
    @Nullable String taskId,
    @Nullable Instant answerBy,
    @Nullable Assessment decided,
    @Nullable String about) {

  /** Whether the person may say yes or no. */
  public boolean open() {
    return offer.live() && taskId != null;
  }
}
