package org.lienthong.sweep;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.PeopleTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was offered to whom, what became of it, and what it rests on now. Thread-safe. */
@Service
public class OfferBook {

  private static final Set<String> OUTCOMES =
      Set.of("CONFIRMED", "DECLINED", "LAPSED", Offer.WITHDRAWN);

  private final OfferRows offers;
  private final PeopleTable people;
  private final Clock clock;

  OfferBook(OfferRows offers, PeopleTable people, Clock clock) {
    this.offers = offers;
    this.people = people;
    this.clock = clock;
  }

  /** An offer. */
  public Optional<Offer> find(String id) {
    return offers.find(id);
  }

  /** The offer of which a journey tells. */
  public Optional<Offer> ofJourney(String journeyId) {
    return offers.ofJourney(journeyId);
  }

  /** A person's offers, the newest first, at most a hundred. */
  public List<Offer> of(String personRef) {
    return offers.ofPerson(personRef);
  }

  /** Gives a live offer its journey; false if it has one, or is not live any more. */
  @Transactional
  public boolean begun(String id, String journeyId) {
    return offers.begun(id, journeyId);
  }

  /**
   * Keeps what became of a journey's offer; false if that was settled before.
   *
   * @param outcome CONFIRMED, DECLINED, LAPSED or WITHDRAWN
   */
  @Transactional
  public boolean becomes(String journeyId, String outcome) {
    if (!OUTCOMES.contains(outcome)) {
      throw new IllegalArgumentException(outcome + " is no outcome of an offer");
    }
    return offers.becomes(journeyId, outcome, clock.instant());
  }

  /**
   * What the population knows of a person now.
   *
   * @param wanted the facts that are asked for
   * @return nothing at all if there is no such person
   */
  public Optional<Map<String, Object>> facts(String personRef, Set<String> wanted) {
    PeopleBatch one = people.find(personRef);
    if (one.size() == 0) {
      return Optional.empty();
    }
    Map<String, Object> facts = new LinkedHashMap<>(one.facts(0));
    facts.keySet().retainAll(wanted);
    return Optional.of(facts);
  }
}
