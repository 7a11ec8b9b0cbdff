package org.lienthong.sweep;

import java.time.LocalDate;
import java.util.List;

/**
 * What a finished sweep over a population says about who does not receive what is due. Small
 * numbers are withheld, and so many others that nobody computes them from sums.
 *
 * @param fewest the smallest number of people that is told; 0 is told, too
 * @param figures per decision and place
 * @param totals per decision, over all places
 */
public record NonTakeUp(
    String sweepId,
    LocalDate day,
    long people,
    int fewest,
    List<TakeUp> figures,
    List<TakeUp> totals) {

  public NonTakeUp {
    figures = List.copyOf(figures);
    totals = List.copyOf(totals);
  }
}
