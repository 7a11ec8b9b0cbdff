package org.lienthong.ui.api;

import java.util.regex.Pattern;

/** Names places in what was sent. A name that could be anything is not repeated. */
final class Pointers {

  private static final Pattern SEPARATORS = Pattern.compile("[.\\[\\]]+");

  private static final Pattern SAYABLE = Pattern.compile("[A-Za-z0-9_$.?-]{1,100}");

  private Pointers() {}

  static String property(String parent, String name) {
    return parent + "/" + (SAYABLE.matcher(name).matches() ? name : "?");
  }

  static String item(String parent, int index) {
    return parent + "/" + index;
  }

  /** The pointer of a form's field: {@code children[0].name} is {@code /children/0/name}. */
  static String field(String parent, String path) {
    String pointer = parent;
    for (String part : SEPARATORS.splitAsStream(path).toList()) {
      pointer = property(pointer, part);
    }
    return pointer;
  }
}
