package org.lienthong.sweep;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sweep found that somebody is entitled. Published once per offer, no faster than the operator
 * says, in a transaction of its own; a listener that fails gets it again later.
 *
 * @param grade how far the service goes by itself: 0 tell, 1 notify, 2 offer with everything filled
 *     in, 3 grant without application
 */
public record EntitlementFound(
    String offerId,
    String personRef,
    String decision,
    String service,
    int grade,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable String periodicity,
    LocalDate day) {}
