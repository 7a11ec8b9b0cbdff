package org.lienthong.feel;

import java.util.Optional;

/** Reads a pattern that Java has compiled, for what can be matched in several ways. */
final class PatternWalk {

  /** From here on a bounded repetition is as bad as one without a bound. */
  private static final int MANY = 50;

  private static final String REPEATED =
      "Something that varies is repeated, as in «(a+)+» or «(a|b)*»: matching it can take for ever."
          + " Repeat single characters or classes, as in «[ab]{1,20}».";

  private final String pattern;
  private final int maxUnbounded;
  private final int maxVarying;
  private int at;
  private int unbounded;
  private int varying;
  private int choices;

  PatternWalk(String pattern, int maxUnbounded, int maxVarying) {
    this.pattern = pattern;
    this.maxUnbounded = maxUnbounded;
    this.maxVarying = maxVarying;
  }

  Optional<String> danger() {
    try {
      sequence();
    } catch (Refused refused) {
      return Optional.ofNullable(refused.getMessage());
    }
    if (unbounded > maxUnbounded || varying > maxVarying || choices > maxVarying) {
      return Optional.of(
          "The pattern can match in too many ways. At most "
              + maxUnbounded
              + " parts may repeat without a small bound, and "
              + maxVarying
              + " may vary at all.");
    }
    return Optional.empty();
  }

  /** Reads up to the end of a group; whether what was read can match in several ways. */
  private boolean sequence() {
    boolean varies = false;
    while (at < pattern.length() && pattern.charAt(at) != ')') {
      if (pattern.charAt(at) == '|') {
        at++;
        choices++;
        varies = true;
      } else {
        boolean inner = atom();
        boolean repeats = quantifier(inner);
        varies |= inner || repeats;
      }
    }
    return varies;
  }

  private boolean atom() {
    char c = pattern.charAt(at++);
    switch (c) {
      case '\\' -> escape();
      case '[' -> characterClass();
      case '(' -> {
        return group();
      }
      default -> {
        // a character, or one of . ^ $
      }
    }
    return false;
  }

  private void escape() {
    char c = pattern.charAt(at++);
    if ((c >= '1' && c <= '9') || c == 'k') {
      throw new Refused("The pattern refers back to one of its groups. Write it without.");
    }
    if (c == 'Q') {
      throw new Refused("Quote single characters with a backslash, not with «\\Q».");
    }
    if ((c == 'p' || c == 'P' || c == 'x' || c == 'N')
        && at < pattern.length()
        && pattern.charAt(at) == '{') {
      at = pattern.indexOf('}', at) + 1;
    }
  }

  private void characterClass() {
    int depth = 1;
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      at++;
    }
    while (depth > 0) {
      char c = pattern.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      }
    }
  }

  private boolean group() {
    if (pattern.startsWith("?", at)) {
      if (!pattern.startsWith("?:", at)) {
        throw new Refused("The pattern looks ahead, looks back or sets flags. Write it without.");
      }
      at += 2;
    }
    boolean varies = sequence();
    at++; // the closing bracket, which is there since the pattern compiled
    return varies;
  }

  /** Reads what follows an atom; whether it makes the atom match in several ways. */
  private boolean quantifier(boolean inner) {
    if (at >= pattern.length()) {
      return false;
    }
    int least;
    int most;
    switch (pattern.charAt(at)) {
      case '?' -> {
        least = 0;
        most = 1;
        at++;
      }
      case '*', '+' -> {
        least = 0;
        most = Integer.MAX_VALUE;
        at++;
      }
      case '{' -> {
        int end = pattern.indexOf('}', at);
        String[] bounds = pattern.substring(at + 1, end).split(",", -1);
        least = Integer.parseInt(bounds[0]);
        most = bounds.length == 1 ? least : upper(bounds[1]);
        at = end + 1;
      }
      default -> {
        return false;
      }
    }
    if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
      at++; // lazy or possessive: at most as many ways
    }
    return count(inner, least, most);
  }

  private static int upper(String bound) {
    return bound.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(bound);
  }

  private boolean count(boolean inner, int least, int most) {
    if (inner && most > 1) {
      throw new Refused(REPEATED);
    }
    if (least == most) {
      return false;
    }
    varying++;
    if (most > MANY) {
      unbounded++;
    }
    return true;
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message, null, false, false);
    }
  }
}
