package org.lienthong.agency;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Event;
import org.lienthong.catalogue.Operation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an agency and we agreed on for one operation.
 *
 * <p>A reply within it maps to facts, whole; a reply outside it yields the place and the broken
 * keyword and never a value. Thread-safe.
 */
public final class Contract {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final @Nullable Schema request;
  private final Schema reply;
  private final Set<String> names = new HashSet<>();

  /** Reads the contract of an operation. */
  public Contract(Operation operation) {
    String requestSchema = operation.requestSchema();
    request = requestSchema == null ? null : schema(requestSchema);
    reply = schema(operation.replySchema());
  }

  /** Reads the contract of an event: what it tells is read as a reply is. */
  public Contract(Event event) {
    request = null;
    reply = schema(event.schema());
  }

  private Schema schema(String text) {
    Schema schema = SCHEMAS.getSchema(text, InputFormat.JSON);
    learnNames(schema.getSchemaNode());
    return schema;
  }

  private void learnNames(JsonNode part) {
    names.addAll(part.path("properties").propertyNames());
    part.forEach(this::learnNames);
  }

  /** Whether the operation is asked with a body. */
  boolean asksWithBody() {
    return request != null;
  }

  /** Writes a request, or says where it leaves the contract. */
  public Request request(Map<String, ?> facts) {
    JsonNode tree = Facts.tree(facts);
    Optional<Outside> outside = request == null ? Optional.empty() : offence(request, tree);
    return outside.isPresent() ? outside.get() : new Written(tree.toString());
  }

  /** Reads a reply as it came over the wire. */
  public Reading read(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return read(text);
    } catch (CharacterCodingException e) {
      return new Outside("", "not-utf-8");
    }
  }

  /** Reads a reply as text. */
  public Reading read(String body) {
    JsonNode tree;
    try {
      tree = JSON.readTree(body);
    } catch (JacksonException e) {
      return new Outside("", "not-json");
    }
    if (!tree.isObject()) {
      return new Outside("", "type");
    }
    Optional<Outside> outside = Bounds.offence(tree).or(() -> offence(reply, tree));
    if (outside.isPresent()) {
      return new Outside(known(outside.get().pointer()), outside.get().keyword());
    }
    try {
      return new Within(Facts.of(reply.getSchemaNode(), tree));
    } catch (Facts.NotAFact e) {
      return new Outside(known(e.pointer()), e.keyword());
    }
  }

  private static Optional<Outside> offence(Schema schema, JsonNode value) {
    List<Error> errors =
        schema.validate(
            value,
            context ->
                context.executionConfig(c -> c.formatAssertionsEnabled(true).failFast(true)));
    return errors.stream()
        .findFirst()
        .map(e -> new Outside(e.getInstanceLocation().toString(), e.getKeyword()));
  }

  /** A name that the contract does not know may itself be a value: it is not told. */
  private String known(String pointer) {
    StringBuilder told = new StringBuilder();
    for (String segment : pointer.split("/", -1)) {
      if (!segment.isEmpty()) {
        boolean tell = names.contains(segment) || segment.matches("\\d{1,6}");
        told.append('/').append(tell ? segment : "*");
      }
    }
    return told.toString();
  }

  /** What became of facts for a request. */
  public sealed interface Request permits Written, Outside {}

  /** A request within the contract, as JSON. */
  public record Written(String json) implements Request {}

  /** What became of a reply. */
  public sealed interface Reading permits Within, Outside {}

  /** A reply within the contract: its properties as facts. */
  public record Within(Map<String, Object> facts) implements Reading {}

  /**
   * Something outside the contract.
   *
   * @param pointer the place, as a JSON pointer; {@code *} stands for a name that the contract does
   *     not know
   * @param keyword the keyword of JSON Schema that is broken, or a word of ours
   */
  public record Outside(String pointer, String keyword) implements Reading, Request {

    /** Place and keyword in one line. */
    public String reason() {
      String whole = pointer.isEmpty() ? keyword : pointer + " " + keyword;
      return whole.length() > 200 ? whole.substring(whole.length() - 200) : whole;
    }
  }
}
