package org.lienthong.ui.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.catalogue.Field;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.Texts;
import org.lienthong.journey.Fact;
import org.lienthong.journey.Fact.Source;
import org.lienthong.ui.form.Renderer;
import org.lienthong.ui.form.Sheet;
import org.lienthong.ui.work.Comparisons.Line;
import org.lienthong.ui.work.Comparisons.Match;
import org.lienthong.ui.work.Comparisons.Said;
import org.springframework.context.i18n.LocaleContextHolder;

/** What an official sees of a case whose sources do not all say the same. */
class ComparisonsTest {

  private static final Instant READ = Instant.parse("2026-11-24T03:00:00Z");

  private final Renderer renderer =
      new Renderer().calling("hospital", "Bệnh viện").calling("people", "Sổ dân cư");
  private final Comparisons comparisons =
      new Comparisons(renderer.questions(), renderer.agencies(), renderer.words());
  private final Map<String, List<Fact>> evidence = new TreeMap<>();

  @BeforeEach
  void inEnglish() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void forgetTheLanguage() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void showWhatDiffersFirstAndWhatAgreesAfterIt() {
    known("thingPlace", fact(Source.REGISTER, "hospital", "Huế"));
    known("thingKind", fact(Source.DECLARED, "p-1", "Round"));
    known(
        "thingName", fact(Source.REGISTER, "people", "Bình"), fact(Source.DECLARED, "p-1", "Bình"));
    known(
        "thingDate",
        fact(Source.REGISTER, "hospital", LocalDate.of(2026, 11, 16)),
        fact(Source.DECLARED, "p-1", LocalDate.of(2026, 11, 17)));

    assertThat(lines())
        .extracting(Line::label, Line::match)
        .containsExactly(
            tuple("Date", Match.DIFFERS),
            tuple("Kind", Match.ONE),
            tuple("Name", Match.SAME),
            tuple("Place", Match.ONE));
    assertThat(lines().get(0).declared()).containsExactly(new Said("17 November 2026", "", false));
    assertThat(lines().get(0).recorded())
        .containsExactly(new Said("16 November 2026", "Bệnh viện", true));
  }

  @Test
  void showRegistersThatDisagree() {
    known(
        "thingName",
        fact(Source.REGISTER, "people", "Bình"),
        fact(Source.REGISTER, "hospital", "An"));

    assertThat(lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.differs()).isTrue();
              assertThat(line.declared()).isEmpty();
              assertThat(line.recorded())
                  .containsExactly(
                      new Said("Bình", "Sổ dân cư", true), new Said("An", "Bệnh viện", false));
            });
  }

  @Test
  void showWhatAnOfficialFoundBesideTheRegister() {
    known(
        "thingName", fact(Source.OFFICER, "o-1", "Bình"), fact(Source.REGISTER, "hospital", "An"));

    assertThat(lines().get(0).recorded())
        .containsExactly(
            new Said("Bình", "Entered by an officer on 24 November 2026", true),
            new Said("An", "Bệnh viện", false));
  }

  @Test
  void callNothingDeclaredThatAFormTookOverIntoAList() {
    known(
        "things",
        fact(Source.DECLARED, "p-1", List.of(Map.of("order", 1L, "name", "Một"))),
        fact(Source.REGISTER, "hospital", List.of(Map.of("order", 1L))));

    assertThat(lines())
        .extracting(Line::label, line -> line.declared().size(), line -> line.recorded().size())
        .containsExactly(tuple("Its name", 1, 0), tuple("Order", 0, 1));
  }

  @Test
  void showAnItemThatOnlyARegisterKnows() {
    known(
        "things",
        fact(Source.DECLARED, "p-1", List.of(Map.of("order", 1L, "name", "Một"))),
        fact(Source.REGISTER, "hospital", List.of(Map.of("order", 1L), Map.of("order", 2L))));

    assertThat(lines())
        .extracting(Line::of, line -> line.recorded().size())
        .contains(tuple("Things: Number 2", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void readAsBefore(String language) throws IOException {
    LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    known("thingPlace", fact(Source.REGISTER, "hospital", "Huế"));
    known("thingKind", fact(Source.DECLARED, "p-1", "<b>Round</b>"));
    known(
        "thingName", fact(Source.REGISTER, "people", "Bình"), fact(Source.DECLARED, "p-1", "Bình"));
    known(
        "thingDate",
        fact(Source.REGISTER, "hospital", LocalDate.of(2026, 11, 16)),
        fact(Source.DECLARED, "p-1", LocalDate.of(2026, 11, 17)));

    String drawn =
        renderer.draw(
            "compared",
            Map.of("lines", lines(), "differences", 1L),
            Locale.forLanguageTag(language));

    Path golden = Path.of("src/test/resources/golden/compare." + language + ".html");
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(golden, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(golden));
  }

  private List<Line> lines() {
    Map<String, Fact> dossier = new TreeMap<>();
    evidence.forEach((name, said) -> dossier.put(name, said.get(0)));
    return comparisons.of(new Sheet(form(), texts(), dossier, Map.of(), List.of()), evidence);
  }

  private void known(String name, Fact... said) {
    List<Fact> facts = new ArrayList<>();
    Arrays.stream(said)
        .forEach(
            each ->
                facts.add(new Fact(name, each.value(), each.source(), each.origin(), null, READ)));
    evidence.put(name, facts);
  }

  private static Fact fact(Source source, String origin, Object value) {
    return new Fact("it", value, source, origin, null, READ);
  }

  private static Form form() {
    Field things =
        field(
            "dynamiclist", "things", List.of(field("number", "order"), field("textfield", "name")));
    return new Form(
        "form",
        List.of(
            things,
            field("textfield", "thingPlace"),
            field("textfield", "thingName"),
            field("datetime", "thingDate"),
            field("textfield", "thingKind")));
  }

  private static Field field(String type, String key) {
    return field(type, key, List.of());
  }

  private static Field field(String type, String key, List<Field> inner) {
    return new Field(
        type, key, false, true, null, List.of(), null, null, null, null, null, null, inner,
        Map.of());
  }

  private static Texts texts() {
    Map<String, String> english = new LinkedHashMap<>();
    Map<String, String> vietnamese = new LinkedHashMap<>();
    List.of(
            List.of("things", "Things", "Các vật"),
            List.of("things.order", "Order", "Thứ tự"),
            List.of("things.name", "Its name", "Tên của vật"),
            List.of("thingPlace", "Place", "Nơi"),
            List.of("thingName", "Name", "Tên"),
            List.of("thingDate", "Date", "Ngày"),
            List.of("thingKind", "Kind", "Loại"))
        .forEach(
            each -> {
              english.put("form." + each.get(0) + ".label", each.get(1));
              vietnamese.put("form." + each.get(0) + ".label", each.get(2));
            });
    return new Texts(Map.of("en", english, "vi", vietnamese));
  }
}
