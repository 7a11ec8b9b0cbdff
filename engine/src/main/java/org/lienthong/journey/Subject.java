package org.lienthong.journey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.feel.Feel;
import org.lienthong.feel.ValueJson;
import org.lienthong.journey.JourneyRow.JourneyRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Whom and what a journey is about, so that the same life event of the same people is underway
 * once.
 *
 * <p>The model says it ({@code subject}: for a birth, mother and birth date). Until its facts are
 * known, the journey is held by its applicant alone; when they become known and another open
 * journey is about the same, this one joins that one.
 */
@Component
class Subject {

  private final JourneyRows journeys;
  private final Catalogue catalogue;
  private final Feel feel;
  private final ApplicationEventPublisher events;

  Subject(JourneyRows journeys, Catalogue catalogue, Feel feel, ApplicationEventPublisher events) {
    this.journeys = journeys;
    this.catalogue = catalogue;
    this.feel = feel;
    this.events = events;
  }

  /** The key of a journey whose subject nobody knows yet. */
  static String unknown(String lifeEvent, String applicant) {
    return lifeEvent + "/by/" + applicant;
  }

  /** Looks whether the facts now tell the subject. */
  void learned(String journeyId, Map<String, Object> facts) {
    JourneyRow journey = journeys.findById(journeyId).orElseThrow();
    if (journey.state != Journey.State.OPEN) {
      return;
    }
    key(journey, facts)
        .filter(key -> !key.equals(journey.openKey))
        .ifPresent(key -> occupy(journey, key));
  }

  private Optional<String> key(JourneyRow journey, Map<String, Object> facts) {
    String expression =
        catalogue.deployed(journey.deploymentId, journey.lifeEvent).properties().get("subject");
    if (expression == null || !facts.keySet().containsAll(feel.parse(expression).freeNames())) {
      return Optional.empty();
    }
    Object subject = feel.evaluate(expression, facts);
    return subject == null
        ? Optional.empty()
        : Optional.of(journey.lifeEvent + "/" + digest(ValueJson.write(subject)));
  }

  private void occupy(JourneyRow journey, String key) {
    Optional<JourneyRow> other = journeys.findByOpenKey(key);
    if (other.isEmpty()) {
      journey.openKey = key;
      // a rival that occupies it in this moment makes this transaction fail, and its retry joins
      journeys.flush();
      return;
    }
    other.get().parties.addAll(journey.parties);
    journey.state = Journey.State.JOINED;
    journey.joinedTo = other.get().id;
    journey.openKey = null;
    events.publishEvent(new JourneyJoined(journey.id));
  }

  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
