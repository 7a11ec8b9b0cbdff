package org.lienthong.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.catalogue.Forms;
import org.lienthong.journey.Fact;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Step;

/** The pages speak both languages, and the same things in both. */
class MessagesTest {

  private static final Pattern USED = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]+)[}(]");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  @ParameterizedTest
  @ValueSource(strings = {"messages", "studio"})
  void areInStep(String bundle) throws IOException {
    assertThat(keys(bundle, "en")).containsExactlyInAnyOrderElementsOf(keys(bundle, "vi"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void sayEverythingThatPagesSay(String language) throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path template : templates.filter(file -> file.toString().endsWith(".html")).toList()) {
        Matcher matcher = USED.matcher(Files.readString(template));
        while (matcher.find()) {
          used.add(matcher.group(1));
        }
      }
    }
    Set<String> known = new TreeSet<>(load("messages", language).stringPropertyNames());
    known.addAll(load("studio", language).stringPropertyNames());

    assertThat(used).isNotEmpty();
    assertThat(known).containsAll(used);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void haveAWordForEveryState(String language) throws IOException {
    Properties messages = load("messages", language);
    Stream.of(Step.State.values())
        .forEach(state -> assertThat(messages).containsKey("state." + state));
    Stream.of(Journey.State.values())
        .forEach(state -> assertThat(messages).containsKey("journey." + state));
    Stream.of(Fact.Source.values())
        .forEach(source -> assertThat(messages).containsKey("source." + source));
    Stream.of(org.lienthong.eligibility.Status.values())
        .forEach(status -> assertThat(messages).containsKey("status." + status));
  }

  /** What a form refuses, it says in words: the general ones are for codes that nobody foresaw. */
  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void haveAWordForEveryProblemOfAnAnswer(String language) throws IOException {
    Properties messages = load("messages", language);
    assertThat(Forms.CODES).isNotEmpty();
    Forms.CODES.forEach(
        code -> assertThat(messages.getProperty("form.error." + code, "")).as(code).isNotBlank());
    assertThat(messages.stringPropertyNames())
        .filteredOn(key -> key.startsWith("form.error."))
        .map(key -> key.substring("form.error.".length()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Forms.CODES.stream(), Stream.of("title", "here")).toList());
  }

  @Test
  void fillTheSamePlaces() throws IOException {
    Properties vietnamese = load("messages", "vi");
    Properties english = load("messages", "en");
    for (String key : english.stringPropertyNames()) {
      assertThat(places(vietnamese.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
      assertThat(vietnamese.getProperty(key)).as(key).isNotBlank();
    }
  }

  /** The checks on content speak English themselves; only the other language needs words. */
  private static Set<String> keys(String bundle, String language) throws IOException {
    Set<String> keys = new TreeSet<>(load(bundle, language).stringPropertyNames());
    keys.removeIf(key -> key.startsWith("studio.rule."));
    return keys;
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  private static Properties load(String bundle, String language) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            java.util.Objects.requireNonNull(
                MessagesTest.class.getResourceAsStream(
                    "/" + bundle + "_" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
