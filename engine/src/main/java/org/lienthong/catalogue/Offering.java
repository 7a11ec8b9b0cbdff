package org.lienthong.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process says in its property {@code offers}: decisions, services or {@code *}, each
 * perhaps with a grade ({@code <service>=1}), whose findings it offers to people.
 */
final class Offering {

  private static final String OFFERS = "offers";
  private static final String PROACTIVITY = "proactivity";
  private static final String ANY = "*";
  private static final Pattern ENTRY = Pattern.compile("([a-z0-9-]+|\\*)(?:\\s*=\\s*([0-3]))?");

  private Offering() {}

  private record Entry(String name, String grade) {

    static List<Entry> of(ProcessModel process) {
      return ElementReader.listed(process.properties().get(OFFERS)).stream()
          .map(ENTRY::matcher)
          .filter(Matcher::matches)
          .map(m -> new Entry(m.group(1), m.group(2) == null ? "" : m.group(2)))
          .toList();
    }

    /** The nearer, the greater; 0 does not speak of it. */
    int nearness(String decision, String service) {
      if (name.equals(decision)) {
        return 3;
      }
      if (name.equals(service)) {
        return 2;
      }
      return name.equals(ANY) ? 1 : 0;
    }
  }

  static Optional<ProcessModel> nearest(
      Collection<ProcessModel> services, String decision, String service) {
    return services.stream()
        .filter(process -> nearness(process, decision, service) > 0)
        .max(Comparator.comparingInt(process -> nearness(process, decision, service)));
  }

  private static int nearness(ProcessModel process, String decision, String service) {
    return Entry.of(process).stream()
        .mapToInt(entry -> entry.nearness(decision, service))
        .max()
        .orElse(0);
  }

  /** Of the decision, else of its service, else of the service's own process; 0 where none says. */
  static int grade(
      Collection<ProcessModel> services,
      Optional<ProcessModel> own,
      String decision,
      String service) {
    return said(services, decision)
        .or(() -> said(services, service))
        .or(() -> own.map(process -> process.properties().getOrDefault(PROACTIVITY, "")))
        .filter(grade -> grade.matches("[0-3]"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  private static Optional<String> said(Collection<ProcessModel> services, String name) {
    return services.stream()
        .flatMap(process -> Entry.of(process).stream())
        .filter(entry -> entry.name().equals(name) && !entry.grade().isEmpty())
        .map(Entry::grade)
        .findFirst();
  }
}
