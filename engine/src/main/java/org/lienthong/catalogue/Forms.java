package org.lienthong.catalogue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lienthong.feel.Feel;
import org.springframework.stereotype.Component;

/** Reads answers to forms: the one validator, for pages and programs alike. Thread-safe. */
@Component
public class Forms {

  /** Every code that a {@link FormAnswers.Problem} can have; each needs a message. */
  public static final Set<String> CODES =
      Set.of(
          Wrong.REQUIRED,
          Wrong.TOO_SHORT,
          Wrong.TOO_LONG,
          Wrong.NOT_A_NUMBER,
          Wrong.TOO_SMALL,
          Wrong.TOO_LARGE,
          Wrong.NOT_A_DATE,
          Wrong.NOT_AN_OPTION,
          Wrong.PATTERN,
          Wrong.BAD_CHARACTER,
          Wrong.WRONG_TYPE,
          Wrong.UNKNOWN);

  private final Feel feel;

  public Forms(Feel feel) {
    this.feel = feel;
  }

  /**
   * Checks posted answers against a form.
   *
   * <p>A field that the form does not name is a problem ({@code unknown}); a page, which posts
   * buttons and tokens of its own, asks {@link #pick} first. Read-only fields, fields shown for
   * confirmation and hidden fields are never taken from what was posted.
   *
   * @param form the form that was shown
   * @param posted by field path; from a page, every value is a String or a list of Strings and list
   *     items are {@code children[0].name}, dates ISO or in parts {@code birthDate.day}, {@code
   *     .month}, {@code .year}; from a program, typed and nested
   * @param dossier the facts that the person was shown, by name: read-only fields and the rows of
   *     lists come from here, never from what was posted
   */
  public FormAnswers read(Form form, Map<String, ?> posted, Map<String, Object> dossier) {
    return new FormReading(feel, form, posted, dossier).read();
  }

  /**
   * Of a page's parameters those that the form asks for: what {@link #read} wants.
   *
   * @param parameters as the servlet has them
   * @param dossier the facts that the page was made from
   */
  public Map<String, Object> pick(
      Form form, Map<String, String[]> parameters, Map<String, Object> dossier) {
    Set<String> known = FormPaths.of(form, dossier).pagePaths();
    Map<String, Object> picked = new LinkedHashMap<>();
    parameters.forEach(
        (name, values) -> {
          if (known.contains(name) && values.length > 0) {
            picked.put(name, values.length == 1 ? values[0] : List.copyOf(Arrays.asList(values)));
          }
        });
    return picked;
  }
}
