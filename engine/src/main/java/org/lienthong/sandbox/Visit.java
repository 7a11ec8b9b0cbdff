package org.lienthong.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;
import tools.jackson.databind.JsonNode;

/** One request as the rules see it: what FEEL knows by name, and the registers as they become. */
final class Visit {

  private final Feel feel;
  private final Map<String, Register> registers;
  private final Map<String, Register> touched = new TreeMap<>();
  private final Map<String, Object> changed = new TreeMap<>();
  private final Map<String, Object> names = new HashMap<>();

  Visit(Feel feel, Map<String, Register> registers, LocalDate today, @Nullable Object request) {
    this.feel = feel;
    this.registers = registers;
    names.put("today", today);
    names.put("request", request == null ? Map.of() : request);
    names.put("changed", changed);
  }

  void read(Map<String, Rules.Read> reads) {
    reads.forEach(
        (name, read) -> {
          List<Map<String, Object>> found = find(register(read.register()), read.where());
          Object value = read.all() ? found : found.isEmpty() ? null : found.get(0);
          if (value != null) {
            names.put(name, value);
          }
        });
  }

  /** One evaluation over all records: parsing dominates, so it is done once. */
  private List<Map<String, Object>> find(Register register, String where) {
    List<Map<String, Object>> records = List.copyOf(register.records());
    names.put("records", records);
    Object verdicts = feel.evaluate("for record in records return (" + where + ")", names);
    names.remove("records");
    List<Map<String, Object>> found = new ArrayList<>();
    int place = 0;
    for (Object verdict : list(verdicts, where)) {
      if (Boolean.TRUE.equals(verdict)) {
        found.add(records.get(place));
      }
      place++;
    }
    return found;
  }

  Optional<String> refusal(List<Rules.Refusal> refusals) {
    return refusals.stream()
        .filter(r -> Boolean.TRUE.equals(feel.evaluate(r.when(), names)))
        .map(Rules.Refusal::problem)
        .findFirst();
  }

  /** Applies all changes to copies of the registers and says how many records they touched. */
  int change(List<Rules.Change> changes) {
    int count = 0;
    for (Rules.Change change : changes) {
      if (change.forEach() == null) {
        count += apply(change);
        continue;
      }
      int index = 1;
      for (Object item : list(feel.evaluate(change.forEach(), names), change.forEach())) {
        names.put(change.as(), Objects.requireNonNullElse(item, Map.of()));
        names.put("index", index++);
        count += apply(change);
      }
      names.remove(change.as());
      names.remove("index");
    }
    return count;
  }

  private int apply(Rules.Change change) {
    Register register = touched.computeIfAbsent(change.register(), name -> register(name).copy());
    names.put("next", register.next());
    if (change.when() != null && !Boolean.TRUE.equals(feel.evaluate(change.when(), names))) {
      return 0;
    }
    Object key = feel.evaluate(change.key(), names);
    Object patch = feel.evaluate(change.patch(), names);
    if (key == null || !(patch instanceof Map<?, ?> properties)) {
      throw new IllegalArgumentException(
          "the change of " + change.register() + " has no key or its patch is not a context");
    }
    Map<String, Object> record = register.patch(key.toString(), properties);
    @SuppressWarnings("unchecked")
    List<Object> sofar =
        (List<Object>)
            changed.computeIfAbsent(camelCase(change.register()), r -> new ArrayList<>());
    sofar.add(new TreeMap<>(record));
    return 1;
  }

  JsonNode reply(Operation operation) {
    names.remove("next");
    JsonNode sample = operation.sample();
    if (sample != null) {
      return sample;
    }
    String text = Objects.requireNonNull(operation.rules().reply());
    Object reply = feel.evaluate(text, names);
    if (!(reply instanceof Map<?, ?>)) {
      throw new IllegalArgumentException("the reply is not a context: «" + text + "»");
    }
    return Json.tree(reply);
  }

  Map<String, Register> changedRegisters() {
    return touched;
  }

  private Register register(String name) {
    return Objects.requireNonNull(registers.get(name));
  }

  private static Collection<?> list(@Nullable Object value, String text) {
    if (value instanceof Collection<?> items) {
      return items;
    }
    if (value == null) {
      return List.of();
    }
    throw new IllegalArgumentException("not a list: «" + text + "»");
  }

  private static String camelCase(String kebab) {
    StringBuilder camel = new StringBuilder();
    for (String part : kebab.split("-", -1)) {
      camel.append(
          camel.isEmpty() || part.isEmpty()
              ? part
              : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return camel.toString();
  }
}
