package org.lienthong.sweep;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.population.BadCell;
import org.lienthong.population.PeopleBatch;

/** The people of a sweep from where it stands to the end, in an order that never changes. */
interface People {

  /** Hands over parts, until somebody wants no more. */
  void forEach(Reader reader);

  /** Takes parts. */
  interface Reader {
    /** Takes one; false if no more are wanted. */
    boolean take(Part part);
  }

  /**
   * Some people.
   *
   * @param from the first of the batch that is not done yet
   * @param bad what could not be read since the part before
   * @param lastRef where to go on after them; null where they are counted instead
   * @param inOrder whether these are all people of the population between the first and the last
   */
  record Part(
      @Nullable PeopleBatch people,
      int from,
      List<BadCell> bad,
      @Nullable String lastRef,
      boolean inOrder) {

    int size() {
      return people == null ? 0 : people.size() - from;
    }
  }

  /** Ends a reading that nobody wants to go on. */
  final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super("enough", null, false, false);
    }
  }
}
