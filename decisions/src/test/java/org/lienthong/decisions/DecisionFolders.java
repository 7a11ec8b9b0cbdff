package org.lienthong.decisions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The folders of this module as they lie on disk, published or not; read once. */
final class DecisionFolders {

  private static final YAMLMapper YAML = YAMLMapper.builder().build();
  private static final List<Folder> ALL = read();
  private static final Map<String, Map<String, DmnModelInstance>> MODELS =
      new ConcurrentHashMap<>();

  private DecisionFolders() {}

  static List<Folder> all() {
    return ALL;
  }

  private static List<Folder> read() {
    Path home = Path.of(System.getProperty("lienthong.content")).resolve("decisions");
    try (Stream<Path> entries = Files.list(home)) {
      return entries
          .filter(Files::isDirectory)
          .filter(d -> !List.of("src", "target").contains(d.getFileName().toString()))
          .sorted()
          .map(DecisionFolders::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Folder read(Path directory) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path file : entries.filter(Files::isRegularFile).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Folder(FolderKind.DECISION, directory.getFileName().toString(), files);
  }

  /** The models of a folder by decision key, which is the file's name; for reading only. */
  static Map<String, DmnModelInstance> models(Folder folder) {
    return MODELS.computeIfAbsent(folder.key(), key -> parse(folder));
  }

  private static Map<String, DmnModelInstance> parse(Folder folder) {
    Map<String, DmnModelInstance> models = new TreeMap<>();
    folder
        .files()
        .forEach(
            (name, bytes) -> {
              if (name.endsWith(".dmn")) {
                models.put(
                    name.substring(0, name.length() - ".dmn".length()),
                    Dmn.readModelFromStream(new ByteArrayInputStream(bytes)));
              }
            });
    return models;
  }

  /** The decision under which a table is asked: a local one answers for its country's. */
  static String asked(String table) {
    return table.replaceFirst("-in-(\\d{2}|\\d{5})$", "");
  }

  static JsonNode yaml(Folder folder, String file) {
    byte[] bytes = folder.files().get(file);
    return bytes == null ? YAML.createObjectNode() : YAML.readTree(bytes);
  }
}
