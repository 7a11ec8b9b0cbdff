package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;

/** One reading of one post: walks the form, never the post. */
final class FormReading {

  private static final Pattern SAYABLE = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,100}");
  private static final int UNKNOWN_SAID = 20;

  private final Feel feel;
  private final Form form;
  private final Map<String, Object> dossier;
  private final Map<String, Object> posted = new HashMap<>();
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final Map<String, Object> corrections = new LinkedHashMap<>();
  private final List<FormAnswers.Problem> problems = new ArrayList<>();

  FormReading(Feel feel, Form form, Map<String, ?> posted, Map<String, Object> dossier) {
    this.feel = feel;
    this.form = form;
    this.dossier = dossier;
    flatten(posted);
  }

  FormAnswers read() {
    form.fields().forEach(field -> readField("", field, Map.of(), facts));
    // last, so that no condition goes by what is not in force
    facts.putAll(corrections);
    refuseUnknown();
    return problems.isEmpty()
        ? new FormAnswers.Accepted(facts)
        : new FormAnswers.Rejected(List.copyOf(problems));
  }

  /** A program's nested lists under the paths that a page uses. */
  private void flatten(Map<String, ?> raw) {
    Set<String> lists = new TreeSet<>();
    collectLists(form.fields(), lists);
    raw.forEach(
        (name, value) -> {
          if (lists.contains(name)) {
            flattenRows(name, value);
          } else {
            posted.put(name, value);
          }
        });
  }

  private static void collectLists(List<Field> fields, Set<String> lists) {
    for (Field field : fields) {
      if (field.type().equals("dynamiclist")) {
        lists.add(field.key());
      } else if (field.type().equals("group")) {
        collectLists(field.fields(), lists);
      }
    }
  }

  private void flattenRows(String name, @Nullable Object value) {
    if (value == null) {
      return;
    }
    if (!(value instanceof List<?> rows)) {
      problems.add(new Wrong(Wrong.WRONG_TYPE).at(name));
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      String row = name + "[" + i + "]";
      if (rows.get(i) instanceof Map<?, ?> properties) {
        properties.forEach((property, answer) -> posted.put(row + "." + property, answer));
      } else {
        problems.add(new Wrong(Wrong.WRONG_TYPE).at(row));
      }
    }
  }

  /**
   * @param prefix the path of the list's row that the field is in, or nothing
   * @param row what the dossier holds of that row
   * @param answers where the answer goes
   */
  private void readField(
      String prefix, Field field, Map<String, Object> row, Map<String, Object> answers) {
    if (hidden(field, row, answers)) {
      return;
    }
    switch (field.type()) {
      case "group" -> field.fields().forEach(inner -> readField(prefix, inner, row, answers));
      case "dynamiclist" -> readRows(field);
      default -> {
        if (field.corrects()) {
          readCorrection(field);
        } else if (Answer.asks(field) && !field.readonly() && !field.confirms()) {
          readAnswer(prefix + field.key(), field, answers);
        }
      }
    }
  }

  private void readRows(Field list) {
    if (list.readonly() || list.confirms()) {
      return;
    }
    List<Map<String, Object>> rows = FormPaths.rows(list, dossier);
    List<Map<String, Object>> answered = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = new LinkedHashMap<>(rows.get(i));
      Map<String, Object> answers = new LinkedHashMap<>();
      for (Field field : list.fields()) {
        readField(FormPaths.rowPath(list, i), field, rows.get(i), answers);
      }
      row.putAll(answers);
      answered.add(row);
    }
    if (!answered.isEmpty()) {
      facts.put(list.key(), List.copyOf(answered));
    }
  }

  private void readAnswer(String path, Field field, Map<String, Object> answers) {
    try {
      Object answer = Answer.read(field, path, posted, options(field));
      if (answer != null) {
        answers.put(field.key(), answer);
      } else if (field.required()) {
        throw new Wrong(Wrong.REQUIRED);
      }
    } catch (Wrong wrong) {
      problems.add(wrong.at(path));
    }
  }

  /** To say nothing, or what is known already, is to agree. */
  private void readCorrection(Field field) {
    try {
      Object answer = Answer.read(field, field.key(), posted, options(field));
      if (answer != null && !answer.equals(dossier.get(field.key()))) {
        corrections.put(field.key(), answer);
      }
    } catch (Wrong wrong) {
      problems.add(wrong.at(field.key()));
    }
  }

  private List<String> options(Field field) {
    if (field.optionsFrom() == null) {
      return field.options();
    }
    return dossier.get(field.optionsFrom()) instanceof List<?> choices
        ? choices.stream().map(FormReading::optionCode).toList()
        : List.of();
  }

  private static String optionCode(@Nullable Object choice) {
    return String.valueOf(choice instanceof Map<?, ?> option ? option.get("value") : choice);
  }

  private boolean hidden(Field field, Map<String, Object> row, Map<String, Object> answers) {
    String condition = field.condition();
    if (condition == null || condition.isBlank()) {
      return false;
    }
    // nearest last: what was just answered, in the row, goes before what the dossier holds
    Map<String, Object> variables = new HashMap<>(dossier);
    variables.putAll(facts);
    variables.putAll(row);
    variables.putAll(answers);
    try {
      String text = condition.strip();
      Object value = feel.evaluate(text.startsWith("=") ? text.substring(1) : text, variables);
      return Boolean.TRUE.equals(value);
    } catch (FeelSyntaxException cannotSay) {
      return false; // a question too many does less harm than one too few
    }
  }

  private void refuseUnknown() {
    Set<String> known = FormPaths.of(form, dossier).programPaths();
    posted.keySet().stream()
        .filter(name -> !known.contains(name))
        .map(name -> SAYABLE.matcher(name).matches() ? name : "?")
        .distinct()
        .sorted()
        .limit(UNKNOWN_SAID)
        .forEach(name -> problems.add(new Wrong(Wrong.UNKNOWN).at(name)));
  }
}
