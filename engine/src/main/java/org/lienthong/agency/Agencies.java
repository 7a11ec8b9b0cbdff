package org.lienthong.agency;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.lienthong.catalogue.Agency;
import org.lienthong.catalogue.Catalogue;
import org.springframework.stereotype.Service;

/**
 * Asks government bodies over HTTP, with no transaction open during a call, and takes their
 * replies.
 *
 * <p>A request's {@code Idempotency-Key} is the external task's id, the same over every retry.
 * Thread-safe.
 */
@Service
public class Agencies {

  private final Catalogue catalogue;
  private final Asking asking;
  private final Delivering delivering;
  private final Receiving receiving;
  private final Parking parking;

  Agencies(
      Catalogue catalogue,
      Asking asking,
      Delivering delivering,
      Receiving receiving,
      Parking parking) {
    this.catalogue = catalogue;
    this.asking = asking;
    this.delivering = delivering;
    this.receiving = receiving;
    this.parking = parking;
  }

  /**
   * Asks every agency whatever waits to be asked now and handles the replies that came, once; the
   * running application does it all the time.
   *
   * @return how many requests and replies moved on, of whatever kind; 0 means that nothing more
   *     happens before time passes or somebody acts
   */
  public int work() {
    int moved = 0;
    for (String agency : keys()) {
      moved += ask(agency);
    }
    return moved + deliver();
  }

  /** The agencies that can be asked, sorted. */
  List<String> keys() {
    return catalogue.agencies().stream()
        .map(Agency::key)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  int ask(String agency) {
    return catalogue.agency(agency).map(asking::pass).orElse(0);
  }

  int deliver() {
    return delivering.pass();
  }

  /**
   * Takes a message from an agency and keeps it; it is handled after. The same (source, id) again
   * changes nothing.
   *
   * @param agency who sends, as it was authenticated
   * @param source {@code urn:lienthong:agency:<agency>}
   * @param type {@code <agency>.<operation>.replied}, or {@code .refused} with a problem as data;
   *     or an event that the agency's contract declares
   * @param subject the idempotency key of the request that it answers; what an event is about
   * @throws IllegalArgumentException if a part is empty or too long; the message names it
   */
  public Receipt receive(
      String agency,
      String source,
      String id,
      String type,
      String subject,
      Map<String, Object> data) {
    return receiving.receive(agency, source, id, type, subject, data);
  }

  /** Requests that wait for an operator, with their reason, the oldest first. */
  public List<ParkedRequest> parked() {
    return parking.all();
  }

  /** The same of one journey. */
  public List<ParkedRequest> parked(String journeyId) {
    return parking.of(journeyId);
  }

  /** Asks a parked request anew, under the same key; nothing if it is not parked any more. */
  public void retry(String key) {
    parking.retry(key);
  }

  /** What became of a message. */
  public enum Receipt {
    STORED,
    SEEN_BEFORE,
    /** The same (source, id) with other data. */
    CONFLICTS,
    /** The agency may not say this. */
    NOT_ALLOWED
  }

  /**
   * A request that no retry will mend.
   *
   * @param reason a code and a place in the reply, never a value
   */
  public record ParkedRequest(
      String key, String agency, String operation, String journeyId, String reason) {}
}
