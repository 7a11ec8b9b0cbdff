package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Java interprets content and knows none of it by name (design, section 1). */
class NoCodeNamesContentTest {

  private static final Path ROOT = Path.of(System.getProperty("lienthong.content"));

  @Test
  void noJavaNamesALifeEventAServiceAnAgencyOrADecision() {
    Set<String> names = names();
    assertThat(names).as("the content of the checkout").hasSizeGreaterThan(8);
    List<String> found = new ArrayList<>();
    for (Path source : sources()) {
      String text = read(source);
      for (String name : names) {
        if (text.contains('"' + name + '"')
            || text.contains('"' + name + '.')
            || text.contains('/' + name + '/')) {
          found.add(ROOT.relativize(source) + " names " + name);
        }
      }
    }
    assertThat(found)
        .as("say it in content (BPMN, DMN, texts) and let Java read it from the catalogue")
        .isEmpty();
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
    list(ROOT.resolve("decisions"))
        .filter(Files::isDirectory)
        .flatMap(NoCodeNamesContentTest::list)
        .map(file -> file.getFileName().toString())
        .filter(file -> file.endsWith(".dmn"))
        .map(file -> file.substring(0, file.length() - ".dmn".length()))
        .forEach(names::add);
    return names;
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
