package org.lienthong.agency;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CloudEvent's type, read.
 *
 * @param agency who says it
 * @param operation what it answers
 * @param refused whether it refuses
 */
record MessageType(String agency, String operation, boolean refused) {

  private static final Pattern FORM =
      Pattern.compile("([a-z0-9-]{1,100})\\.([a-z0-9-]{1,100})\\.(replied|refused)");

  static Optional<MessageType> of(String type) {
    Matcher parts = FORM.matcher(type);
    return parts.matches()
        ? Optional.of(
            new MessageType(parts.group(1), parts.group(2), parts.group(3).equals("refused")))
        : Optional.empty();
  }
}
