package org.lienthong.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;

/** What was asked of an agency and what became of it. */
@Entity
@Table(name = "agency_request")
class RequestRow {

  @Id private String taskId;
  private String journeyId;
  private String agency;
  private String operation;

  @Enumerated(EnumType.STRING)
  private State state;

  private int attempts;
  private int defects;

  @Column(name = "next_at")
  private @Nullable Instant nextAt;

  private @Nullable String reason;
  private Instant createdAt;
  private Instant updatedAt;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init") // for JPA
  protected RequestRow() {}

  RequestRow(Ask ask, Instant now) {
    taskId = ask.taskId();
    journeyId = ask.journeyId();
    agency = ask.agency();
    operation = ask.operation();
    state = State.RETRYING;
    createdAt = now;
    updatedAt = now;
  }

  /** Notes what became of the request. */
  void become(State next, @Nullable String why, @Nullable Instant again, Instant now) {
    state = next;
    reason = why;
    nextAt = again;
    updatedAt = now;
  }

  /** An operator believes that it will go well now. */
  void retry(Instant now) {
    become(State.RETRYING, null, null, now);
    attempts = 0;
    defects = 0;
  }

  int countAttempt() {
    return ++attempts;
  }

  int countDefect() {
    return ++defects;
  }

  String taskId() {
    return taskId;
  }

  String journeyId() {
    return journeyId;
  }

  String agency() {
    return agency;
  }

  String operation() {
    return operation;
  }

  State state() {
    return state;
  }

  @Nullable String reason() {
    return reason;
  }

  /** How a request stands. A request that was never answered before has no row. */
  enum State {
    /** Will be asked again. */
    RETRYING,
    /** The agency will answer at the inbox. */
    WAITING,
    /** Waits for an operator. */
    PARKED,
    DONE,
    REFUSED,
    /** The process went on without it. */
    LATE;

    boolean open() {
      return this == RETRYING || this == WAITING || this == PARKED;
    }
  }

  /** All requests. */
  interface Requests extends JpaRepository<RequestRow, String> {
    List<RequestRow> findByStateOrderByCreatedAt(State state);

    List<RequestRow> findByJourneyIdAndStateOrderByCreatedAt(String journeyId, State state);
  }
}
