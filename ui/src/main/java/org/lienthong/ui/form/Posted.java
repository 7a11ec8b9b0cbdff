package org.lienthong.ui.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a page posted, without what the page itself needs. */
public final class Posted {

  private static final Set<String> OURS = Set.of("_csrf", "lang", "key", "go");

  private Posted() {}

  /** The posted answers by path: a String, or a list where the name came more than once. */
  public static Map<String, Object> answers(HttpServletRequest request) {
    Map<String, Object> answers = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!OURS.contains(name)) {
                answers.put(name, values.length == 1 ? values[0] : List.of(values));
              }
            });
    return answers;
  }
}
