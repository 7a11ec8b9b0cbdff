package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Compares what an agency said with what became of it. */
final class ReplyFacts {

  private ReplyFacts() {}

  /** Nothing is lost, nothing is added, and everything has the type that the contract says. */
  static void same(JsonNode schema, JsonNode reply, Object fact) {
    if (reply.isObject()) {
      Map<?, ?> facts = (Map<?, ?>) fact;
      assertThat(new TreeSet<Object>(facts.keySet()))
          .isEqualTo(new TreeSet<Object>(reply.propertyNames()));
      reply
          .properties()
          .forEach(
              p ->
                  same(
                      schema.path("properties").path(p.getKey()),
                      p.getValue(),
                      Objects.requireNonNull(facts.get(p.getKey()))));
    } else if (reply.isArray()) {
      List<?> facts = (List<?>) fact;
      assertThat(facts).hasSize(reply.size());
      for (int i = 0; i < facts.size(); i++) {
        same(schema.path("items"), reply.get(i), facts.get(i));
      }
    } else {
      assertThat(fact).isEqualTo(plain(schema, reply));
    }
  }

  private static Object plain(JsonNode schema, JsonNode reply) {
    if (schema.path("format").asString("").equals("date")) {
      return LocalDate.parse(reply.asString());
    }
    Function<JsonNode, Object> read =
        reply.isIntegralNumber()
            ? JsonNode::longValue
            : reply.isNumber()
                ? JsonNode::doubleValue
                : reply.isBoolean() ? JsonNode::booleanValue : JsonNode::asString;
    return read.apply(reply);
  }
}
