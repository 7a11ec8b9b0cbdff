package org.lienthong.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a folder that is or was live.
 *
 * @param sequence counts the folder's versions from 1
 * @param digest SHA-256 over names and bytes of the folder's files, hexadecimal
 * @param author who made it, by ref
 * @param approvedBy who approved it, by ref; another person than the author
 * @param deploymentId the engine's deployment, for folders that the engine knows
 */
public record Publication(
    FolderKind kind,
    String folder,
    int sequence,
    String digest,
    String author,
    String approvedBy,
    Instant publishedAt,
    @Nullable String deploymentId) {}
