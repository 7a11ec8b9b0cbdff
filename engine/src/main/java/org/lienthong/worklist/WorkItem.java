package org.lienthong.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of human work.
 *
 * @param id the engine's task id
 * @param journeyId the journey that it belongs to
 * @param reference the journey's reference, for people
 * @param assignee the person who is to do it, by ref
 * @param unit the unit in whose queue it lies
 * @param form the form's key
 * @param claimedBy the official who took it out of the queue, by ref
 * @param dueAt the statutory time limit, where one is set
 */
public record WorkItem(
    String id,
    String journeyId,
    String reference,
    String lifeEvent,
    String deploymentId,
    String processKey,
    String elementId,
    @Nullable String form,
    @Nullable String assignee,
    @Nullable String unit,
    @Nullable String claimedBy,
    Instant createdAt,
    @Nullable Instant dueAt) {}
