package org.lienthong.sweep;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of offers one by one, no faster than the operator says. */
@Component
class OfferQueue {

  private static final Logger LOG = LoggerFactory.getLogger(OfferQueue.class);
  private static final int ATTEMPTS = 10;

  private final OfferRows offers;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final int most;

  OfferQueue(
      OfferRows offers,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${lienthong.sweep.offers-per-second:50}") int most) {
    this.offers = offers;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
    this.most = most;
  }

  /** Tells of as many as one second may; how many that were. */
  int tell() {
    int told = 0;
    for (Offer offer : offers.untold(most, ATTEMPTS)) {
      try {
        told += Boolean.TRUE.equals(transaction.execute(status -> tell(offer))) ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.warn("offer {} could not be told: {}", offer.id(), e.getClass().getName());
        offers.failed(offer.id());
      }
    }
    return told;
  }

  /** Tells of as many that are not true any more; how many that were. */
  int tellVoid() {
    int told = 0;
    for (Offer offer : offers.untoldVoid(most)) {
      told += Boolean.TRUE.equals(transaction.execute(status -> tellVoid(offer))) ? 1 : 0;
    }
    return told;
  }

  private boolean tellVoid(Offer offer) {
    String journey = offer.journeyId();
    if (journey == null || !offers.voidTold(offer.id(), clock.instant())) {
      return false;
    }
    events.publishEvent(new EntitlementLost(offer.id(), journey));
    return true;
  }

  private boolean tell(Offer offer) {
    if (!offers.told(offer.id(), clock.instant())) {
      return false;
    }
    events.publishEvent(
        new EntitlementFound(
            offer.id(),
            offer.personRef(),
            offer.decision(),
            offer.service(),
            offer.grade(),
            offer.amount(),
            offer.currency(),
            offer.periodicity(),
            offer.day()));
    return true;
  }
}
