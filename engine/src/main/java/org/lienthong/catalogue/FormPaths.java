package org.lienthong.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The paths under which answers to a form may come.
 *
 * @param pagePaths from a page: every question's path, a date's parts among them
 * @param programPaths from a program: those, and what the dossier already holds of a list's row
 */
record FormPaths(Set<String> pagePaths, Set<String> programPaths) {

  static final List<String> DATE_PARTS = List.of(".day", ".month", ".year");

  static FormPaths of(Form form, Map<String, ?> dossier) {
    FormPaths paths = new FormPaths(new HashSet<>(), new HashSet<>());
    form.fields().forEach(field -> paths.add("", field, dossier));
    paths.programPaths.addAll(paths.pagePaths);
    return paths;
  }

  private void add(String prefix, Field field, Map<String, ?> dossier) {
    switch (field.type()) {
      case "group" -> field.fields().forEach(inner -> add(prefix, inner, dossier));
      case "dynamiclist" -> addRows(field, dossier);
      case "datetime" -> {
        pagePaths.add(prefix + field.key());
        DATE_PARTS.forEach(part -> pagePaths.add(prefix + field.key() + part));
      }
      default -> {
        if (Answer.asks(field)) {
          pagePaths.add(prefix + field.key());
        }
      }
    }
  }

  private void addRows(Field list, Map<String, ?> dossier) {
    List<Map<String, Object>> rows = rows(list, dossier);
    for (int i = 0; i < rows.size(); i++) {
      String row = rowPath(list, i);
      list.fields().forEach(field -> add(row, field, dossier));
      rows.get(i).keySet().forEach(property -> programPaths.add(row + property));
    }
  }

  static String rowPath(Field list, int index) {
    return list.key() + "[" + index + "].";
  }

  /** The rows that the dossier gives a list; none where it has no such fact. */
  @SuppressWarnings("unchecked") // facts that are contexts have text keys
  static List<Map<String, Object>> rows(Field list, Map<String, ?> dossier) {
    return dossier.get(list.key()) instanceof List<?> rows
        ? rows.stream().filter(Map.class::isInstance).map(row -> (Map<String, Object>) row).toList()
        : List.of();
  }
}
