package org.lienthong.agency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.lienthong.agency.Agencies.Receipt;
import org.lienthong.agency.MessageRow.Event;
import org.lienthong.agency.MessageRow.Inbox;
import org.lienthong.agency.RequestRow.Requests;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes messages into the inbox, each once. Thread-safe. */
@Component
class Receiving {

  /** Sorted, so that the same data have the same digest however they were written. */
  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private static final int LONGEST_NAME = 255;
  private static final int LARGEST_BODY = 1_000_000;
  private static final String SOURCE = "urn:lienthong:agency:";

  private final Inbox inbox;
  private final Requests requests;
  private final Contracts contracts;
  private final Patience patience;
  private final Clock clock;

  Receiving(Inbox inbox, Requests requests, Contracts contracts, Patience patience, Clock clock) {
    this.inbox = inbox;
    this.requests = requests;
    this.contracts = contracts;
    this.patience = patience;
    this.clock = clock;
  }

  Receipt receive(
      String agency,
      String source,
      String id,
      String type,
      String subject,
      Map<String, Object> data) {
    String body = CANONICAL.writeValueAsString(data);
    check("source", source, LONGEST_NAME);
    check("id", id, LONGEST_NAME);
    check("type", type, LONGEST_NAME);
    check("subject", subject, LONGEST_NAME);
    check("data", body, LARGEST_BODY);
    if (!allowed(agency, source, type, subject)) {
      return Receipt.NOT_ALLOWED;
    }
    Event event = new Event(source, id, type, subject, digest(type, subject, body), body);
    return seen(event).orElseGet(() -> store(agency, event));
  }

  private static void check(String field, String value, int longest) {
    if (value.isBlank() || value.length() > longest || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(field);
    }
  }

  /** An agency speaks under its own name, of its own operations and events, and to who asked it. */
  private boolean allowed(String agency, String source, String type, String subject) {
    return source.equals(SOURCE + agency)
        && (answers(agency, type) || contracts.event(agency, type).isPresent())
        && requests.findById(subject).filter(row -> !row.agency().equals(agency)).isEmpty();
  }

  private boolean answers(String agency, String type) {
    return MessageType.of(type)
        .filter(t -> t.agency().equals(agency))
        .filter(t -> contracts.operation(agency, t.operation()).isPresent())
        .isPresent();
  }

  private Optional<Receipt> seen(Event event) {
    return inbox
        .findBySourceAndEventId(event.source(), event.id())
        .map(
            before ->
                before.digest().equals(event.digest()) ? Receipt.SEEN_BEFORE : Receipt.CONFLICTS);
  }

  private Receipt store(String agency, Event event) {
    try {
      patience.once(() -> inbox.saveAndFlush(new MessageRow(agency, event, clock.instant())));
      return Receipt.STORED;
    } catch (DataIntegrityViolationException e) {
      return seen(event).orElseThrow(() -> e);
    }
  }

  private static String digest(String type, String subject, String body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] text = (type + "\n" + subject + "\n" + body).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha.digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
