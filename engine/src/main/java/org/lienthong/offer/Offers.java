package org.lienthong.offer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.sweep.Offer;
import org.lienthong.sweep.OfferBook;
import org.lienthong.worklist.Completion;
import org.lienthong.worklist.WorkItem;
import org.lienthong.worklist.Worklist;
import org.springframework.stereotype.Service;

/** A person's own offers, and their answers. Thread-safe. */
@Service
public class Offers {

  /** The field of an offer's form that takes the answer, by which pages and programs give it. */
  static final String ANSWER = "offerAnswer";

  private final OfferBook book;
  private final OfferJourneys starts;
  private final Worklist worklist;
  private final Eligibility eligibility;
  private final People people;

  Offers(
      OfferBook book,
      OfferJourneys starts,
      Worklist worklist,
      Eligibility eligibility,
      People people) {
    this.book = book;
    this.starts = starts;
    this.worklist = worklist;
    this.eligibility = eligibility;
    this.people = people;
  }

  /** Yes or no. */
  public enum Answer {
    CONFIRM,
    DECLINE
  }

  /**
   * A person's own and those of whom they act for, the newest first. Those that waited for the
   * person begin now.
   */
  public List<PersonalOffer> of(Actor person) {
    book.of(person.ref()).forEach(starts::begin);
    List<WorkItem> todos = worklist.todos(person);
    return book.of(person.ref()).stream().map(offer -> personal(offer, todos)).toList();
  }

  /** One of a person's own. */
  public Optional<PersonalOffer> find(String id, Actor person) {
    return own(id, person).map(offer -> personal(offer, worklist.todos(person)));
  }

  /** Takes the answer to one's own offer; what follows from it, its process says. */
  public OfferAnswer answer(String id, Actor person, Answer answer) {
    return answer(id, person, answer, Map.of());
  }

  /**
   * Takes the answer to one's own offer, with whatever else its form asks.
   *
   * @param more answers to the offer's form, by field path
   */
  public OfferAnswer answer(String id, Actor person, Answer answer, Map<String, ?> more) {
    Optional<PersonalOffer> found = find(id, person);
    if (found.isEmpty()) {
      return new OfferAnswer.Unknown();
    }
    String task = found.get().open() ? found.get().taskId() : null;
    if (task == null) {
      return new OfferAnswer.Stale();
    }
    Map<String, Object> answers = new LinkedHashMap<>(more);
    answers.put(ANSWER, answer.name());
    Completion completion = worklist.complete(task, person, answers);
    if (completion instanceof Completion.Rejected rejected) {
      return new OfferAnswer.Incomplete(rejected.problems());
    }
    return completion instanceof Completion.Gone
        ? new OfferAnswer.Stale()
        : new OfferAnswer.Taken(find(id, person).orElseThrow());
  }

  private Optional<Offer> own(String id, Actor person) {
    return book.find(id).filter(offer -> offer.recipient().equals(person.ref()));
  }

  private PersonalOffer personal(Offer offer, List<WorkItem> todos) {
    String journey = offer.journeyId();
    Optional<WorkItem> waiting =
        todos.stream().filter(item -> item.journeyId().equals(journey)).findFirst();
    return new PersonalOffer(
        offer,
        waiting.map(WorkItem::id).orElse(null),
        waiting.map(WorkItem::dueAt).orElse(null),
        journey == null ? null : eligibility.latest(journey, offer.decision()).orElse(null),
        about(offer));
  }

  /** Whom it is for, where that is somebody else than who reads it. */
  private @Nullable String about(Offer offer) {
    return offer.recipientRef() == null
        ? null
        : people.find(offer.personRef()).map(Actor::displayName).orElse("");
  }
}
