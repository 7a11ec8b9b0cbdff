package org.lienthong.design;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a draft; never changed afterwards.
 *
 * @param actor who did it, by ref
 * @param note what they said about it
 */
public record DraftEvent(
    Instant at,
    String actor,
    DraftAction action,
    int revision,
    String digest,
    @Nullable String note) {}
