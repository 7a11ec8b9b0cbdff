package org.lienthong.processes;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.springframework.beans.factory.annotation.Autowired;

/** Models and forms keep to the vocabulary, to its names, and to what the dossier knows by then. */
@OverTheContent
class ProcessStyleTest {

  @Autowired Catalogue catalogue;

  @TestFactory
  Stream<DynamicTest> everyModelKeepsToTheVocabulary() {
    return new Findings(catalogue)
        .none(ProcessStyleTest::isNeitherFormNorText, FolderKind.LIFE_EVENT, FolderKind.SERVICE);
  }

  private static boolean isNeitherFormNorText(String file) {
    return !file.endsWith(".form") && !file.startsWith("texts.");
  }

  @TestFactory
  Stream<DynamicTest> everyFormCanBeShown() {
    return new Findings(catalogue)
        .none(file -> file.endsWith(".form"), FolderKind.LIFE_EVENT, FolderKind.SERVICE);
  }
}
