package org.lienthong.sweep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person is entitled to one thing.
 *
 * @param amount in whole units of the currency; null where it is no sum of money
 * @param jurisdiction whose table answered
 * @param rows the rows of the table that matched
 * @param receives whether the file says that the person receives it already
 */
public record Entitled(
    String personRef,
    String decision,
    String service,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable String periodicity,
    @Nullable String jurisdiction,
    List<String> rows,
    boolean receives) {

  public Entitled {
    rows = List.copyOf(rows);
  }
}
