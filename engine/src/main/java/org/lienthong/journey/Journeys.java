package org.lienthong.journey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.identity.Actor;
import org.springframework.stereotype.Service;

/** Starts journeys, shows them to their parties, and keeps their dossiers. Thread-safe. */
@Service
public class Journeys {

  private static UnsupportedOperationException later() {
    return new UnsupportedOperationException("not built yet");
  }

  /**
   * Starts a journey in its citizen's name.
   *
   * @param idempotencyKey the caller's own key; null lets every call count
   * @param answers to the start form, by field path
   * @throws java.util.NoSuchElementException if there is no such life event
   */
  public StartOutcome start(
      String lifeEvent, Actor citizen, Map<String, ?> answers, @Nullable String idempotencyKey) {
    throw later();
  }

  /** A journey, if the actor is a party to it or works on it. */
  public Optional<Journey> find(String journeyId, Actor actor) {
    throw later();
  }

  /** The actor's own journeys, newest first. */
  public List<Journey> of(Actor citizen) {
    throw later();
  }

  /** The dossier, by fact name; the caller has checked that the reader may see it. */
  public Map<String, Fact> dossier(String journeyId) {
    throw later();
  }

  /**
   * Adds facts to the dossier, in the caller's transaction.
   *
   * @param facts by name, typed as {@link Fact#value()} says
   * @param origin see {@link Fact#origin()}
   * @return the facts among them that steer the process, as variables for the engine
   */
  public Map<String, Object> record(
      String journeyId,
      String deploymentId,
      String processKey,
      Map<String, ?> facts,
      Fact.Source source,
      String origin) {
    throw later();
  }
}
