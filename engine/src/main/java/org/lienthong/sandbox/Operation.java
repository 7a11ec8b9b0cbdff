package org.lienthong.sandbox;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that an agency does on request.
 *
 * @param id the operation's id
 * @param method HTTP's method
 * @param path the path below the agency's
 * @param requestSchema what may be asked; null where it is asked without a body
 * @param replySchema what may be answered
 * @param required the properties without which a reply is outside the contract
 * @param problems the codes of the refusals that the contract declares
 * @param rules what it does
 * @param sample the reply of an operation whose rules make none
 */
record Operation(
    String id,
    String method,
    String path,
    @Nullable Schema requestSchema,
    Schema replySchema,
    List<String> required,
    List<String> problems,
    Rules rules,
    @Nullable JsonNode sample) {

  /** Where a value leaves a schema, and by which keyword. */
  record Offence(String pointer, String keyword) {}

  static Optional<Offence> offence(Schema schema, JsonNode value) {
    List<Error> errors =
        schema.validate(
            value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
    return errors.stream()
        .findFirst()
        .map(e -> new Offence(e.getInstanceLocation().toString(), e.getKeyword()));
  }
}
