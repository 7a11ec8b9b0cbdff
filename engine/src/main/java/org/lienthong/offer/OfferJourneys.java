package org.lienthong.offer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Rules;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.journey.Fact;
import org.lienthong.journey.FreshFacts;
import org.lienthong.journey.Journeys;
import org.lienthong.journey.Standing;
import org.lienthong.journey.Told;
import org.lienthong.sweep.EntitlementFound;
import org.lienthong.sweep.EntitlementLost;
import org.lienthong.sweep.Offer;
import org.lienthong.sweep.OfferBook;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts a journey for each offer, once, and ends it when the offer is void.
 *
 * <p>The journey has the offer's id. Which process that is, processes say themselves ({@code
 * offers}). It is the journey of whoever acts for the person, where somebody does. A person whom
 * nobody knows yet cannot be told of anything: their offer waits until they first look.
 */
@Component
class OfferJourneys implements FreshFacts {

  /** What a process that offers may read: which decision it is, and how far it is to go. */
  static final String DECISION = "offeredDecision";

  static final String GRADE = "offerGrade";

  /** The agency whose register the population's facts are, as the process names it. */
  private static final String REGISTER = "register";

  private final OfferBook offers;
  private final Journeys journeys;
  private final Catalogue catalogue;
  private final People people;
  private final Eligibility eligibility;

  OfferJourneys(
      OfferBook offers,
      Journeys journeys,
      Catalogue catalogue,
      People people,
      Eligibility eligibility) {
    this.offers = offers;
    this.journeys = journeys;
    this.catalogue = catalogue;
    this.people = people;
    this.eligibility = eligibility;
  }

  @EventListener
  @Transactional
  void found(EntitlementFound event) {
    offers.find(event.offerId()).ifPresent(this::begin);
  }

  @EventListener
  @Transactional
  void lost(EntitlementLost event) {
    journeys.withdraw(event.journeyId());
  }

  /** Starts the journey of a live offer that has none yet. */
  @Transactional
  public void begin(Offer offer) {
    if (!offer.live() || offer.journeyId() != null) {
      return;
    }
    offers.addressed(offer).ifPresent(this::tell);
  }

  private void tell(Offer offer) {
    Optional<Actor> person = people.find(offer.recipient());
    Optional<ProcessModel> process = catalogue.offering(offer.decision());
    boolean known = offers.facts(offer.personRef(), Set.of()).isPresent();
    if (person.isPresent() && process.isPresent() && known) {
      begin(offer, person.get(), process.get());
    }
  }

  private void begin(Offer offer, Actor person, ProcessModel process) {
    Told told =
        new Told(
            Map.of(DECISION, offer.decision(), GRADE, (long) offer.grade()),
            Fact.Source.DECISION,
            offer.decision());
    // before the process begins, since it decides at once and asks for the facts of its offer
    if (offers.begun(offer.id(), offer.id())) {
      journeys.begin(offer.id(), process, person, List.of(told));
    }
  }

  @Override
  public Optional<Told> read(String journeyId, Set<String> wanted) {
    return offers
        .ofJourney(journeyId)
        .map(
            offer -> {
              Map<String, Object> facts =
                  new LinkedHashMap<>(offers.facts(offer.personRef(), wanted).orElseGet(Map::of));
              // that nobody asked before the offer is no news; the answer to it is what counts
              facts.keySet().removeAll(requests(offer.decision()));
              String register =
                  catalogue
                      .offering(offer.decision())
                      .map(process -> process.properties().getOrDefault(REGISTER, process.key()))
                      .orElse("");
              return new Told(facts, Fact.Source.REGISTER, register);
            });
  }

  @Override
  public Map<String, Object> supposed(String journeyId, String decision) {
    return offers.ofJourney(journeyId).isEmpty() ? Map.of() : asked(decision);
  }

  @Override
  public Optional<Standing> standing(String journeyId) {
    return offers
        .ofJourney(journeyId)
        .map(Offer::personRef)
        .map(ref -> new Standing(offers.received(ref), offers.refused(ref)));
  }

  /** The facts that say that a person has asked, as they are when the person has. */
  Map<String, Object> asked(String decision) {
    Map<String, Object> asked = new LinkedHashMap<>();
    requests(decision).forEach(fact -> asked.put(fact, true));
    return asked;
  }

  private Set<String> requests(String decision) {
    Rules rules = eligibility.rules();
    return rules.decisions().contains(decision) ? rules.requests(decision) : Set.of();
  }
}
