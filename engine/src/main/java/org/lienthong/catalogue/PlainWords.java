package org.lienthong.catalogue;

import java.util.regex.Pattern;

/** Says of words that people will read whether a browser or a template would run them. */
final class PlainWords {

  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?]");
  private static final Pattern RUNNING_LINK =
      Pattern.compile("(?i)(?:javascript|vbscript)(?::|&colon;|&#)");
  private static final Pattern TEMPLATE = Pattern.compile("[$#*@~]\\{|\\{\\{|\\[\\[|\\[\\(|__\\$");
  private static final Pattern LINK = Pattern.compile("\\]\\(\\s*(?!https://|/[^/]|#)");

  private PlainWords() {}

  static boolean hasMarkup(String words) {
    return TAG.matcher(words).find()
        || RUNNING_LINK.matcher(words.replaceAll("[\\s\\p{Cntrl}]", "")).find();
  }

  /** Whether a template engine, ours or form-js's, would take part of it for an expression. */
  static boolean hasTemplate(String words) {
    return TEMPLATE.matcher(words).find();
  }

  /** Whether a Markdown link leads elsewhere than to a page of ours or to https. */
  static boolean hasOddLink(String words) {
    return LINK.matcher(words).find();
  }
}
