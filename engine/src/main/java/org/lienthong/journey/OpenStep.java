package org.lienthong.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a human task needs to know of the journey that waits for it.
 *
 * @param reference the journey's reference, for people
 * @param dueAt the statutory time limit, where one is set
 */
public record OpenStep(
    String journeyId, String reference, String lifeEvent, @Nullable Instant dueAt) {}
