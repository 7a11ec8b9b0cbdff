package org.lienthong.ui.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lienthong.catalogue.Field;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.catalogue.Texts;
import org.lienthong.feel.Feel;
import org.lienthong.journey.Fact;
import org.lienthong.ui.page.AgencyNames;
import org.lienthong.ui.page.Words;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Every component as a page shows it: empty, known, wrong. The pictures lie in {@code
 * src/test/resources/golden}; {@code -Dgolden=write} draws them anew, and the diff is what a
 * reviewer reads.
 */
class RendererTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Instant READ = Instant.parse("2026-11-24T03:00:00Z");
  private static final List<String> TYPES =
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

  private final ResourceBundleMessageSource messages = messages();
  private final Words words = words();
  private final Questions questions = questions();
  private final SpringTemplateEngine templates = templates();

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  static Stream<String> components() {
    return TYPES.stream().flatMap(type -> Stream.of(type + ".vi", type + ".en"));
  }

  @ParameterizedTest
  @MethodSource("components")
  void drawsEachComponentAsBefore(String name) throws IOException {
    String type = name.substring(0, name.indexOf('.'));
    Locale language = Locale.forLanguageTag(name.substring(name.indexOf('.') + 1));

    String drawn = draw(type, language);

    Path golden = GOLDEN.resolve(name + ".html");
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @MethodSource("components")
  void tiesEveryWordToItsInput(String name) {
    String type = name.substring(0, name.indexOf('.'));
    String drawn = draw(type, Locale.forLanguageTag("vi"));
    List<String> ids = all(drawn, " id=\"([^\"]+)\"");

    assertThat(all(drawn, " for=\"([^\"]+)\"")).allSatisfy(id -> assertThat(ids).contains(id));
    assertThat(all(drawn, "aria-describedby=\"([^\"]+)\""))
        .flatExtracting(text -> List.of(text.split(" ")))
        .allSatisfy(id -> assertThat(ids).contains(id));
  }

  @Test
  void neverRunsWhatAPersonTyped() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    String evil = "\"><script>alert(1)</script>${7*7}[[${7*7}]]";
    Sheet sheet = sheet(field("textfield", false), Map.of("it", evil), List.of());

    String drawn = draw(questions.pages(sheet).get(0), Locale.ENGLISH);

    assertThat(drawn)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;${7*7}[[${7*7}]]")
        .doesNotContain("<script>", "49");
  }

  @Test
  void leavesOutWhatDoesNotCountAndShowsWhatHangsOnTheSamePage() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    Field asked = option("radio", "choice", null);
    Field hanging = option("select", "more", "choice != \"A\"");
    Field hidden = option("select", "never", "known = 1");
    Form form = new Form("form", List.of(asked, hanging, hidden));
    Sheet sheet =
        new Sheet(form, texts(), Map.of("known", register("known", 1L)), Map.of(), List.of());

    List<Question> page = questions.pages(sheet).get(0);

    assertThat(page).extracting(Question::path).containsExactly("choice", "more");
    assertThat(page.get(1).onlyIf())
        .isEqualTo(new Question.OnlyIf("choice", "A", "Answer only if you chose: First"));
  }

  private String draw(String type, Locale language) {
    LocaleContextHolder.setLocale(language);
    List<Question> all = new ArrayList<>();
    all.addAll(questions.pages(sheet(field(type, false), Map.of(), List.of())).get(0));
    all.addAll(questions.pages(sheet(field(type, true), Map.of(), List.of())).get(0));
    all.addAll(
        questions
            .pages(
                sheet(
                    field(type, false),
                    answers(type),
                    List.of(
                        new FormAnswers.Problem("it", "required", null),
                        new FormAnswers.Problem("it[0].name", "too-long", "100"))))
            .get(0));
    return draw(all, language);
  }

  private String draw(List<Question> page, Locale language) {
    StringBuilder drawn = new StringBuilder();
    for (Question question : page) {
      Context context = new Context(language, Map.of("q", question));
      drawn.append(templates.process("one", context).strip()).append("\n\n");
    }
    return drawn.toString().replaceAll("(?m)^\\s+$", "").replaceAll("\n{3,}", "\n\n");
  }

  private static Map<String, Object> answers(String type) {
    return switch (type) {
      case "datetime" -> Map.of("it.day", "31", "it.month", "2", "it.year", "2026");
      case "checklist" -> Map.of("it", List.of("A", "B"));
      case "checkbox" -> Map.of("it", List.of("false", "true"));
      case "dynamiclist" -> Map.of("it[0].name", "An", "it[1].name", "Bình");
      default -> Map.of("it", "B");
    };
  }

  private static Sheet sheet(
      Field field, Map<String, Object> answers, List<FormAnswers.Problem> problems) {
    Map<String, Fact> dossier = new LinkedHashMap<>();
    if (field.type().equals("dynamiclist")) {
      dossier.put("it", register("it", List.of(Map.of("order", 1L), Map.of("order", 2L))));
    } else if (field.readonly()) {
      dossier.put("it", register("it", known(field.type())));
    }
    return new Sheet(new Form("form", List.of(field)), texts(), dossier, answers, problems);
  }

  private static Object known(String type) {
    return switch (type) {
      case "datetime" -> LocalDate.of(2026, 7, 5);
      case "number" -> 1_234_567L;
      case "checkbox" -> true;
      default -> "A";
    };
  }

  private static Fact register(String name, Object value) {
    return new Fact(name, value, Fact.Source.REGISTER, "office", null, READ);
  }

  private static Field field(String type, boolean readonly) {
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

  private static Field option(String type, String key, @Nullable String condition) {
    return make(type, key, false, condition, List.of());
  }

  private static Field make(
      String type, String key, boolean readonly, @Nullable String condition, List<Field> inner) {
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
        Map.of("legalBasis", "law", "autocomplete", "off"));
  }

  private static Texts texts() {
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

  private static void say(
      Map<String, String> english,
      Map<String, String> vietnamese,
      String key,
      String inEnglish,
      String inVietnamese) {
    english.put(key, inEnglish);
    vietnamese.put(key, inVietnamese);
  }

  private static List<String> all(String text, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  private Words words() {
    return new Words(messages, Clock.systemUTC(), "Asia/Ho_Chi_Minh");
  }

  private Questions questions() {
    AgencyNames agencies = mock(AgencyNames.class);
    when(agencies.of(any())).thenReturn("Office");
    return new Questions(
        new Conditions(new Feel(), words), new Choices(), new Provenance(agencies, words), words);
  }

  private SpringTemplateEngine templates() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    engine.setTemplateEngineMessageSource(messages);
    return engine;
  }
}
