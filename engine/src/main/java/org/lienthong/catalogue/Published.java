package org.lienthong.catalogue;

/**
 * A folder became live; told in the transaction that makes it so, and undone with it.
 *
 * @param first whether there was no version of it before
 */
public record Published(Publication publication, boolean first) {}
