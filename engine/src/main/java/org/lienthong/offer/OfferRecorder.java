package org.lienthong.offer;

import java.util.List;
import java.util.Map;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.journey.Fact;
import org.lienthong.journey.Journeys;
import org.lienthong.platform.ActivityEvent;
import org.lienthong.platform.ActivityObserver;
import org.lienthong.sweep.Offer;
import org.lienthong.sweep.OfferBook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps what became of an offer, as the model draws it: an event with the property {@code offer}
 * says it when it is reached, and one with the property {@code ends} names the fact that lists what
 * the person received by other decisions and does no more.
 */
@Component
@Order(3)
class OfferRecorder implements ActivityObserver {

  private static final String OUTCOME = "offer";
  private static final String CONFIRMED = "CONFIRMED";
  private static final String ENDS = "ends";

  private final OfferBook offers;
  private final Catalogue catalogue;
  private final ObjectProvider<OfferJourneys> starts;
  private final ObjectProvider<Journeys> journeys;

  /** Observers are part of the engine that journeys need. */
  OfferRecorder(
      OfferBook offers,
      Catalogue catalogue,
      ObjectProvider<OfferJourneys> starts,
      ObjectProvider<Journeys> journeys) {
    this.offers = offers;
    this.catalogue = catalogue;
    this.starts = starts;
    this.journeys = journeys;
  }

  @Override
  public void observed(ActivityEvent event) {
    if (event.kind() == ActivityEvent.Kind.STARTED) {
      offers.ofJourney(event.journeyId()).ifPresent(offer -> reached(event, offer));
    }
  }

  private void reached(ActivityEvent event, Offer offer) {
    Map<String, String> properties =
        catalogue
            .deployed(event.deploymentId(), event.processKey())
            .element(event.activityId())
            .map(element -> element.properties())
            .orElse(Map.of());
    String outcome = properties.get(OUTCOME);
    if (outcome != null) {
      offers.becomes(event.journeyId(), outcome);
    }
    if (CONFIRMED.equals(outcome)) {
      ask(event, offer);
    }
    String ends = properties.get(ENDS);
    if (ends != null) {
      end(event.journeyId(), ends, offer);
    }
  }

  /** Whoever takes an offer has asked for it by that. */
  private void ask(ActivityEvent event, Offer offer) {
    Map<String, Object> asked = starts.getObject().asked(offer.decision());
    if (!asked.isEmpty()) {
      journeys
          .getObject()
          .record(
              event.journeyId(),
              event.deploymentId(),
              event.processKey(),
              asked,
              Fact.Source.DECLARED,
              offer.recipient());
    }
  }

  private void end(String journey, String fact, Offer offer) {
    Fact decisions = journeys.getObject().dossier(journey).get(fact);
    if (decisions != null) {
      offers.end(offer.personRef(), List.of(decisions.value().toString().split(", ")));
    }
  }
}
