package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
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
  Stream<DynamicTest> everyTextIsThereInEveryLanguageAndNamesAThing() {
    return new Findings(catalogue).none(file -> file.startsWith("texts."), KINDS);
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
