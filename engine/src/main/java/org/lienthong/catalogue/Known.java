package org.lienthong.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a journey has when it comes to a place of its model. Immutable.
 *
 * @param facts by name
 */
record Known(Map<String, Source> facts) {

  static final Known NOTHING = new Known(Map.of());

  /**
   * Where a fact stands.
   *
   * @param shape what it looks like, null where nobody says
   * @param sure whether it is there on every way that leads here
   */
  record Source(@Nullable Shape shape, boolean sure) {}

  Known {
    facts = Map.copyOf(facts);
  }

  Optional<Source> find(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  boolean has(String name) {
    return facts.containsKey(name);
  }

  /** With one more fact, or with more said about one that is there. */
  Known and(String name, @Nullable Shape shape, boolean sure) {
    Map<String, Source> more = new LinkedHashMap<>(facts);
    more.merge(name, new Source(shape, sure), Known::both);
    return new Known(more);
  }

  /** What is known where two ways meet of which both were taken. */
  Known together(Known other) {
    Map<String, Source> more = new LinkedHashMap<>(facts);
    other.facts.forEach((name, source) -> more.merge(name, source, Known::both));
    return new Known(more);
  }

  /** What is known where ways meet of which one was taken. */
  static Known either(Collection<Known> ways) {
    Known met = null;
    for (Known way : ways) {
      met = met == null ? way : met.meet(way);
    }
    return met == null ? NOTHING : met;
  }

  private Known meet(Known other) {
    Map<String, Source> met = new LinkedHashMap<>();
    together(other)
        .facts
        .forEach(
            (name, source) -> {
              boolean sure = sureOf(name) && other.sureOf(name);
              met.put(name, new Source(source.shape(), sure));
            });
    return new Known(met);
  }

  /** The same facts, none of them sure. */
  Known perhaps() {
    Map<String, Source> weak = new LinkedHashMap<>();
    facts.forEach((name, source) -> weak.put(name, new Source(source.shape(), false)));
    return new Known(weak);
  }

  boolean sureOf(String name) {
    Source source = facts.get(name);
    return source != null && source.sure();
  }

  private static Source both(Source a, Source b) {
    Shape shape =
        a.shape() == null ? b.shape() : b.shape() == null ? a.shape() : a.shape().with(b.shape());
    return new Source(shape, a.sure() || b.sure());
  }
}
