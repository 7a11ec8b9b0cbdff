package org.lienthong.agency;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Event;
import org.lienthong.catalogue.Operation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The contracts of all operations, read once each. Thread-safe. */
@Component
class Contracts {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST = 1_000;

  private final Catalogue catalogue;
  private final Map<Operation, Contract> read = new ConcurrentHashMap<>();
  private final Map<Event, Contract> told = new ConcurrentHashMap<>();

  Contracts(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Contract of(Event event) {
    if (told.size() > MOST) {
      told.clear();
    }
    return told.computeIfAbsent(event, Contract::new);
  }

  Optional<Event> event(String agency, String type) {
    return catalogue.agency(agency).flatMap(a -> a.event(type));
  }

  Contract of(Operation operation) {
    if (read.size() > MOST) {
      read.clear();
    }
    return read.computeIfAbsent(operation, Contract::new);
  }

  Optional<Operation> operation(String agency, String id) {
    return catalogue.agency(agency).flatMap(a -> a.operation(id));
  }

  /** What a message in the inbox answers; {@code agency.operation.replied} or {@code .refused}. */
  Answer answer(Ask ask, MessageRow message) {
    Optional<Operation> operation = operation(ask.agency(), ask.operation());
    if (operation.isEmpty()) {
      return new Answer.Garbage("unknown-operation");
    }
    if (MessageType.of(message.type()).filter(MessageType::refused).isPresent()) {
      return Caller.refusal(
          JSON.readTree(message.body()).path("type").asString(""), operation.get());
    }
    return Caller.reply(of(operation.get()).read(message.body()));
  }
}
