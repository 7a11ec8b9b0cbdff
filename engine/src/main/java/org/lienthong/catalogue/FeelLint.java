package org.lienthong.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelDanger;

/** Checks the FEEL of a file; a cell that stands in a hundred rows is read once. */
final class FeelLint {

  private final Feel feel;
  private final Map<String, List<FeelDanger>> expressions = new HashMap<>();
  private final Map<String, List<FeelDanger>> cells = new HashMap<>();

  FeelLint(Feel feel) {
    this.feel = feel;
  }

  void expression(LintReport report, @Nullable String element, String text) {
    say(report, element, text, expressions.computeIfAbsent(text, feel::dangers));
  }

  /** The input cell of a table. */
  void cell(LintReport report, @Nullable String element, String text) {
    say(report, element, text, cells.computeIfAbsent(text, feel::dangersOfUnaryTests));
  }

  private static void say(
      LintReport report, @Nullable String element, String text, List<FeelDanger> dangers) {
    for (FeelDanger danger : dangers) {
      report.error(
          danger.rule(), element, danger.message() + " It reads " + LintReport.quote(text) + ".");
    }
  }
}
