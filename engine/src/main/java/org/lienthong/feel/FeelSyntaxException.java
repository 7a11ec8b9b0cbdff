package org.lienthong.feel;

/** An expression that is not FEEL, or that cannot be evaluated; the message quotes it. */
public class FeelSyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  FeelSyntaxException(String text, String reason) {
    super("not a FEEL expression: «" + text + "»: " + reason);
  }
}
