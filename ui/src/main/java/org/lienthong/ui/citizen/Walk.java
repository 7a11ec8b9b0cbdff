package org.lienthong.ui.citizen;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.ui.form.Sheet;

/**
 * A person's way through one form: page after page, then a look at everything, then sent.
 *
 * @param base the address of the form; its pages lie below
 * @param key under which the answers are noted
 * @param title what it is about
 * @param sheet the form with what is known
 * @param check says what is wrong with all answers together
 */
record Walk(
    String base,
    String key,
    String title,
    Sheet sheet,
    Function<Map<String, Object>, List<FormAnswers.Problem>> check) {

  Walk with(Map<String, Object> answers, List<FormAnswers.Problem> problems) {
    return new Walk(base, key, title, sheet.with(answers, problems), check);
  }
}
