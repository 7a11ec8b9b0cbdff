package org.lienthong.sweep;

/**
 * A sweep found that what somebody was offered is not due any more. Published once, only for offers
 * of which a journey tells, in a transaction of its own.
 */
public record EntitlementLost(String offerId, String journeyId) {}
