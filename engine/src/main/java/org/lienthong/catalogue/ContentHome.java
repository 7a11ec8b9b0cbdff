package org.lienthong.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The one home of content on disk: the checkout, or what was unpacked from the program. */
@Component
class ContentHome {

  private static final Logger LOG = LoggerFactory.getLogger(ContentHome.class);
  private static final String UNPACKED = "data/content";
  private static final List<String> LAW = List.of(Parameters.FILE, Jurisdictions.FILE);
  private static final List<String> ROOTS = List.of("/content/processes/", "/content/decisions/");

  private final Path home;
  private final Set<String> decisions;

  /**
   * The home.
   *
   * @param setting where it lies; empty for the working directory
   * @param decisions the folders of decisions that are read, for a world in which only one story is
   *     played; empty for all
   */
  ContentHome(
      @Value("${lienthong.content:}") String setting,
      @Value("${lienthong.content-decisions:}") Set<String> decisions) {
    this.decisions = Set.copyOf(decisions);
    Path checkout = Path.of(setting.isBlank() ? "." : setting);
    boolean found = Files.isDirectory(checkout.resolve("processes"));
    home = found || !setting.isBlank() ? checkout : Path.of(UNPACKED);
  }

  /** Every folder, in the order in which they may be deployed. */
  List<Folder> read() {
    if (!Files.isDirectory(home.resolve("processes"))) {
      unpack();
    }
    List<Folder> folders = new ArrayList<>();
    folders.add(parameters());
    for (FolderKind kind :
        List.of(
            FolderKind.AGENCY, FolderKind.DECISION, FolderKind.SERVICE, FolderKind.LIFE_EVENT)) {
      for (Path directory : directories(home.resolve(kind.path()))) {
        Folder folder = new Folder(kind, name(directory), filesUnder(directory));
        if (describes(folder) && wanted(folder)) {
          folders.add(folder);
        }
      }
    }
    return folders.stream().filter(f -> !f.files().isEmpty()).toList();
  }

  Path file(String relative) {
    return home.resolve(relative);
  }

  /**
   * Writes a folder so that a reader finds the old one or the new one, and after a crash in between
   * at worst none: the database has both.
   */
  void write(Folder folder) {
    try {
      if (folder.kind() == FolderKind.PARAMETERS) {
        writeFiles(home.resolve(folder.kind().path()), folder.files());
        return;
      }
      Path parent = Files.createDirectories(home.resolve(folder.kind().path()));
      Path fresh = parent.resolve("." + folder.key() + ".new");
      Path stale = parent.resolve("." + folder.key() + ".old");
      delete(fresh);
      delete(stale);
      writeFiles(fresh, folder.files());
      Path place = parent.resolve(folder.key());
      if (Files.exists(place)) {
        Files.move(place, stale);
      }
      Files.move(fresh, place);
      delete(stale);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder.key() + " to the content home", e);
    }
  }

  private static void writeFiles(Path directory, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path target = directory.resolve(file.getKey()).normalize();
      if (!target.startsWith(directory)) {
        throw new IllegalArgumentException("a file name leaves its folder");
      }
      Files.createDirectories(target.getParent());
      Path fresh = target.resolveSibling("." + target.getFileName() + ".new");
      Files.write(fresh, file.getValue());
      Files.move(fresh, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The law's amounts and places lie beside the folders of decisions, among other files. */
  private Folder parameters() {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path file : list(home.resolve(FolderKind.PARAMETERS.path()))) {
      if (Files.isRegularFile(file) && LAW.contains(name(file))) {
        files.put(name(file), bytes(file));
      }
    }
    return new Folder(FolderKind.PARAMETERS, "parameters", files);
  }

  private boolean wanted(Folder folder) {
    return folder.kind() != FolderKind.DECISION
        || decisions.isEmpty()
        || decisions.contains(folder.key());
  }

  /** Decisions share their place with a module of the build; only folders with tables count. */
  private static boolean describes(Folder folder) {
    return folder.kind() != FolderKind.DECISION
        || folder.files().keySet().stream().anyMatch(name -> name.endsWith(".dmn"));
  }

  private static List<Path> directories(Path parent) {
    return list(parent).stream()
        .filter(Files::isDirectory)
        .filter(p -> !List.of("src", "target").contains(name(p)))
        .toList();
  }

  private static List<Path> list(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(p -> !name(p).startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> filesUnder(Path directory) {
    Map<String, byte[]> files = new TreeMap<>();
    collect(directory, "", files);
    return files;
  }

  private static void collect(Path directory, String prefix, Map<String, byte[]> files) {
    for (Path entry : list(directory)) {
      if (Files.isDirectory(entry)) {
        collect(entry, prefix + name(entry) + "/", files);
      } else {
        files.put(prefix + name(entry), bytes(entry));
      }
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> tree = Files.walk(path)) {
        for (Path each : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /** Takes the content that the program brought along, at its first start. */
  private void unpack() {
    try {
      Resource[] resources =
          new PathMatchingResourcePatternResolver().getResources("classpath*:content/**/*.*");
      for (Resource resource : resources) {
        copy(resource);
      }
      LOG.info("unpacked {} files of content to {}", resources.length, home);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the content to " + home, e);
    }
  }

  private void copy(Resource resource) throws IOException {
    String url = resource.getURL().toString();
    int at = ROOTS.stream().mapToInt(url::lastIndexOf).max().orElse(-1);
    if (at < 0 || !resource.isReadable()) {
      return;
    }
    String relative = url.substring(at + "/content/".length());
    Path target =
        home.resolve(java.net.URLDecoder.decode(relative, java.nio.charset.StandardCharsets.UTF_8));
    Files.createDirectories(target.getParent());
    try (InputStream in = resource.getInputStream()) {
      Files.write(target, in.readAllBytes());
    }
  }
}
