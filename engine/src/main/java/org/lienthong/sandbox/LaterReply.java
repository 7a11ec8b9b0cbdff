package org.lienthong.sandbox;

import java.util.Map;

/**
 * A reply that an agency gives after it answered 202, as a CloudEvent.
 *
 * @param agency the agency's key
 * @param source the event's source, {@code urn:lienthong:agency:<agency>}
 * @param id unique within the source; the same whenever this reply is delivered again
 * @param type {@code <agency>.<operation>.replied} or {@code <agency>.<operation>.refused}
 * @param subject the idempotency key of the request
 * @param data the reply, or the problem
 */
public record LaterReply(
    String agency,
    String source,
    String id,
    String type,
    String subject,
    Map<String, Object> data) {}
