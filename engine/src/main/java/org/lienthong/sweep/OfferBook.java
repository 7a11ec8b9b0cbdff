package org.lienthong.sweep;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.PeopleTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was offered to whom, what became of it, and what it rests on now. Thread-safe. */
@Service
public class OfferBook {

  private static final Set<String> OUTCOMES =
      Set.of(Offer.CONFIRMED, Offer.DECLINED, "LAPSED", Offer.WITHDRAWN);

  private final OfferRows offers;
  private final OfferAnswers answers;
  private final PeopleTable people;
  private final Representation representation;
  private final Clock clock;

  OfferBook(
      OfferRows offers,
      OfferAnswers answers,
      PeopleTable people,
      Representation representation,
      Clock clock) {
    this.offers = offers;
    this.answers = answers;
    this.people = people;
    this.representation = representation;
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

  /** The offers of which a person is told, the newest first, at most a hundred. */
  public List<Offer> of(String personRef) {
    return offers.ofRecipient(personRef);
  }

  /**
   * Says who is told of an offer: whoever acts for a person who cannot.
   *
   * @return nothing if nobody can be told
   */
  @Transactional
  public Optional<Offer> addressed(Offer offer) {
    if (offer.recipientRef() != null) {
      return Optional.of(offer);
    }
    Optional<String> recipient = representation.recipient(offer.personRef());
    recipient
        .filter(ref -> !ref.equals(offer.personRef()))
        .ifPresent(ref -> answers.address(offer.id(), ref));
    return recipient.flatMap(ref -> offers.find(offer.id()));
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
   * The decisions by which a person has something already: granted by an offer, or known to the
   * population.
   */
  public Set<String> received(String personRef) {
    Set<String> received = new TreeSet<>(answers.decisions(personRef, Offer.CONFIRMED));
    facts(personRef, Set.of(PartWork.RECEIVES))
        .map(facts -> facts.get(PartWork.RECEIVES))
        .filter(List.class::isInstance)
        .ifPresent(list -> ((List<?>) list).forEach(each -> received.add(String.valueOf(each))));
    return received;
  }

  /** The decisions of offers to which a person said no. */
  public Set<String> refused(String personRef) {
    return new TreeSet<>(answers.decisions(personRef, Offer.DECLINED));
  }

  /** Keeps that what was granted to a person ends, because a higher benefit takes its place. */
  @Transactional
  public void end(String personRef, Collection<String> decisions) {
    answers.end(personRef, decisions, clock.instant());
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
