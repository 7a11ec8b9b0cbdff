package org.lienthong.ui.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Field;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.ui.form.Question.Choice;
import org.lienthong.ui.form.Question.Row;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;

/**
 * Makes questions of a form's components: one language, what is known filled in, what does not
 * count left out. Thread-safe.
 */
@Component
public class Questions {

  private final Conditions conditions;
  private final Choices choices;
  private final Provenance provenance;
  private final Words words;

  Questions(Conditions conditions, Choices choices, Provenance provenance, Words words) {
    this.conditions = conditions;
    this.choices = choices;
    this.provenance = provenance;
    this.words = words;
  }

  /** All questions, by the page that they stand on, in order. */
  public List<List<Question>> pages(Sheet sheet) {
    Map<Integer, List<Field>> fields = new TreeMap<>();
    sheet
        .form()
        .fields()
        .forEach(field -> fields.computeIfAbsent(page(field), n -> new ArrayList<>()).add(field));
    return fields.values().stream()
        .map(together -> questions(sheet, together, "", sheet.form().key() + ".", null))
        .filter(page -> !page.isEmpty())
        .toList();
  }

  private static int page(Field field) {
    try {
      return Integer.parseInt(field.properties().getOrDefault("page", "1"));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private List<Question> questions(
      Sheet sheet, List<Field> fields, String prefix, String texts, @Nullable Map<?, ?> row) {
    List<Question> questions = new ArrayList<>();
    for (Field field : fields) {
      Conditions.Verdict verdict = conditions.judge(sheet, field, fields, row);
      if (verdict.counts()) {
        questions.add(question(new Spot(sheet, field, prefix, texts, row), verdict));
      }
    }
    return questions;
  }

  /**
   * A component in its place.
   *
   * @param prefix the path of the list's row that it is in, or nothing
   * @param texts where its words begin
   * @param row what is known of that row
   */
  record Spot(Sheet sheet, Field field, String prefix, String texts, @Nullable Map<?, ?> row) {

    String path() {
      return prefix + field.key();
    }

    Optional<String> say(String part, Locale locale) {
      return sheet.texts().find(texts + field.key() + "." + part, locale);
    }

    @Nullable Object known() {
      return row == null ? sheet.known(field.key()) : row.get(field.key());
    }

    boolean shown() {
      return field.readonly() || field.confirms() && !corrects();
    }

    /** Whether it takes what a person says instead of what is shown above it. */
    boolean corrects() {
      return field.corrects() && !field.readonly();
    }
  }

  private Question question(Spot spot, Conditions.Verdict verdict) {
    Field field = spot.field();
    Locale locale = words.locale();
    List<String> values = values(spot);
    List<Choice> options = choices.of(spot, values, locale);
    boolean list = field.type().equals("dynamiclist");
    return new Question(
        field.type(),
        spot.path(),
        label(spot, locale),
        spot.corrects() ? null : spot.say("hint", locale).orElse(null),
        spot.corrects() ? null : spot.say("why", locale).orElse(null),
        legalBasis(spot, locale),
        field.required(),
        spot.shown(),
        values,
        text(spot, options),
        spot.row() == null ? provenance.of(spot.sheet().dossier().get(field.key())) : null,
        options,
        list ? rows(spot) : List.of(),
        field.type().equals("group") ? inner(spot) : correction(spot),
        attributes(spot),
        spot.shown() ? null : error(spot, locale),
        verdict.onlyIf());
  }

  private String label(Spot spot, Locale locale) {
    String label =
        spot.say("label", locale).or(() -> spot.say("text", locale)).orElse(spot.field().key());
    return spot.corrects() ? words.say("form.correct.label", label) : label;
  }

  private static @Nullable String legalBasis(Spot spot, Locale locale) {
    String key = spot.field().properties().get("legalBasis");
    return key == null || spot.corrects()
        ? null
        : spot.sheet().texts().find("legalBasis." + key, locale).orElse(null);
  }

  /** A blank of the same kind: what is known stands above it. */
  private List<Question> correction(Spot spot) {
    if (!spot.field().corrects() || spot.corrects()) {
      return List.of();
    }
    Field blank = changed(spot.field(), false, false);
    return List.of(
        question(
            new Spot(spot.sheet(), blank, spot.prefix(), spot.texts(), Map.of()),
            new Conditions.Verdict(true, null)));
  }

  private List<Question> inner(Spot spot) {
    return questions(spot.sheet(), spot.field().fields(), spot.prefix(), spot.texts(), spot.row());
  }

  private List<Row> rows(Spot spot) {
    List<?> known = spot.known() instanceof List<?> some ? some : List.of();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      Map<?, ?> item = known.get(i) instanceof Map<?, ?> map ? map : Map.of();
      rows.add(
          new Row(
              known.size() > 1 ? words.say("form.person", i + 1) : null,
              questions(
                  spot.sheet(),
                  rowFields(spot),
                  spot.path() + "[" + i + "].",
                  spot.texts() + spot.field().key() + ".",
                  item)));
    }
    return rows;
  }

  /** Where the whole list is only shown, so is everything in it. */
  private static List<Field> rowFields(Spot spot) {
    return spot.shown()
        ? spot.field().fields().stream()
            .map(field -> changed(field, field.required(), true))
            .toList()
        : spot.field().fields();
  }

  private static Field changed(Field field, boolean required, boolean readonly) {
    return new Field(
        field.type(),
        field.key(),
        required,
        readonly,
        field.condition(),
        field.options(),
        field.optionsFrom(),
        field.minLength(),
        field.maxLength(),
        field.min(),
        field.max(),
        field.pattern(),
        field.fields(),
        field.properties());
  }

  /** What was answered, otherwise what is known: kept even where it was wrong. */
  private static List<String> values(Spot spot) {
    Object answer = spot.shown() ? null : spot.sheet().answers().get(spot.path());
    Object value = answer == null ? spot.known() : answer;
    if (value instanceof List<?> several) {
      return several.stream().filter(each -> !(each instanceof Map)).map(String::valueOf).toList();
    }
    return value == null ? List.of() : List.of(String.valueOf(value));
  }

  private String text(Spot spot, List<Choice> options) {
    List<String> chosen = options.stream().filter(Choice::chosen).map(Choice::label).toList();
    if (!chosen.isEmpty()) {
      return String.join(", ", chosen);
    }
    Object known = spot.known();
    Object answer = spot.shown() ? null : spot.sheet().answers().get(spot.path());
    return switch (spot.field().type()) {
      case "datetime" -> date(spot, known);
      case "checkbox" ->
          words.value(answer == null ? known : (Object) values(spot).contains("true"));
      default -> words.value(answer == null ? known : answer);
    };
  }

  private String date(Spot spot, @Nullable Object known) {
    Map<String, Object> answers = spot.sheet().answers();
    if (!spot.shown() && answers.containsKey(spot.path() + ".year")) {
      return "%s/%s/%s"
          .formatted(
              answers.get(spot.path() + ".day"),
              answers.get(spot.path() + ".month"),
              answers.get(spot.path() + ".year"));
    }
    return words.value(known);
  }

  private static Map<String, String> attributes(Spot spot) {
    Map<String, String> attributes = new TreeMap<>();
    Field field = spot.field();
    for (String name : List.of("autocomplete", "inputmode")) {
      Optional.ofNullable(field.properties().get(name))
          .ifPresent(value -> attributes.put(name, value));
    }
    if (field.type().equals("datetime") && !spot.shown()) {
      LocalDate known = spot.known() instanceof LocalDate date ? date : null;
      part(spot, attributes, "day", known == null ? null : known.getDayOfMonth());
      part(spot, attributes, "month", known == null ? null : known.getMonthValue());
      part(spot, attributes, "year", known == null ? null : known.getYear());
    }
    return attributes;
  }

  private static void part(
      Spot spot, Map<String, String> attributes, String name, @Nullable Integer known) {
    Object answer = spot.sheet().answers().get(spot.path() + "." + name);
    if (answer != null || known != null) {
      attributes.put(name, String.valueOf(answer != null ? answer : known));
    }
  }

  private @Nullable String error(Spot spot, Locale locale) {
    return spot.sheet().problems().stream()
        .filter(problem -> problem.field().equals(spot.path()))
        .findFirst()
        .map(problem -> say(problem, label(spot, locale)))
        .orElse(null);
  }

  /** A problem in words. */
  public String say(FormAnswers.Problem problem, String label) {
    String limit = problem.limit() == null ? "" : problem.limit();
    String key = "form.error." + problem.code();
    return words.sayOr(key, "").isEmpty()
        ? words.say("form.error.wrong-type", label)
        : words.say(key, label, limit);
  }
}
