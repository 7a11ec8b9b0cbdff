package org.lienthong.sweep;

import org.jspecify.annotations.Nullable;

/**
 * How many of the entitled of a place receive a benefit, with small numbers withheld.
 *
 * @param province the code of the place; empty where it is not known, and in a sum over all places
 * @param percentNotTakenUp of a hundred entitled people; null where it is withheld
 */
public record TakeUp(
    String decision,
    String province,
    Count entitled,
    Count receiving,
    Count notTakenUp,
    @Nullable Double percentNotTakenUp) {}
