package org.lienthong.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StudioWordsTest {

  @Test
  void saysEverythingInBothLanguages() throws IOException {
    Properties vietnamese = words("vi");
    Properties english = words("en");

    assertThat(vietnamese.stringPropertyNames())
        .filteredOn(key -> !key.startsWith("studio.rule."))
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(places(vietnamese.getProperty(key)))
                    .as(key)
                    .isEqualTo(places(english.getProperty(key))));
  }

  private static String places(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(place -> place.group())
        .sorted()
        .collect(Collectors.joining());
  }

  private static Properties words(String language) throws IOException {
    var words = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(
                StudioWordsTest.class.getResourceAsStream("/studio_" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      words.load(in);
    }
    return words;
  }
}
