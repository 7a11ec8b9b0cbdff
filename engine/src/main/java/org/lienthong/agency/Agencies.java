package org.lienthong.agency;

import java.util.List;
import java.util.Map;
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

  private static UnsupportedOperationException later() {
    return new UnsupportedOperationException("not built yet");
  }

  /**
   * Asks every agency whatever waits to be asked now, once; the running application does it all the
   * time.
   *
   * @return how many requests were carried to an end, of whatever kind
   */
  public int work() {
    throw later();
  }

  /**
   * Takes a message from an agency and keeps it; it is handled after. The same (source, id) again
   * changes nothing.
   */
  public Receipt receive(
      String agency,
      String source,
      String id,
      String type,
      String subject,
      Map<String, Object> data) {
    throw later();
  }

  /** Requests that wait for an operator, with their reason. */
  public List<ParkedRequest> parked() {
    throw later();
  }

  /** Asks a parked request anew. */
  public void retry(String key) {
    throw later();
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
