package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Finding;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;

/** What the catalogue finds wrong, as one test for each folder. */
final class Findings {

  private final Catalogue catalogue;

  Findings(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The folders of a kind as they lie there: what is wrong with one may keep it from being live.
   */
  List<Folder> folders(FolderKind kind) {
    try (Stream<Path> folders = Files.list(Home.PATH.resolve(kind.path()))) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(path -> new Folder(kind, path.getFileName().toString(), files(path)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> files(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /**
   * One test for each folder of these kinds: nothing is found in the files that are asked about.
   */
  Stream<DynamicTest> none(Predicate<String> file, FolderKind... kinds) {
    List<Folder> folders = Stream.of(kinds).flatMap(kind -> folders(kind).stream()).toList();
    assertThat(folders).as("folders of content").isNotEmpty();
    return folders.stream()
        .map(
            folder ->
                dynamicTest(
                    folder.kind().name().toLowerCase(Locale.ROOT) + " " + folder.key(),
                    () -> assertThat(in(folder, file)).isEmpty()));
  }

  private List<String> in(Folder folder, Predicate<String> file) {
    return catalogue.check(folder).stream()
        .filter(finding -> file.test(finding.file()))
        .map(Findings::sentence)
        .toList();
  }

  private static String sentence(Finding finding) {
    return "%s [%s] %s/%s%s: %s"
        .formatted(
            finding.severity(),
            finding.rule(),
            finding.folder(),
            finding.file(),
            finding.element() == null ? "" : " at " + finding.element(),
            finding.message());
  }
}
