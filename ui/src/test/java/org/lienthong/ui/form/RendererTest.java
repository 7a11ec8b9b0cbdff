package org.lienthong.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.catalogue.Field;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.FormAnswers;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Every component as a page shows it: empty, known, wrong. The pictures lie in {@code
 * src/test/resources/golden}; {@code -Dgolden=write} draws them anew, and the diff is what a
 * reviewer reads.
 */
class RendererTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private final Renderer renderer = new Renderer();
  private final Questions questions = renderer.questions();

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  static Stream<String> components() {
    return Specimens.TYPES.stream().flatMap(type -> Stream.of(type + ".vi", type + ".en"));
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
    Sheet sheet =
        Specimens.sheet(Specimens.field("textfield", false), Map.of("it", evil), List.of());

    String drawn = renderer.draw(questions.pages(sheet).get(0), Locale.ENGLISH);

    assertThat(drawn)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;${7*7}[[${7*7}]]")
        .doesNotContain("<script>", "49");
  }

  @Test
  void leavesOutWhatDoesNotCountAndShowsWhatHangsOnTheSamePage() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    Field asked = Specimens.option("radio", "choice", null);
    Field hanging = Specimens.option("select", "more", "choice != \"A\"");
    Field hidden = Specimens.option("select", "never", "known = 1");
    Form form = new Form("form", List.of(asked, hanging, hidden));
    Sheet sheet =
        new Sheet(
            form,
            Specimens.texts(),
            Map.of("known", Specimens.register("known", 1L)),
            Map.of(),
            List.of());

    List<Question> page = questions.pages(sheet).get(0);

    assertThat(page).extracting(Question::path).containsExactly("choice", "more");
    assertThat(page.get(1).onlyIf())
        .isEqualTo(new Question.OnlyIf("choice", "A", "Answer only if you chose: First"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"textfield", "datetime", "select"})
  void offersToSayWhatIsRightBesideWhatIsKnown(String type) {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    Field field = Specimens.corrected(type);

    Question untouched = questions.pages(Specimens.sheet(field, Map.of(), List.of())).get(0).get(0);
    Question corrected =
        questions
            .pages(
                Specimens.sheet(
                    field,
                    Specimens.answers(type),
                    List.of(new FormAnswers.Problem("it", "not-a-date", null))))
            .get(0)
            .get(0);

    assertThat(untouched.asks()).as("it is no question").isFalse();
    assertThat(untouched.corrected()).isFalse();
    assertThat(pageWith(field, Map.of("it", "", "it.year", "")).corrected()).isFalse();
    assertThat(untouched.fields().get(0).value()).as("blank, not what is known").isEmpty();
    assertThat(renderer.draw(List.of(untouched), Locale.ENGLISH))
        .contains("Is “What is it?” wrong?", "What is it?, as it should be", "read on")
        .doesNotContain(" open=");
    assertThat(corrected.corrected()).isTrue();
    assertThat(corrected.text()).as("what is known still stands").isEqualTo(untouched.text());
    assertThat(renderer.draw(List.of(corrected), Locale.ENGLISH))
        .contains(" open=", "aria-invalid=\"true\"");
  }

  private Question pageWith(Field field, Map<String, Object> answers) {
    return questions.pages(Specimens.sheet(field, answers, List.of())).get(0).get(0);
  }

  private String draw(String type, Locale language) {
    LocaleContextHolder.setLocale(language);
    List<Question> all = new ArrayList<>();
    all.addAll(
        questions.pages(Specimens.sheet(Specimens.field(type, false), Map.of(), List.of())).get(0));
    all.addAll(
        questions.pages(Specimens.sheet(Specimens.field(type, true), Map.of(), List.of())).get(0));
    all.addAll(
        questions
            .pages(
                Specimens.sheet(
                    Specimens.field(type, false),
                    Specimens.answers(type),
                    List.of(
                        new FormAnswers.Problem("it", "required", null),
                        new FormAnswers.Problem("it[0].name", "too-long", "100"))))
            .get(0));
    return renderer.draw(all, language);
  }

  private static List<String> all(String text, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
