package org.lienthong.ui.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Field;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.catalogue.Texts;
import org.lienthong.journey.Fact;

/** One component of each kind, with its words, what is known of it, and answers to it. */
final class Specimens {

  private static final Instant READ = Instant.parse("2026-11-24T03:00:00Z");

  static final List<String> TYPES =
      List.of(
          "textfield",
          "textarea",
          "number",
          "datetime",
          "select",
          "radio",
          "checkbox",
          "checklist",
          "text",
          "group",
          "dynamiclist");

  private Specimens() {}

  static Map<String, Object> answers(String type) {
    return switch (type) {
      case "datetime" -> Map.of("it.day", "31", "it.month", "2", "it.year", "2026");
      case "checklist" -> Map.of("it", List.of("A", "B"));
      case "checkbox" -> Map.of("it", List.of("false", "true"));
      case "dynamiclist" -> Map.of("it[0].name", "An", "it[1].name", "Bình");
      default -> Map.of("it", "B");
    };
  }

  static Sheet sheet(Field field, Map<String, Object> answers, List<FormAnswers.Problem> problems) {
    Map<String, Fact> dossier = new LinkedHashMap<>();
    if (field.type().equals("dynamiclist")) {
      dossier.put("it", register("it", List.of(Map.of("order", 1L), Map.of("order", 2L))));
    } else if (field.readonly()) {
      dossier.put("it", register("it", known(field.type())));
    }
    return new Sheet(new Form("form", List.of(field)), texts(), dossier, answers, problems);
  }

  static Object known(String type) {
    return switch (type) {
      case "datetime" -> LocalDate.of(2026, 7, 5);
      case "number" -> 1_234_567L;
      case "checkbox" -> true;
      default -> "A";
    };
  }

  static Fact register(String name, Object value) {
    return new Fact(name, value, Fact.Source.REGISTER, "office", null, READ);
  }

  static Field field(String type, boolean readonly) {
    List<Field> inner =
        switch (type) {
          case "dynamiclist" ->
              List.of(
                  make("number", "order", true, null, List.of()),
                  make("textfield", "name", false, null, List.of()));
          case "group" -> List.of(make("textfield", "name", readonly, null, List.of()));
          default -> List.of();
        };
    return make(type, "it", readonly, null, inner);
  }

  static Field corrected(String type) {
    return make(type, "it", true, null, List.of(), Map.of("confirm", "correct"));
  }

  static Field option(String type, String key, @Nullable String condition) {
    return make(type, key, false, condition, List.of());
  }

  static Field make(
      String type, String key, boolean readonly, @Nullable String condition, List<Field> inner) {
    return make(
        type, key, readonly, condition, inner, Map.of("legalBasis", "law", "autocomplete", "off"));
  }

  private static Field make(
      String type,
      String key,
      boolean readonly,
      @Nullable String condition,
      List<Field> inner,
      Map<String, String> properties) {
    boolean coded = List.of("select", "radio", "checklist").contains(type);
    return new Field(
        type,
        key,
        !type.equals("textarea"),
        readonly,
        condition,
        coded ? List.of("A", "B") : List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        inner,
        properties);
  }

  static Texts texts() {
    Map<String, String> english = new LinkedHashMap<>();
    Map<String, String> vietnamese = new LinkedHashMap<>();
    say(english, vietnamese, "form.it.label", "What is it?", "Đó là gì?");
    say(english, vietnamese, "form.it.hint", "A hint.", "Một gợi ý.");
    say(english, vietnamese, "form.it.why", "The law asks for it.", "Luật yêu cầu.");
    say(english, vietnamese, "form.it.name.label", "Name", "Tên");
    say(english, vietnamese, "form.it.order.label", "Order", "Thứ tự");
    say(english, vietnamese, "form.name.label", "Name", "Tên");
    say(english, vietnamese, "legalBasis.law", "Law 1", "Luật số 1");
    for (String field : List.of("it", "choice", "more", "never")) {
      String options = "form." + field + ".options.";
      say(english, vietnamese, options + "A.label", "First", "Thứ nhất");
      say(english, vietnamese, options + "B.label", "Second", "Thứ hai");
    }
    say(english, vietnamese, "form.it.options.B.citizen", "We are sorry.", "Rất tiếc.");
    return new Texts(Map.of("en", english, "vi", vietnamese));
  }

  static void say(
      Map<String, String> english,
      Map<String, String> vietnamese,
      String key,
      String inEnglish,
      String inVietnamese) {
    english.put(key, inEnglish);
    vietnamese.put(key, inVietnamese);
  }
}
