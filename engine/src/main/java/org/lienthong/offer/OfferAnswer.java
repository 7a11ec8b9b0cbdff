package org.lienthong.offer;

import java.util.List;
import org.lienthong.catalogue.FormAnswers;

/** What became of a person's answer to an offer. */
public sealed interface OfferAnswer {

  /** It counts; what the offer is now. */
  record Taken(PersonalOffer offer) implements OfferAnswer {}

  /** There is no such offer, or it is somebody else's: nobody can tell which. */
  record Unknown() implements OfferAnswer {}

  /** Nothing waits for an answer any more, or not yet. */
  record Stale() implements OfferAnswer {}

  /** More must be said than yes; nothing changed. */
  record Incomplete(List<FormAnswers.Problem> problems) implements OfferAnswer {}
}
