package org.lienthong.feel;

/**
 * Something in an expression that a stranger should not be able to run.
 *
 * @param rule the rule's stable name, kebab-case
 * @param message what is wrong and how to mend it
 */
public record FeelDanger(String rule, String message) {}
