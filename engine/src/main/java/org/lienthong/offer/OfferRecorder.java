package org.lienthong.offer;

import org.lienthong.catalogue.Catalogue;
import org.lienthong.platform.ActivityEvent;
import org.lienthong.platform.ActivityObserver;
import org.lienthong.sweep.OfferBook;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps what became of an offer, as the model draws it: an event with the property {@code offer}
 * says it when it is reached.
 */
@Component
@Order(3)
class OfferRecorder implements ActivityObserver {

  private static final String OUTCOME = "offer";

  private final OfferBook offers;
  private final Catalogue catalogue;

  OfferRecorder(OfferBook offers, Catalogue catalogue) {
    this.offers = offers;
    this.catalogue = catalogue;
  }

  @Override
  public void observed(ActivityEvent event) {
    if (event.kind() != ActivityEvent.Kind.STARTED
        || offers.ofJourney(event.journeyId()).isEmpty()) {
      return;
    }
    catalogue
        .deployed(event.deploymentId(), event.processKey())
        .element(event.activityId())
        .map(element -> element.properties().get(OUTCOME))
        .ifPresent(outcome -> offers.becomes(event.journeyId(), outcome));
  }
}
