package org.lienthong.ui.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Field;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;

/**
 * Says whether a question counts.
 *
 * <p>Where that hangs on another question of the same page, the page without scripts has to show
 * both; the script then hides what does not count.
 */
@Component
class Conditions {

  /** The kind of condition that a browser can follow: one answer, one code. */
  private static final Pattern UNLESS =
      Pattern.compile("\\s*(\\w+)\\s*!=\\s*\"([A-Za-z0-9_-]+)\"\\s*");

  private final Feel feel;
  private final Words words;

  Conditions(Feel feel, Words words) {
    this.feel = feel;
    this.words = words;
  }

  /** Whether a question counts, and what it hangs on. */
  record Verdict(boolean counts, Question.@Nullable OnlyIf onlyIf) {}

  Verdict judge(Sheet sheet, Field field, List<Field> together, @Nullable Map<?, ?> row) {
    String condition = field.condition();
    if (condition == null || condition.isBlank()) {
      return new Verdict(true, null);
    }
    String text = condition.strip();
    text = text.startsWith("=") ? text.substring(1) : text;
    try {
      if (hangsOn(text, together)) {
        return new Verdict(true, onlyIf(sheet, text, together));
      }
      return new Verdict(!Boolean.TRUE.equals(feel.evaluate(text, variables(sheet, row))), null);
    } catch (FeelSyntaxException e) {
      // A question too many does less harm than one too few.
      return new Verdict(true, null);
    }
  }

  private boolean hangsOn(String text, List<Field> together) {
    var names = feel.parse(text).freeNames();
    return together.stream()
        .anyMatch(field -> !field.readonly() && !field.confirms() && names.contains(field.key()));
  }

  private Question.@Nullable OnlyIf onlyIf(Sheet sheet, String text, List<Field> together) {
    Matcher unless = UNLESS.matcher(text);
    if (!unless.matches() || together.stream().noneMatch(f -> f.key().equals(unless.group(1)))) {
      return null;
    }
    String key = sheet.key(unless.group(1) + ".options." + unless.group(2) + ".label");
    return new Question.OnlyIf(
        unless.group(1),
        unless.group(2),
        words.say("form.only", sheet.texts().find(key, words.locale()).orElse(unless.group(2))));
  }

  private static Map<String, Object> variables(Sheet sheet, @Nullable Map<?, ?> row) {
    Map<String, Object> variables = new HashMap<>();
    sheet.dossier().forEach((name, fact) -> variables.put(name, fact.value()));
    sheet.answers().forEach(variables::put);
    sheet.form().fields().stream()
        .filter(Field::corrects)
        .forEach(f -> restore(sheet, f, variables));
    if (row != null) {
      row.forEach(
          (name, value) -> {
            if (value != null) {
              variables.put(String.valueOf(name), value);
            }
          });
    }
    return variables;
  }

  /** What is known stays in force, whatever a person says instead. */
  private static void restore(Sheet sheet, Field field, Map<String, Object> variables) {
    Object known = sheet.known(field.key());
    if (known == null) {
      variables.remove(field.key());
    } else {
      variables.put(field.key(), known);
    }
  }
}
