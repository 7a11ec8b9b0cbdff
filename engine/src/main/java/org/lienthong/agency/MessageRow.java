package org.lienthong.agency;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** A CloudEvent in the inbox. */
@Entity
@Table(name = "inbox")
class MessageRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String source;
  private String eventId;
  private String agency;
  private String type;
  private String subject;
  private String digest;
  private @Nullable String body;

  @Enumerated(EnumType.STRING)
  private State state;

  private @Nullable String reason;
  private int attempts;
  private @Nullable Instant nextAt;
  private Instant receivedAt;
  private @Nullable Instant handledAt;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected MessageRow() {}

  MessageRow(String agency, Event event, Instant now) {
    this.agency = agency;
    source = event.source();
    eventId = event.id();
    type = event.type();
    subject = event.subject();
    digest = event.digest();
    body = event.body();
    state = State.RECEIVED;
    receivedAt = now;
  }

  /** It did what it came for; what it said is in the dossier now, and nowhere else. */
  void applied(Instant now) {
    state = State.APPLIED;
    body = null;
    handledAt = now;
  }

  /** It changes nothing, and is kept with the reason. */
  void become(State next, String why, Instant now) {
    state = next;
    reason = why;
    handledAt = now;
  }

  /** It is looked at again, not before then. */
  void rest(Instant until) {
    nextAt = until;
  }

  int postpone(Instant again) {
    nextAt = again;
    return ++attempts;
  }

  Long id() {
    return java.util.Objects.requireNonNull(id);
  }

  String eventId() {
    return eventId;
  }

  String agency() {
    return agency;
  }

  String type() {
    return type;
  }

  String subject() {
    return subject;
  }

  String digest() {
    return digest;
  }

  String body() {
    return body == null ? "" : body;
  }

  State state() {
    return state;
  }

  @Nullable String reason() {
    return reason;
  }

  /** How a message stands. */
  enum State {
    RECEIVED,
    APPLIED,
    /** Nobody waits for it any more, or ever did. */
    LATE,
    /** Waits for an operator. */
    PARKED
  }

  /** A message as it came. */
  record Event(String source, String id, String type, String subject, String digest, String body) {}

  /** All messages. */
  interface Inbox extends JpaRepository<MessageRow, Long> {

    Optional<MessageRow> findBySourceAndEventId(String source, String eventId);

    Optional<MessageRow> findFirstBySubjectAndStateOrderById(String subject, State state);

    @Query(
        "select m.id from MessageRow m where m.state = RECEIVED"
            + " and (m.nextAt is null or m.nextAt <= :now) order by m.id")
    List<Long> due(Instant now, Limit limit);
  }
}
