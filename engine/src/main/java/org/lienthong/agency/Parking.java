package org.lienthong.agency;

import java.time.Clock;
import java.util.List;
import org.lienthong.agency.Agencies.ParkedRequest;
import org.lienthong.agency.RequestRow.Requests;
import org.lienthong.agency.RequestRow.State;
import org.springframework.stereotype.Component;

/** What waits for an operator. Thread-safe. */
@Component
class Parking {

  private final Requests requests;
  private final Tasks tasks;
  private final Patience patience;
  private final Clock clock;

  Parking(Requests requests, Tasks tasks, Patience patience, Clock clock) {
    this.requests = requests;
    this.tasks = tasks;
    this.patience = patience;
    this.clock = clock;
  }

  /** The parked requests whose process still waits for them. */
  List<ParkedRequest> all() {
    return patience.read(() -> waiting(requests.findByStateOrderByCreatedAt(State.PARKED)));
  }

  /** The same of one journey, without a look at anybody else's. */
  List<ParkedRequest> of(String journeyId) {
    return patience.read(
        () -> waiting(requests.findByJourneyIdAndStateOrderByCreatedAt(journeyId, State.PARKED)));
  }

  private List<ParkedRequest> waiting(List<RequestRow> rows) {
    return rows.stream()
        .filter(row -> tasks.find(row.taskId()).isPresent())
        .map(Parking::parked)
        .toList();
  }

  private static ParkedRequest parked(RequestRow row) {
    return new ParkedRequest(
        row.taskId(), row.agency(), row.operation(), row.journeyId(), String.valueOf(row.reason()));
  }

  /** Says whether there was anything to ask anew. */
  boolean retry(String taskId) {
    return patience.write(
        () -> {
          RequestRow row = requests.findById(taskId).orElse(null);
          if (row == null || row.state() != State.PARKED || tasks.find(taskId).isEmpty()) {
            return false;
          }
          row.retry(clock.instant());
          tasks.free(taskId);
          return true;
        });
  }
}
