package org.lienthong.ui.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.catalogue.Texts;
import org.lienthong.journey.Fact;

/**
 * Everything that one look at a form needs.
 *
 * @param form what is asked
 * @param texts the words of the folder that the form belongs to
 * @param dossier what the journey knows already, by fact
 * @param answers what was posted so far, by path: a String or a list of Strings
 * @param problems what must be mended
 */
public record Sheet(
    Form form,
    Texts texts,
    Map<String, Fact> dossier,
    Map<String, Object> answers,
    List<FormAnswers.Problem> problems) {

  public Sheet {
    dossier = Map.copyOf(dossier);
    answers = Map.copyOf(answers);
    problems = List.copyOf(problems);
  }

  /** The same with other answers. */
  public Sheet with(Map<String, Object> others, List<FormAnswers.Problem> wrong) {
    return new Sheet(form, texts, dossier, others, wrong);
  }

  /** The same as if this were in force. */
  public Sheet knowing(Fact fact) {
    Map<String, Fact> others = new HashMap<>(dossier);
    others.put(fact.name(), fact);
    return new Sheet(form, texts, others, answers, problems);
  }

  /** The key of a text of this form. */
  String key(String path) {
    return form.key() + "." + path;
  }

  @Nullable Object known(String fact) {
    Fact found = dossier.get(fact);
    return found == null ? null : found.value();
  }
}
