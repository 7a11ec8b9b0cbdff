package org.lienthong.catalogue;

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
 */
public record Finding(
    Severity severity,
    String rule,
    String folder,
    String file,
    @Nullable String element,
    String message) {

  /** Whether a finding stops publication. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
