package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who makes law where: countries, and the places in them. Read from {@code jurisdictions.yaml};
 * Java knows none of them by name. Immutable.
 */
public final class Jurisdictions {

  static final String FILE = "jurisdictions.yaml";
  static final Jurisdictions NONE = new Jurisdictions(Map.of(), Map.of(), null);

  private static final String LOCAL = "-in-";
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private final Map<String, String> facts;
  private final Map<String, Jurisdiction> byCode;
  private final @Nullable String home;

  private Jurisdictions(
      Map<String, String> facts, Map<String, Jurisdiction> byCode, @Nullable String home) {
    this.facts = Collections.unmodifiableMap(facts);
    this.byCode = Collections.unmodifiableMap(byCode);
    this.home = home;
  }

  static Jurisdictions read(byte[] bytes) {
    JsonNode root = Documents.yaml(bytes);
    Map<String, String> facts = new LinkedHashMap<>();
    root.path("levels").properties().forEach(l -> facts.put(l.getKey(), text(l.getValue())));
    Map<String, Jurisdiction> byCode = new LinkedHashMap<>();
    String home = null;
    for (Map.Entry<String, JsonNode> place : root.path("places").properties()) {
      Jurisdiction read = place(place.getKey(), place.getValue(), byCode);
      byCode.put(read.code(), read);
      home = place.getValue().path("home").asBoolean(false) ? read.code() : home;
    }
    return new Jurisdictions(facts, byCode, home);
  }

  /** A place stands below what it lies in, so that none lies in itself. */
  private static Jurisdiction place(String code, JsonNode node, Map<String, Jurisdiction> above) {
    if (!CODE.matcher(code).matches()) {
      throw new ContentException(
          "The code «" + code + "» is not small letters, digits and hyphens, at most 20.");
    }
    String parent = node.has("parent") ? node.path("parent").asString("") : null;
    Jurisdiction around = parent == null ? null : above.get(parent);
    if (parent != null && around == null) {
      throw new ContentException(
          code
              + " lies in «"
              + parent
              + "», which does not stand above it. Write the parent's code in quotes, and the"
              + " parent first.");
    }
    Map<String, String> names = new LinkedHashMap<>();
    node.path("name").properties().forEach(n -> names.put(n.getKey(), text(n.getValue())));
    return new Jurisdiction(
        code,
        text(node.path("level")),
        parent,
        names,
        currency(code, node.path("currency")),
        node.has("source") || around == null ? text(node.path("source")) : around.source(),
        node.path("checked").asBoolean(false));
  }

  private static @Nullable String currency(String code, JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    if (!CURRENCY.matcher(text(node)).matches()) {
      throw new ContentException("The currency of " + code + " is not three capital letters.");
    }
    return text(node);
  }

  private static String text(JsonNode node) {
    return node.asString("").strip();
  }

  /** Every one, what contains others before them. */
  public Collection<Jurisdiction> all() {
    return byCode.values();
  }

  /** The jurisdiction of a code. */
  public Optional<Jurisdiction> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The facts that say where a person lives, by level, the nearest level first. */
  public Map<String, String> facts() {
    return facts;
  }

  /** The codes of a place and of everything that it lies in, the country last; empty if unknown. */
  public List<String> path(String code) {
    List<String> path = new ArrayList<>();
    for (Jurisdiction j = byCode.get(code); j != null; j = around(j)) {
      path.add(j.code());
    }
    return List.copyOf(path);
  }

  private @Nullable Jurisdiction around(Jurisdiction inner) {
    return inner.parent() == null ? null : byCode.get(inner.parent());
  }

  /**
   * The country whose law something is: what belongs to another than the home country begins with
   * its code ({@code ee-<service>}, {@code ee<Fact>}). Empty where no country is known at all.
   *
   * @param name a folder's, a decision's or a parameter's
   */
  public Optional<Jurisdiction> country(String name) {
    return byCode.values().stream()
        .filter(j -> j.parent() == null && !j.code().equals(home) && begins(name, j.code()))
        .findFirst()
        .or(() -> home == null ? Optional.empty() : find(home));
  }

  private static boolean begins(String name, String code) {
    return name.length() > code.length()
        && name.startsWith(code)
        && (name.charAt(code.length()) == '-' || Character.isUpperCase(name.charAt(code.length())));
  }

  /** A decision and the place that it is about, as the name of a local table says them. */
  record Local(String decision, String code) {}

  /** What a name says if it is a local table's: {@code <decision>-in-<code>}. */
  static Optional<Local> local(String table) {
    int at = table.lastIndexOf(LOCAL);
    return at <= 0 || at + LOCAL.length() == table.length()
        ? Optional.empty()
        : Optional.of(new Local(table.substring(0, at), table.substring(at + LOCAL.length())));
  }
}
