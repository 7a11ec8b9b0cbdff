package org.lienthong.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lienthong.catalogue.Field;
import org.lienthong.ui.form.Question.Choice;
import org.lienthong.ui.form.Question.Consequence;
import org.lienthong.ui.page.Language;
import org.springframework.stereotype.Component;

/** The codes of a question with their words, fixed in the form or read from a fact. */
@Component
class Choices {

  List<Choice> of(Questions.Spot spot, List<String> chosen, Locale locale) {
    Field field = spot.field();
    if (field.optionsFrom() == null) {
      return field.options().stream()
          .map(
              code ->
                  new Choice(
                      code,
                      spot.say("options." + code + ".label", locale).orElse(code),
                      chosen.contains(code),
                      consequences(spot, code)))
          .toList();
    }
    List<Choice> choices = new ArrayList<>();
    if (spot.sheet().known(field.optionsFrom()) instanceof List<?> offered) {
      for (Object each : offered) {
        choices.add(offered(each, chosen));
      }
    }
    return choices;
  }

  private static Choice offered(Object offered, List<String> chosen) {
    if (offered instanceof Map<?, ?> option) {
      String code = String.valueOf(option.get("value"));
      Object label = option.get("label");
      return new Choice(
          code, label == null ? code : String.valueOf(label), chosen.contains(code), List.of());
    }
    String code = String.valueOf(offered);
    return new Choice(code, code, chosen.contains(code), List.of());
  }

  /** What the citizen will read, in every language, for the official to see beforehand. */
  private static List<Consequence> consequences(Questions.Spot spot, String code) {
    List<Consequence> consequences = new ArrayList<>();
    for (Locale language : Language.ALL) {
      Optional<String> text = spot.say("options." + code + ".citizen", language);
      text.ifPresent(
          words ->
              consequences.add(
                  new Consequence(
                      language.getLanguage(),
                      words,
                      spot.say("options." + code + ".legalBasis", language).orElse(null))));
    }
    return consequences;
  }
}
