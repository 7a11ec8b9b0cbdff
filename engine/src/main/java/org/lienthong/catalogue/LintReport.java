package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file; stops at a number that nobody would read to the end. */
final class LintReport {

  private static final int MAX_FINDINGS = 200;
  private static final int MAX_QUOTE = 80;

  private final Folder folder;
  private final String file;
  private final List<Finding> findings = new ArrayList<>();

  LintReport(Folder folder, String file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * Says that something must not be published.
   *
   * @param element the id of what is wrong, or of what it lies in
   */
  void error(String rule, @Nullable String element, String message) {
    if (findings.size() < MAX_FINDINGS) {
      String id = element == null || element.isEmpty() ? null : cut(element);
      findings.add(new Finding(Finding.Severity.ERROR, rule, folder.key(), file, id, message));
    }
  }

  Folder folder() {
    return folder;
  }

  String file() {
    return file;
  }

  /** The file's name without its folders and its ending. */
  String stem() {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  List<Finding> findings() {
    return findings;
  }

  /** A stranger's words, short enough to be repeated in a message. */
  static String quote(String text) {
    return "«" + cut(text) + "»";
  }

  private static String cut(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
    return line.codePointCount(0, line.length()) <= MAX_QUOTE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_QUOTE)) + "…";
  }
}
