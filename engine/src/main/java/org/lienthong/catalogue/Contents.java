package org.lienthong.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Folders that stand beside each other, and what they say together. Immutable. */
final class Contents {

  private static final Pattern BIRTH_YEAR = Pattern.compile("birthYear|.+BirthYear");

  static final String APPLICANT = "applicantPersonalNumber";

  private final Map<Place, Content> byPlace;
  private final Map<String, Content> decisionOwners = new HashMap<>();
  private final Map<String, Shape> facts = new HashMap<>();

  /** Where a folder lies. */
  record Place(FolderKind kind, String key) {
    static Place of(Folder folder) {
      return new Place(folder.kind(), folder.key());
    }
  }

  Contents(Collection<Content> contents) {
    Map<Place, Content> places = new LinkedHashMap<>();
    contents.forEach(c -> places.put(Place.of(c.folder()), c));
    this.byPlace = places;
    contents.forEach(c -> c.decisions().values().forEach(d -> decisionOwners.put(d.key(), c)));
    learnFacts();
  }

  /** These folders, with one of them changed or added. */
  Contents with(Content content) {
    Map<Place, Content> changed = new LinkedHashMap<>(byPlace);
    changed.put(Place.of(content.folder()), content);
    return new Contents(changed.values());
  }

  Contents without(Place place) {
    Map<Place, Content> changed = new LinkedHashMap<>(byPlace);
    changed.remove(place);
    return new Contents(changed.values());
  }

  Collection<Content> all() {
    return byPlace.values();
  }

  List<Content> of(FolderKind kind) {
    return byPlace.values().stream().filter(c -> c.kind() == kind).toList();
  }

  Optional<Content> find(FolderKind kind, String key) {
    return Optional.ofNullable(byPlace.get(new Place(kind, key)));
  }

  /** A service's process, or else a life event's. */
  Optional<ProcessFile> process(String key) {
    return find(FolderKind.SERVICE, key)
        .or(() -> find(FolderKind.LIFE_EVENT, key))
        .flatMap(c -> Optional.ofNullable(c.process()));
  }

  Optional<AgencyFile> agency(String key) {
    return find(FolderKind.AGENCY, key).flatMap(c -> Optional.ofNullable(c.agency()));
  }

  Optional<Operation> operation(String agency, String id) {
    return agency(agency).flatMap(a -> Optional.ofNullable(a.operations().get(id)));
  }

  Optional<DecisionTable> decision(String key) {
    return Optional.ofNullable(decisionOwners.get(key)).map(c -> c.decisions().get(key));
  }

  /** The folder of the service that owns a decision. */
  Optional<String> ownerOf(String decision) {
    return Optional.ofNullable(decisionOwners.get(decision)).map(Content::key);
  }

  Parameters parameters() {
    return of(FolderKind.PARAMETERS).stream()
        .map(Content::parameters)
        .findFirst()
        .orElse(Parameters.NONE);
  }

  Jurisdictions jurisdictions() {
    return of(FolderKind.PARAMETERS).stream()
        .map(Content::jurisdictions)
        .findFirst()
        .orElse(Jurisdictions.NONE);
  }

  /**
   * What a fact looks like, from whoever names it: replies, forms, tables, requests. The year of a
   * birth whose day they name is a number.
   */
  Optional<Shape> fact(String name) {
    Shape named = facts.get(name);
    if (named == null
        && BIRTH_YEAR.matcher(name).matches()
        && facts.containsKey(name.replaceFirst("Year$", "Date"))) {
      return Optional.of(Shape.of(FactType.NUMBER));
    }
    return Optional.ofNullable(named);
  }

  private void learnFacts() {
    facts.put(APPLICANT, Shape.of(FactType.TEXT));
    jurisdictions().facts().values().forEach(f -> facts.put(f, Shape.of(FactType.TEXT)));
    for (Content agency : of(FolderKind.AGENCY)) {
      if (agency.agency() != null) {
        agency.agency().operations().values().forEach(o -> learn(Facts.reply(o).fields()));
      }
    }
    byPlace.values().forEach(c -> c.forms().values().forEach(f -> learn(Facts.asked(f))));
    byPlace.values().forEach(this::learnDecisions);
    for (Content agency : of(FolderKind.AGENCY)) {
      if (agency.agency() != null) {
        agency.agency().operations().values().forEach(o -> learn(Facts.request(o).fields()));
      }
    }
    byPlace.values().forEach(this::learnResults);
  }

  private void learnDecisions(Content content) {
    for (DecisionTable table : content.decisions().values()) {
      learn(shapes(table.inputs()));
      learn(shapes(Facts.free(table)));
    }
  }

  private void learnResults(Content content) {
    if (content.process() != null) {
      for (Element element : content.process().model().elements()) {
        if (element.resultVariable() != null) {
          facts.putIfAbsent(element.resultVariable(), Shape.of(FactType.TEXT));
        }
      }
    }
  }

  private static Map<String, Shape> shapes(Map<String, FactType> types) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    types.forEach((name, type) -> shapes.put(name, Shape.of(type)));
    return shapes;
  }

  private void learn(Map<String, Shape> named) {
    named.forEach(
        (name, shape) -> facts.merge(name, shape, (a, b) -> a.with(b.type() == a.type() ? b : a)));
  }
}
