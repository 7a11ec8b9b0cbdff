package org.lienthong.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The elements and attributes of which a kind of model may consist, and what to say of the best
 * known others.
 */
final class AllowList {

  /** Why something well known is refused, and what to do instead. */
  record Refusal(String rule, String mend) {}

  private record Allowed(Set<String> attributes, boolean text) {}

  private final Map<String, Allowed> elements = new HashMap<>();
  private final Map<String, Refusal> refusals = new HashMap<>();

  private AllowList() {}

  /** Reads a list that lies beside this class. */
  static AllowList read(String name) {
    try (InputStream resource = AllowList.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("no list " + name);
      }
      AllowList list = new AllowList();
      new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(list::add);
      return list;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    if (line.startsWith("! ")) {
      List<String> words = Arrays.asList(line.substring(2).split(" ", 3));
      refusals.put(words.get(0), new Refusal(words.get(1), words.get(2)));
      return;
    }
    int end = line.indexOf(':', line.indexOf(':') + 1);
    String element = line.substring(0, end);
    boolean text = element.endsWith("*");
    Set<String> attributes =
        Arrays.stream(line.substring(end + 1).split(" "))
            .filter(a -> !a.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    elements.put(
        text ? element.substring(0, element.length() - 1) : element, new Allowed(attributes, text));
  }

  boolean hasElement(String element) {
    return elements.containsKey(element);
  }

  boolean hasAttribute(String element, String attribute) {
    Allowed allowed = elements.get(element);
    return allowed != null && allowed.attributes().contains(attribute);
  }

  boolean mayHoldText(String element) {
    Allowed allowed = elements.get(element);
    return allowed != null && allowed.text();
  }

  /** What to say of an element that is refused, or of an attribute, with an @ before it. */
  @Nullable Refusal refusal(String name) {
    return refusals.get(name);
  }
}
