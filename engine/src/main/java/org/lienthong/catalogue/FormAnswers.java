package org.lienthong.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of answers to a form: facts, or what is wrong with them. */
public sealed interface FormAnswers {

  /**
   * Every answer is in order.
   *
   * @param facts exactly the facts that the form names, typed: String, Boolean, Long, Double,
   *     LocalDate, or a list of maps of these
   */
  record Accepted(Map<String, Object> facts) implements FormAnswers {}

  /**
   * Something must be mended; nothing was kept.
   *
   * @param problems in the order of the fields
   */
  record Rejected(List<Problem> problems) implements FormAnswers {}

  /**
   * What is wrong with one answer.
   *
   * @param field path of the field: {@code clinicCode}, {@code children[0].name}
   * @param code {@code required}, {@code too-long}, {@code not-a-date}, …: a key of the messages
   *     {@code form.error.<code>}
   * @param limit the limit that was passed, where there is one
   */
  record Problem(String field, String code, @Nullable String limit) {}
}
