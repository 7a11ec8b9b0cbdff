package org.lienthong.ui.sweep;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lienthong.sweep.Figure;

/** Adds figures up. */
final class Totals {

  private Totals() {}

  /** One per decision, over all places. */
  static List<Figure> byDecision(List<Figure> figures) {
    Map<String, Figure> sums = new TreeMap<>();
    for (Figure figure : figures) {
      sums.merge(figure.decision(), figure, (a, b) -> sum(a, b));
    }
    return List.copyOf(sums.values());
  }

  private static Figure sum(Figure a, Figure b) {
    return new Figure(
        a.decision(),
        "",
        a.entitled() + b.entitled(),
        a.amount() + b.amount(),
        a.receiving() + b.receiving());
  }
}
