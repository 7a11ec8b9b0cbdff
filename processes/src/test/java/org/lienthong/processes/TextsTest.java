package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Texts;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything that a person reads is there, in every language. */
@OverTheContent
class TextsTest {

  private static final List<String> LANGUAGES = List.of("vi", "en");

  /** What the page of a life event says before anybody signs in. */
  private static final List<String> PAGE =
      List.of(
          "title", "summary", "gets", "who", "ready", "time", "cost", "otherWays", "legalBasis");

  private static final FolderKind[] KINDS = {
    FolderKind.LIFE_EVENT, FolderKind.SERVICE, FolderKind.AGENCY
  };

  @Autowired Catalogue catalogue;

  @TestFactory
  Stream<DynamicTest> everyTextIsFoundByTheThingThatItNames() {
    return new Findings(catalogue).none(file -> file.startsWith("texts."), KINDS);
  }

  @TestFactory
  Stream<DynamicTest> languagesAreInStep() {
    return Stream.of(KINDS)
        .flatMap(kind -> new Findings(catalogue).folders(kind).stream())
        .map(folder -> dynamicTest(folder.key(), () -> inStep(folder)));
  }

  private void inStep(Folder folder) {
    Map<String, Map<String, String>> texts = texts(folder).byLanguage();
    assertThat(texts).as("languages of %s", folder.key()).containsOnlyKeys(LANGUAGES);
    Set<String> all = new TreeSet<>();
    texts.values().forEach(each -> all.addAll(each.keySet()));
    for (String language : LANGUAGES) {
      Set<String> missing = new TreeSet<>(all);
      missing.removeAll(texts.getOrDefault(language, Map.of()).keySet());
      assertThat(missing)
          .as(
              "keys to add to %s/texts.%s.yaml, because another language has them",
              folder.key(), language)
          .isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyLifeEventHasItsPage() {
    return new Findings(catalogue)
        .folders(FolderKind.LIFE_EVENT).stream()
            .map(folder -> dynamicTest(folder.key(), () -> page(folder)));
  }

  private void page(Folder folder) {
    Texts texts = texts(folder);
    for (String language : LANGUAGES) {
      assertThat(texts.byLanguage().getOrDefault(language, Map.of()).keySet())
          .as("%s/texts.%s.yaml, below %s:", folder.key(), language, folder.key())
          .containsAll(PAGE.stream().map(key -> folder.key() + "." + key).toList());
    }
  }

  private Texts texts(Folder folder) {
    return catalogue.liveTexts(folder.kind(), folder.key());
  }
}
