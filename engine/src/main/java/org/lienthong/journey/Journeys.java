package org.lienthong.journey;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.identity.Actor;
import org.lienthong.journey.JourneyRow.JourneyRows;
import org.lienthong.journey.StepRow.Steps;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts journeys, shows them to their parties, and keeps their dossiers. Thread-safe. */
@Service
public class Journeys {

  private final JourneyRows journeys;
  private final Steps steps;
  private final Dossier dossier;
  private final JourneyMap map;
  private final Starting starting;
  private final Ending ending;

  Journeys(
      JourneyRows journeys,
      Steps steps,
      Dossier dossier,
      JourneyMap map,
      Starting starting,
      Ending ending) {
    this.journeys = journeys;
    this.steps = steps;
    this.dossier = dossier;
    this.map = map;
    this.starting = starting;
    this.ending = ending;
  }

  /**
   * Starts a journey in its citizen's name.
   *
   * @param idempotencyKey the caller's own key; null lets every call count
   * @param answers to the start form, by field path
   * @throws NoSuchElementException if there is no such life event
   */
  public StartOutcome start(
      String lifeEvent, Actor citizen, Map<String, ?> answers, @Nullable String idempotencyKey) {
    Starting.Answer answer = starting.start(lifeEvent, citizen, answers, idempotencyKey);
    if (answer instanceof Starting.Answer.Begun begun) {
      return new StartOutcome.Started(get(begun.journeyId(), citizen), begun.replayed());
    }
    if (answer instanceof Starting.Answer.Underway underway) {
      return new StartOutcome.AlreadyOpen(get(underway.journeyId(), citizen));
    }
    if (answer instanceof Starting.Answer.Refused refused) {
      return new StartOutcome.Rejected(refused.problems());
    }
    return new StartOutcome.KeyReused();
  }

  /**
   * Starts a service for a person who did not ask for it, in the caller's transaction.
   *
   * @param id the journey's, a UUID; under it, it is started once, however often this is called
   */
  @Transactional
  public void begin(String id, ProcessModel service, Actor person, List<Told> told) {
    starting.begin(id, service, person, told);
  }

  /**
   * Ends a journey because what it is about is not true any more; one that ended stays as it is.
   */
  @Transactional
  public void withdraw(String journeyId) {
    ending.withdraw(journeyId);
  }

  /** A journey, if the actor is a party to it or works on it. */
  @Transactional(readOnly = true)
  public Optional<Journey> find(String journeyId, Actor actor) {
    return journeys
        .findById(journeyId)
        .filter(
            row ->
                row.parties.contains(actor.ref())
                    || actor.unit() != null
                        && steps.existsByJourneyIdAndUnit(journeyId, actor.unit()))
        .map(row -> view(row, actor));
  }

  /** The actor's own journeys, newest first. */
  @Transactional(readOnly = true)
  public List<Journey> of(Actor citizen) {
    return journeys.findByParty(citizen.ref()).stream().map(row -> view(row, citizen)).toList();
  }

  /**
   * The dossier as it is in force, by fact name; the caller has checked that the reader may see it.
   */
  @Transactional(readOnly = true)
  public Map<String, Fact> dossier(String journeyId) {
    return dossier.read(journeyId);
  }

  /**
   * What every source said last, by fact name, whether in force or not; the first of each is in
   * force. The caller has checked that the reader may see it.
   */
  @Transactional(readOnly = true)
  public Map<String, List<Fact>> evidence(String journeyId) {
    return dossier.evidence(journeyId);
  }

  /**
   * Adds facts to the dossier, in the caller's transaction.
   *
   * @param facts by name, typed as {@link Fact#value()} says
   * @param origin see {@link Fact#origin()}
   * @return the facts among them that steer the process, as variables for the engine
   */
  @Transactional
  public Map<String, Object> record(
      String journeyId,
      String deploymentId,
      String processKey,
      Map<String, ?> facts,
      Fact.Source source,
      String origin) {
    return dossier.record(journeyId, deploymentId, processKey, facts, source, origin);
  }

  /**
   * What a human task needs to know of its journey; empty if the task belongs to none, or to one
   * that joined another and of which nobody wants anything any more.
   */
  @Transactional(readOnly = true)
  public Optional<OpenStep> openStep(String taskId) {
    return steps.findByTaskId(taskId).flatMap(this::open);
  }

  private Optional<OpenStep> open(StepRow step) {
    return journeys
        .findById(step.journeyId)
        .filter(journey -> journey.state != Journey.State.JOINED)
        .map(row -> new OpenStep(row.id, row.reference, row.lifeEvent, step.dueAt));
  }

  /** Keeps the reason that a person chose with their decision, as the key of its text. */
  @Transactional
  public void reason(String taskId, String textKey) {
    steps.findByTaskId(taskId).ifPresent(step -> step.reasonCode = textKey);
  }

  /** Whether the person is a party to the journey: nobody decides on their own case. */
  @Transactional(readOnly = true)
  public boolean isParty(String journeyId, String personRef) {
    return journeys.findById(journeyId).filter(j -> j.parties.contains(personRef)).isPresent();
  }

  private Journey get(String journeyId, Actor actor) {
    return find(journeyId, actor).orElseThrow();
  }

  private Journey view(JourneyRow row, Actor viewer) {
    return new Journey(
        row.id,
        row.reference,
        row.lifeEvent,
        row.deploymentId,
        row.version,
        row.state,
        row.joinedTo,
        row.startedAt,
        row.endedAt,
        List.copyOf(row.parties),
        map.of(row, viewer));
  }
}
