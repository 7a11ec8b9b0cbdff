package org.lienthong.catalogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with content, said so that its author can mend it.
 *
 * @param severity whether it stops publication
 * @param rule the rule's stable name, kebab-case
 * @param folder the folder's key
 * @param file the file within the folder
 * @param element the element in the file (a BPMN or DMN id, a form field's key, a text's key)
 * @param message what is wrong and how to mend it, in English
 * @param vietnamese the same in Vietnamese; null where the check speaks English only
 */
public record Finding(
    Severity severity,
    String rule,
    String folder,
    String file,
    @Nullable String element,
    String message,
    @Nullable String vietnamese) {

  /** What a check says in English only. */
  public Finding(
      Severity severity,
      String rule,
      String folder,
      String file,
      @Nullable String element,
      String message) {
    this(severity, rule, folder, file, element, message, null);
  }

  /** The language in which a reader of another can be told: theirs, or else English. */
  public Locale language(Locale reader) {
    return vietnamese != null && reader.getLanguage().equals("vi") ? reader : Locale.ENGLISH;
  }

  /** What is wrong, in the reader's language where the check speaks it. */
  public String message(Locale reader) {
    return vietnamese != null && reader.getLanguage().equals("vi") ? vietnamese : message;
  }

  /** Whether a finding stops publication. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
