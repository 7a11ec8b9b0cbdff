package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java interprets content and knows none of it by name (design, section 1). */
class NoCodeNamesContentTest {

  private static final Path ROOT = Path.of(System.getProperty("lienthong.content"));

  @Test
  void noJavaNamesALifeEventAServiceAnAgencyOrADecision() {
    Map<String, Pattern> mentions = mentions();
    assertThat(mentions).as("the content of the checkout").hasSizeGreaterThan(8);
    List<String> found = new ArrayList<>();
    for (Path source : sources()) {
      String text = read(source);
      mentions.forEach(
          (name, mention) -> {
            if (mention.matcher(text).find()) {
              found.add(ROOT.relativize(source) + " names " + name);
            }
          });
    }
    assertThat(found)
        .as("say it in content (BPMN, DMN, texts) and let Java read it from the catalogue")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find(\"birth-registration\")",
        "\" such as \\\"birth-grant\\\".\"",
        "\"such as /civil-status, or so\"",
        "\"life-events/birth\"",
        "\"birth.bpmn\"",
        "// as social-pension does",
      })
  void findsAMentionHoweverItIsWritten(String source) {
    assertThat(mentions().values()).anyMatch(mention -> mention.matcher(source).find());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// a birth in a hospital",
        "\"birthDate\"",
        "resolve(\"decisions/population.yaml\")"
      })
  void takesNoWordOfTheLanguageForAMention(String source) {
    assertThat(mentions().values()).noneMatch(mention -> mention.matcher(source).find());
  }

  /**
   * Per name how Java would mention it: a name of several words anywhere, one that is a word of the
   * language too in quotes or in an address. A file beside the folders may be called like one.
   */
  private static Map<String, Pattern> mentions() {
    Map<String, Pattern> mentions = new TreeMap<>();
    for (String question : questions()) {
      mentions.put(question, Pattern.compile("[\"/]" + question + "(?![\\w-])"));
    }
    for (String name : names()) {
      mentions.put(
          name,
          name.contains("-")
              ? Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])")
              : Pattern.compile("[\"/]" + name + "(?!\\w|\\.yaml)"));
    }
    return mentions;
  }

  /** What decisions ask, without the service that they begin with. */
  private static Set<String> questions() {
    Set<String> questions = new TreeSet<>();
    for (String table : tables().toList()) {
      names().stream()
          .filter(service -> table.startsWith(service + "-"))
          .map(service -> table.substring(service.length() + 1))
          .filter(question -> question.contains("-"))
          .forEach(questions::add);
    }
    return questions;
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String parent :
        List.of("processes/life-events", "processes/services", "processes/agencies", "decisions")) {
      list(ROOT.resolve(parent))
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !Set.of("src", "target").contains(name))
          .forEach(names::add);
    }
    tables().forEach(names::add);
    return names;
  }

  private static Stream<String> tables() {
    return list(ROOT.resolve("decisions"))
        .filter(Files::isDirectory)
        .flatMap(NoCodeNamesContentTest::list)
        .map(file -> file.getFileName().toString())
        .filter(file -> file.endsWith(".dmn"))
        .map(file -> file.substring(0, file.length() - ".dmn".length()));
  }

  private static List<Path> sources() {
    return Stream.of("engine/src/main/java", "ui/src/main/java")
        .map(ROOT::resolve)
        .filter(Files::isDirectory)
        .flatMap(NoCodeNamesContentTest::walk)
        .filter(file -> file.toString().endsWith(".java"))
        // these name packages of Java, one of which may be called as an agency is
        .filter(file -> !file.endsWith("package-info.java"))
        .toList();
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
