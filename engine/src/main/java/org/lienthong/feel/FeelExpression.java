package org.lienthong.feel;

import java.util.Set;

/**
 * An expression that has been read: its text and what it needs.
 *
 * @param text as the designer wrote it
 * @param freeNames the variables that it reads and does not itself define, sorted
 */
public record FeelExpression(String text, Set<String> freeNames) {}
