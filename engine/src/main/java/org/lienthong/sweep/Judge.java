package org.lienthong.sweep;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.population.PeopleBatch;

/** Decides about many people at once, always by the same rules. Thread-safe. */
interface Judge {

  /** The facts that it asks for. */
  Set<String> facts();

  /** Everything that is found about the people of a batch from a place on. */
  Judged judge(PeopleBatch people, int from);

  /**
   * What was found.
   *
   * @param asked the decisions that were asked, and not only weighed against others
   * @param refused per decision the places of those who are not entitled
   */
  record Judged(Set<String> asked, List<Finding> entitled, Map<String, BitSet> refused) {}

  /**
   * One person is entitled.
   *
   * @param person the place in the batch
   */
  record Finding(
      int person,
      String decision,
      String service,
      @Nullable Long amount,
      @Nullable String currency,
      @Nullable String periodicity,
      @Nullable String jurisdiction,
      List<String> rows,
      int version) {}
}
