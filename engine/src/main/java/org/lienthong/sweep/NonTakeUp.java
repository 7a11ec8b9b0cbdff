package org.lienthong.sweep;

import java.time.LocalDate;
import java.util.List;

/**
 * What a finished sweep over a population says about who does not receive what is due.
 *
 * @param figures per decision and place
 */
public record NonTakeUp(String sweepId, LocalDate day, long people, List<Figure> figures) {

  public NonTakeUp {
    figures = List.copyOf(figures);
  }
}
