package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Finding.Severity;

/** Collects what is wrong with one folder. */
final class Findings {

  private final String folder;
  private final List<Finding> found = new ArrayList<>();

  Findings(String folder) {
    this.folder = folder;
  }

  void error(String rule, String file, @Nullable String element, String message) {
    found.add(new Finding(Severity.ERROR, rule, folder, file, element, message));
  }

  void warn(String rule, String file, @Nullable String element, String message) {
    found.add(new Finding(Severity.WARNING, rule, folder, file, element, message));
  }

  void add(Severity severity, String rule, String file, String element, String en, String vi) {
    found.add(new Finding(severity, rule, folder, file, element, en, vi));
  }

  void addAll(List<Finding> others) {
    found.addAll(others);
  }

  boolean hasErrors() {
    return found.stream().anyMatch(f -> f.severity() == Severity.ERROR);
  }

  /** Each finding once, in the order in which they were found. */
  List<Finding> list() {
    return found.stream().distinct().toList();
  }
}
