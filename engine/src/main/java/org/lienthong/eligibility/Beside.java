package org.lienthong.eligibility;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one person's entitlement stands beside their others.
 *
 * @param status what comes of it: ELIGIBLE where it stays
 * @param against the answer that takes it away or leaves it open; null where it stays
 * @param givesWay the decisions whose entitlements give way to it
 */
public record Beside(Status status, @Nullable Assessment against, Set<String> givesWay) {

  public Beside {
    givesWay = Set.copyOf(givesWay);
  }
}
