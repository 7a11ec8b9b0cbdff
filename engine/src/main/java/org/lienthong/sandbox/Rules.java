package org.lienthong.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;
import tools.jackson.databind.JsonNode;

/**
 * What an operation reads, when it refuses, what it changes and what it answers, as {@code
 * agency.yaml} says it.
 *
 * @param reply FEEL; null where a file is answered as it stands
 */
record Rules(
    Map<String, Read> reads, List<Refusal> refuses, List<Change> changes, @Nullable String reply) {

  /** Records of a register under a name. */
  record Read(String register, String where, boolean all) {}

  /** A condition under which the operation refuses, by the problem's code. */
  record Refusal(String when, String problem) {}

  /** A merge patch on each record that a list names, or on one. */
  record Change(
      String register,
      @Nullable String forEach,
      String as,
      @Nullable String when,
      String key,
      String patch) {}

  static final Rules NONE = new Rules(Map.of(), List.of(), List.of(), null);

  /** Reads the rules of one operation; a message names what is wrong and where. */
  static Rules read(JsonNode yaml, String place) {
    Map<String, Read> reads = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> read : yaml.path("reads").properties()) {
      Node node = new Node(read.getValue(), place + ".reads." + read.getKey());
      reads.put(
          read.getKey(), new Read(node.text("register"), node.feel("where"), node.flag("all")));
    }
    List<Refusal> refuses = new ArrayList<>();
    for (JsonNode each : yaml.path("refuses")) {
      Node node = new Node(each, place + ".refuses");
      refuses.add(new Refusal(node.feel("when"), node.text("problem")));
    }
    List<Change> changes = new ArrayList<>();
    for (JsonNode each : yaml.path("changes")) {
      Node node = new Node(each, place + ".changes[" + changes.size() + "]");
      changes.add(
          new Change(
              node.text("register"),
              node.optionalFeel("forEach"),
              each.path("as").asString("item_"),
              node.optionalFeel("when"),
              node.feel("key"),
              node.feel("patch")));
    }
    return new Rules(reads, refuses, changes, new Node(yaml, place).optionalFeel("reply"));
  }

  /** A part of the file, with its place for messages. */
  private record Node(JsonNode yaml, String place) {

    private static final Feel FEEL = new Feel();

    String text(String name) {
      String text = yaml.path(name).asString("");
      if (text.isBlank()) {
        throw new IllegalArgumentException(place + ": «" + name + "» is missing");
      }
      return text;
    }

    boolean flag(String name) {
      return yaml.path(name).asBoolean(false);
    }

    String feel(String name) {
      String text = text(name);
      try {
        FEEL.parse(text);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(place + "." + name + ": " + e.getMessage(), e);
      }
      return text;
    }

    @Nullable String optionalFeel(String name) {
      return yaml.has(name) ? feel(name) : null;
    }
  }
}
