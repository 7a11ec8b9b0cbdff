package org.lienthong.feel;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Says of a regular expression whether it may run over what a stranger typed.
 *
 * <p>Java's matcher tries every way to match; a pattern with several ways can take for ever. So
 * only patterns pass that have few: little that varies, and nothing that varies within what is
 * repeated.
 */
public final class Patterns {

  private static final int MAX_LENGTH = 200;
  private static final int MAX_UNBOUNDED = 2;
  private static final int MAX_VARYING = 6;

  private Patterns() {}

  /** What is wrong with the pattern and how to mend it; empty if it may run. */
  public static Optional<String> danger(String pattern) {
    if (pattern.length() > MAX_LENGTH) {
      return Optional.of("The pattern has more than " + MAX_LENGTH + " characters. Shorten it.");
    }
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException notAPattern) {
      return Optional.of("The pattern is none: " + notAPattern.getDescription() + ".");
    }
    return new PatternWalk(pattern, MAX_UNBOUNDED, MAX_VARYING).danger();
  }
}
