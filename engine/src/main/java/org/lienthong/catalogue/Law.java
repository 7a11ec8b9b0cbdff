package org.lienthong.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.lienthong.catalogue.Contents.Place;

/** What law says at one moment: its tables, its amounts and who makes it where. Immutable. */
public final class Law {

  private final Map<String, LawTable> tables;
  private final Parameters parameters;
  private final Jurisdictions jurisdictions;

  private Law(Map<String, LawTable> tables, Parameters parameters, Jurisdictions jurisdictions) {
    this.tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    this.parameters = parameters;
    this.jurisdictions = jurisdictions;
  }

  /**
   * Gathers the law of some folders.
   *
   * @param candidates those among them that are not published
   */
  static Law of(Contents contents, List<Publication> publications, List<Folder> candidates) {
    Map<Place, Integer> versions = new HashMap<>();
    publications.forEach(p -> versions.put(new Place(p.kind(), p.folder()), p.sequence()));
    candidates.forEach(c -> versions.put(Place.of(c), LawTable.DRAFT));
    Map<String, LawTable> tables = new HashMap<>();
    for (Content content : contents.of(FolderKind.DECISION)) {
      int version = versions.getOrDefault(Place.of(content.folder()), LawTable.DRAFT);
      for (String key : content.decisions().keySet()) {
        tables.put(key, table(key, content, version, contents.jurisdictions()));
      }
    }
    return new Law(tables, contents.parameters(), contents.jurisdictions());
  }

  /**
   * A table of a folder of another time; whose it is nobody asks any more.
   *
   * @throws NoSuchElementException if the folder holds no such table
   */
  static LawTable past(Content content, int version, String key) {
    if (!content.decisions().containsKey(key)) {
      throw new NoSuchElementException("the folder held no table " + key);
    }
    return new LawTable(
        key, key, null, version, content.checkedDecisions().contains(key), content.folder());
  }

  private static LawTable table(
      String key, Content content, int version, Jurisdictions jurisdictions) {
    Optional<Jurisdictions.Local> local =
        Jurisdictions.local(key)
            .filter(l -> content.decisions().containsKey(l.decision()))
            .filter(l -> jurisdictions.find(l.code()).isPresent());
    return new LawTable(
        key,
        local.map(Jurisdictions.Local::decision).orElse(key),
        local.map(Jurisdictions.Local::code).orElse(null),
        version,
        content.checkedDecisions().contains(key),
        content.folder());
  }

  /** Every decision table, sorted by key. */
  public Collection<LawTable> tables() {
    return tables.values();
  }

  /** The table of a key. */
  public Optional<LawTable> table(String key) {
    return Optional.ofNullable(tables.get(key));
  }

  public Parameters parameters() {
    return parameters;
  }

  public Jurisdictions jurisdictions() {
    return jurisdictions;
  }
}
