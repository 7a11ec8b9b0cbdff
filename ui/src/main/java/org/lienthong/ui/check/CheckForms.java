package org.lienthong.ui.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FactType;
import org.lienthong.catalogue.Field;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.catalogue.Forms;
import org.lienthong.catalogue.Jurisdiction;
import org.lienthong.catalogue.Texts;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.FactRange;
import org.lienthong.ui.check.Checkup.Asked;
import org.lienthong.ui.form.Question;
import org.lienthong.ui.form.Questions;
import org.lienthong.ui.form.Sheet;
import org.lienthong.ui.page.FactNames;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;

/**
 * Makes a form of one fact, whose type and codes the tables tell: read by the same validator and
 * shown by the same fragments as any other form. Thread-safe.
 */
@Component
class CheckForms {

  private static final String KEY = "check";
  private static final String UNKNOWN = "?";
  private static final int MOST_RADIOS = 7;
  private static final int LONGEST = 60;

  /** 12.000.000 as people write it. */
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([., \\u00a0]\\d{3})+");

  private final Catalogue catalogue;
  private final Eligibility eligibility;
  private final Forms forms;
  private final Questions questions;
  private final FactNames names;
  private final Words words;

  CheckForms(
      Catalogue catalogue,
      Eligibility eligibility,
      Forms forms,
      Questions questions,
      FactNames names,
      Words words) {
    this.catalogue = catalogue;
    this.eligibility = eligibility;
    this.forms = forms;
    this.questions = questions;
    this.names = names;
    this.words = words;
  }

  /** Whether the fact can be asked for on a page: a list cannot. */
  boolean asks(Asked asked) {
    FactType type = type(asked);
    return type != FactType.LIST && type != FactType.CONTEXT;
  }

  /** Of a page's parameters the answer to this question, as it is kept. */
  Map<String, Object> pick(Asked asked, Map<String, String[]> parameters) {
    Map<String, Object> picked = new LinkedHashMap<>();
    boolean whole = range(asked).whole();
    forms
        .pick(form(asked), parameters, Map.of())
        .forEach((path, value) -> picked.put(path, whole ? ungrouped(value) : value));
    return picked;
  }

  private static Object ungrouped(Object value) {
    return value instanceof String text && GROUPED.matcher(text.strip()).matches()
        ? text.replaceAll("\\D", "")
        : value;
  }

  /** What is kept where a person does not know. */
  Map<String, Object> unknown(Asked asked) {
    return Map.of(asked.fact() + UNKNOWN, "true");
  }

  boolean unknown(Asked asked, Map<String, Object> answers) {
    return answers.containsKey(asked.fact() + UNKNOWN);
  }

  /** The same answers without any to this question. */
  static Map<String, Object> without(Asked asked, Map<String, Object> answers) {
    Map<String, Object> others = new LinkedHashMap<>(answers);
    others
        .keySet()
        .removeIf(
            path ->
                path.equals(asked.fact())
                    || path.equals(asked.fact() + UNKNOWN)
                    || path.startsWith(asked.fact() + "."));
    return others;
  }

  /** The answer, typed; empty where there is none that can be read. */
  Optional<Object> read(Asked asked, Map<String, Object> answers) {
    return forms.read(form(asked), own(asked, answers), Map.of())
            instanceof FormAnswers.Accepted accepted
        ? Optional.ofNullable(accepted.facts().get(asked.fact()))
            .map(value -> type(asked) == FactType.BOOLEAN ? (Object) "true".equals(value) : value)
        : Optional.empty();
  }

  /** What must be mended. */
  List<FormAnswers.Problem> problems(Asked asked, Map<String, Object> answers) {
    return forms.read(form(asked), own(asked, answers), Map.of())
            instanceof FormAnswers.Rejected rejected
        ? rejected.problems()
        : List.of();
  }

  private static Map<String, Object> own(Asked asked, Map<String, Object> answers) {
    Map<String, Object> own = new LinkedHashMap<>(answers);
    own.keySet()
        .removeIf(path -> !path.equals(asked.fact()) && !path.startsWith(asked.fact() + "."));
    return own;
  }

  /** The question as a page shows it. */
  Question question(Asked asked, Map<String, Object> answers, List<FormAnswers.Problem> problems) {
    Sheet sheet = new Sheet(form(asked), texts(asked), Map.of(), own(asked, answers), problems);
    return questions.pages(sheet).get(0).get(0);
  }

  /** The answer in words. */
  String said(Asked asked, @Nullable Object value) {
    return value == null
        ? words.say("precheck.unknown")
        : place(asked, value).orElseGet(() -> names.value(asked.fact(), value));
  }

  private Optional<String> place(Asked asked, Object code) {
    return places(asked)
        ? catalogue
            .jurisdictions()
            .find(String.valueOf(code))
            .map(found -> found.name(words.locale()))
        : Optional.empty();
  }

  private Form form(Asked asked) {
    FactRange range = range(asked);
    List<String> codes = codes(asked, range);
    String type =
        switch (type(asked)) {
          case DATE -> "datetime";
          case NUMBER -> "number";
          default ->
              codes.isEmpty() ? "textfield" : codes.size() > MOST_RADIOS ? "select" : "radio";
        };
    boolean number = type.equals("number");
    Field field =
        new Field(
            type,
            asked.fact(),
            true,
            false,
            null,
            codes,
            null,
            null,
            LONGEST,
            number && range.min() != null ? (double) range.min() : null,
            number && range.max() != null ? (double) range.max() : null,
            null,
            List.of(),
            number && range.whole() ? Map.of("inputmode", "numeric") : Map.of());
    return new Form(KEY, List.of(field));
  }

  private FactType type(Asked asked) {
    return catalogue.factType(asked.fact()).orElse(FactType.TEXT);
  }

  private FactRange range(Asked asked) {
    return eligibility.rules().range(asked.decision(), asked.fact());
  }

  private List<String> codes(Asked asked, FactRange range) {
    if (type(asked) == FactType.BOOLEAN) {
      return List.of("true", "false");
    }
    if (!places(asked)) {
      return range.codes();
    }
    return catalogue.jurisdictions().all().stream()
        .filter(place -> asked.fact().equals(catalogue.jurisdictions().facts().get(place.level())))
        .map(Jurisdiction::code)
        .toList();
  }

  private boolean places(Asked asked) {
    return catalogue.jurisdictions().facts().containsValue(asked.fact());
  }

  private Texts texts(Asked asked) {
    String fact = asked.fact();
    String at = KEY + "." + fact + ".";
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(at + "label", words.sayOr("fact." + fact + ".ask", names.of(fact)));
    String hint = words.sayOr("fact." + fact + ".hint", "");
    if (!hint.isEmpty()) {
      texts.put(at + "hint", hint);
    }
    for (String code : codes(asked, range(asked))) {
      texts.put(
          at + "options." + code + ".label",
          type(asked) == FactType.BOOLEAN ? words.value(code.equals("true")) : said(asked, code));
    }
    return new Texts(Map.of(words.locale().getLanguage(), texts));
  }
}
