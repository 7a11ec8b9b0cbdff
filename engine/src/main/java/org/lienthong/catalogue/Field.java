package org.lienthong.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form.
 *
 * @param type form-js's name: {@code textfield}, {@code textarea}, {@code number}, {@code
 *     datetime}, {@code select}, {@code radio}, {@code checkbox}, {@code checklist}, {@code
 *     dynamiclist}, {@code group}, {@code text}
 * @param key the fact that it reads and writes; within a list, the property of the list's item
 * @param required whether it must be answered when it is shown
 * @param readonly whether it only shows the fact
 * @param condition FEEL over the answers; the field is left out where it is true
 * @param options the codes that may be chosen, in order
 * @param optionsFrom the fact that holds the list of options ({@code [{value, label}]}), where they
 *     are not fixed
 * @param minLength shortest text, in code points
 * @param maxLength longest text, in code points
 * @param min smallest number
 * @param max largest number
 * @param pattern what the text must match
 * @param fields the fields of a list's item or of a group
 * @param properties {@code page}, {@code prefill}, {@code legalBasis}, {@code autocomplete}, …
 */
public record Field(
    String type,
    String key,
    boolean required,
    boolean readonly,
    @Nullable String condition,
    List<String> options,
    @Nullable String optionsFrom,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable Double min,
    @Nullable Double max,
    @Nullable String pattern,
    List<Field> fields,
    Map<String, String> properties) {

  public Field {
    options = List.copyOf(options);
    fields = List.copyOf(fields);
    properties = Map.copyOf(properties);
  }

  /** Whether the fact is shown with where it comes from, so that the person need only agree. */
  public boolean confirms() {
    return "true".equals(properties.get("confirm")) || corrects();
  }

  /**
   * Whether the person may also say what is right instead; what is known stays in force until an
   * official decides.
   */
  public boolean corrects() {
    return "correct".equals(properties.get("confirm"));
  }
}
