package org.lienthong.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lienthong.feel.Feel;

/** The small content of these tests, and broken variants of it. */
final class DemoContent {

  private static final Feel FEEL = new Feel();
  private static final ContentReader READER = new ContentReader(FEEL);
  private static final Checks CHECKS = new Checks(new ModelLint(FEEL), READER, FEEL);

  private final Map<Contents.Place, Folder> folders =
      new TreeMap<>(java.util.Comparator.comparing(Contents.Place::toString));

  private DemoContent(List<Folder> all) {
    all.forEach(f -> folders.put(Contents.Place.of(f), f));
  }

  static DemoContent whole() {
    return at("src/test/resources/content");
  }

  static DemoContent at(String home) {
    return new DemoContent(new ContentHome(home, Set.of()).read());
  }

  /** With a text of a file replaced everywhere; the test fails if it does not occur. */
  DemoContent replacing(FolderKind kind, String folder, String file, String old, String fresh) {
    String text = text(kind, folder, file);
    if (!text.contains(old)) {
      throw new AssertionError(file + " does not hold " + old);
    }
    return having(kind, folder, file, text.replace(old, fresh));
  }

  DemoContent having(FolderKind kind, String folder, String file, String text) {
    Map<String, byte[]> files = new TreeMap<>(folder(kind, folder).files());
    files.put(file, text.getBytes(UTF_8));
    return with(new Folder(kind, folder, files));
  }

  DemoContent lacking(FolderKind kind, String folder, String file) {
    Map<String, byte[]> files = new TreeMap<>(folder(kind, folder).files());
    if (files.remove(file) == null) {
      throw new AssertionError("there is no " + file);
    }
    return with(new Folder(kind, folder, files));
  }

  DemoContent with(Folder folder) {
    List<Folder> all = new ArrayList<>(folders.values());
    all.add(folder);
    return new DemoContent(all);
  }

  Folder folder(FolderKind kind, String key) {
    Folder folder = folders.get(new Contents.Place(kind, key));
    if (folder == null) {
      throw new AssertionError("there is no " + kind + " " + key);
    }
    return folder;
  }

  String text(FolderKind kind, String folder, String file) {
    return new String(folder(kind, folder).files().get(file), UTF_8);
  }

  List<Finding> check(FolderKind kind, String key) {
    return CHECKS.check(folder(kind, key), contents());
  }

  /** What is said of a changed folder while this content is live. */
  List<Finding> checkChange(Folder changed) {
    return CHECKS.checkWithCallers(changed, contents());
  }

  List<Finding> checkAll() {
    return folders.values().stream().flatMap(f -> CHECKS.check(f, contents()).stream()).toList();
  }

  Contents contents() {
    return new Contents(folders.values().stream().map(READER::read).toList());
  }
}
