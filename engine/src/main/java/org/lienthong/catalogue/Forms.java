package org.lienthong.catalogue;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads answers to forms: the one validator, for pages and programs alike. Thread-safe. */
@Component
public class Forms {

  /**
   * Checks posted answers against a form.
   *
   * @param form the form that was shown
   * @param posted by field path; from a page, every value is a String or a list of Strings and list
   *     items are {@code children[0].name}; from a program, typed and nested
   * @param dossier the facts that the person was shown, by name: read-only fields and the rows of
   *     lists come from here, never from what was posted
   */
  public FormAnswers read(Form form, Map<String, ?> posted, Map<String, Object> dossier) {
    throw new UnsupportedOperationException("not built yet");
  }
}
