package org.lienthong.design;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a second designer reads before approving: every file that changes, line by line, and for
 * models element by element.
 */
public record Review(Draft draft, List<FileChange> files) {

  public Review {
    files = List.copyOf(files);
  }

  static Review of(Draft draft, Map<String, byte[]> live, Map<String, byte[]> saved) {
    var names = new TreeSet<>(live.keySet());
    names.addAll(saved.keySet());
    var files = new ArrayList<FileChange>();
    for (String name : names) {
      String before = text(live.get(name));
      String after = text(saved.get(name));
      if (!Objects.equals(before, after)) {
        files.add(
            new FileChange(
                name,
                how(before, after),
                LineDiff.of(before == null ? "" : before, after == null ? "" : after),
                elements(name, live.get(name), saved.get(name))));
      }
    }
    return new Review(draft, files);
  }

  private static How how(@Nullable String before, @Nullable String after) {
    return before == null ? How.ADDED : after == null ? How.REMOVED : How.CHANGED;
  }

  private static @Nullable String text(byte @Nullable [] content) {
    return content == null ? null : new String(content, StandardCharsets.UTF_8);
  }

  private static List<ElementChange> elements(
      String file, byte @Nullable [] before, byte @Nullable [] after) {
    Map<String, ModelElement> old = Outline.byId(file, before);
    Map<String, ModelElement> now = Outline.byId(file, after);
    var changes = new ArrayList<ElementChange>();
    now.forEach(
        (id, element) -> {
          ModelElement was = old.get(id);
          List<Detail> details = was == null ? List.of() : details(was, element);
          if (was == null || !details.isEmpty()) {
            changes.add(
                new ElementChange(
                    id,
                    element.type(),
                    element.name(),
                    was == null ? How.ADDED : How.CHANGED,
                    details));
          }
        });
    old.forEach(
        (id, element) -> {
          if (!now.containsKey(id)) {
            changes.add(
                new ElementChange(id, element.type(), element.name(), How.REMOVED, List.of()));
          }
        });
    return changes;
  }

  private static List<Detail> details(ModelElement was, ModelElement is) {
    var both = new LinkedHashMap<>(was.details());
    is.details().forEach(both::putIfAbsent);
    var details = new ArrayList<Detail>();
    if (!was.type().equals(is.type())) {
      details.add(new Detail("type", was.type(), is.type()));
    }
    for (String what : both.keySet()) {
      String before = was.details().getOrDefault(what, "");
      String after = is.details().getOrDefault(what, "");
      if (!before.equals(after)) {
        details.add(new Detail(what, before, after));
      }
    }
    return details;
  }

  /** Whether something is new, gone, or other than it was. */
  public enum How {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** One file that is other than the live one. */
  public record FileChange(String file, How how, List<Line> lines, List<ElementChange> elements) {

    public FileChange {
      lines = List.copyOf(lines);
      elements = List.copyOf(elements);
    }
  }

  /** One element that is other than the live one; only what it does, not where it is drawn. */
  public record ElementChange(String id, String type, String name, How how, List<Detail> details) {

    public ElementChange {
      details = List.copyOf(details);
    }
  }

  /** One thing that is said of an element, before and after. */
  public record Detail(String what, String before, String after) {}

  /**
   * One line of the comparison.
   *
   * @param kind whether both have it
   * @param before its number in the live file, 0 if it is not there
   * @param after its number in the draft, 0 if it is not there
   */
  public record Line(Kind kind, int before, int after, String text) {

    /** Where a line is found. */
    public enum Kind {
      SAME,
      REMOVED,
      ADDED,
      /** Stands for lines that both have and that are left out. */
      SKIPPED
    }
  }
}
