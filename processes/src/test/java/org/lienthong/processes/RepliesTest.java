package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lienthong.agency.Contract;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Operation;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Ten thousand replies made of the contracts: within, every one maps to facts; outside, every one
 * is told by place and keyword, which is the reason that it is parked with, and never by a value.
 */
@OverTheContent
class RepliesTest {

  private static final int EACH_SIDE = 5_000;
  private static final long SEED = 20260310;

  @Autowired Catalogue catalogue;

  @Test
  void everyReplyWithinItsContractMapsToFacts() {
    List<Operation> operations = operations();
    Replies replies = new Replies(new Random(SEED));
    for (int i = 0; i < EACH_SIDE; i++) {
      Operation operation = operations.get(i % operations.size());
      JsonNode schema = Replies.schema(operation.replySchema());
      JsonNode reply = replies.within(schema);
      Contract.Reading reading = new Contract(operation).read(reply.toString());
      assertThat(reading)
          .as("%s.%s, reply %d of seed %d", operation.agency(), operation.id(), i, SEED)
          .isInstanceOf(Contract.Within.class);
      same(schema, reply, ((Contract.Within) reading).facts());
    }
  }

  @Test
  void everyReplyOutsideItsContractIsToldByPlaceAndKeyword() {
    List<Operation> operations = operations();
    Replies replies = new Replies(new Random(SEED));
    Set<String> keywords = new TreeSet<>();
    for (int i = 0; i < EACH_SIDE; i++) {
      Operation operation = operations.get(i % operations.size());
      String reply = replies.outside(Replies.schema(operation.replySchema()));
      Contract.Reading reading = new Contract(operation).read(reply);
      assertThat(reading)
          .as("%s.%s, reply %d of seed %d", operation.agency(), operation.id(), i, SEED)
          .isInstanceOf(Contract.Outside.class);
      Contract.Outside outside = (Contract.Outside) reading;
      assertThat(outside.reason()).isNotBlank().doesNotContain(Replies.SECRET, "7319");
      keywords.add(outside.keyword());
    }
    assertThat(keywords)
        .contains(
            "additionalProperties",
            "enum",
            "format",
            "maxLength",
            "minLength",
            "maximum",
            "minimum",
            "maxItems",
            "minItems",
            "not-json",
            "nul",
            "out-of-range",
            "pattern",
            "required",
            "too-long",
            "type");
  }

  /** Nothing is lost, nothing is added, and everything has the type that the contract says. */
  private static void same(JsonNode schema, JsonNode reply, Object fact) {
    if (reply.isObject()) {
      Map<?, ?> facts = (Map<?, ?>) fact;
      assertThat(facts.keySet()).hasToString(reply.propertyNames().toString());
      reply
          .properties()
          .forEach(
              p ->
                  same(
                      schema.path("properties").path(p.getKey()),
                      p.getValue(),
                      java.util.Objects.requireNonNull(facts.get(p.getKey()))));
    } else if (reply.isArray()) {
      List<?> facts = (List<?>) fact;
      assertThat(facts).hasSize(reply.size());
      for (int i = 0; i < facts.size(); i++) {
        same(schema.path("items"), reply.get(i), facts.get(i));
      }
    } else if (schema.path("format").asString("").equals("date")) {
      assertThat(fact).isEqualTo(LocalDate.parse(reply.asString()));
    } else if (reply.isIntegralNumber()) {
      assertThat(fact).isEqualTo(reply.longValue());
    } else if (reply.isNumber()) {
      assertThat(fact).isEqualTo(reply.doubleValue());
    } else if (reply.isBoolean()) {
      assertThat(fact).isEqualTo(reply.booleanValue());
    } else {
      assertThat(fact).isEqualTo(reply.asString());
    }
  }

  private List<Operation> operations() {
    List<Operation> operations =
        catalogue.agencies().stream()
            .flatMap(agency -> agency.operations().values().stream())
            .sorted(Comparator.comparing(Operation::agency).thenComparing(Operation::id))
            .toList();
    assertThat(operations).isNotEmpty();
    return operations;
  }
}
