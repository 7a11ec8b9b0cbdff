package org.lienthong.sandbox;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a good answer into one outside the contract; every turn is another kind. */
final class Garbage {

  private static final int HUGE = 2_000_000;

  private Garbage() {}

  static Answer of(Answer good, Operation operation, int turn) {
    JsonNode body = Json.MAPPER.readTree(good.body());
    if (good.refuses() || !(body instanceof ObjectNode reply) || reply.isEmpty()) {
      return half(good);
    }
    return switch (turn % 6) {
      case 0 -> wrongType(reply);
      case 1 -> half(good);
      case 2 -> new Answer(200, "text/html", "<!doctype html><title>Bảo trì hệ thống</title>");
      case 3 -> Answer.json(200, reply.put("unexpectedProperty", "x"));
      case 4 -> missing(reply, operation.required(), good);
      default -> Answer.json(200, reply.put("padding", "x".repeat(HUGE)));
    };
  }

  private static Answer half(Answer good) {
    return new Answer(200, Answer.JSON, good.body().substring(0, good.body().length() / 2));
  }

  private static Answer wrongType(ObjectNode reply) {
    String name = reply.propertyNames().iterator().next();
    if (reply.get(name).isObject()) {
      reply.put(name, 7);
    } else {
      reply.putObject(name).put("wrong", true);
    }
    return Answer.json(200, reply);
  }

  private static Answer missing(ObjectNode reply, List<String> required, Answer good) {
    if (required.isEmpty()) {
      return half(good);
    }
    reply.remove(required.get(0));
    return Answer.json(200, reply);
  }
}
