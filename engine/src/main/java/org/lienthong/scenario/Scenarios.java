package org.lienthong.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stories that content tells about itself ({@code scenarios.yaml}).
 *
 * <p>Every story is played on an engine, a sandbox and a clock of its own, so none can spoil
 * another; because a JVM has one engine clock, stories are played one after the other.
 */
public final class Scenarios {

  private final Path home;

  /** The scenarios of a home of content: the directory that holds {@code processes}. */
  public Scenarios(Path home) {
    this.home = home;
  }

  /**
   * Every story of every folder, in the order of folders and of each file.
   *
   * @throws IllegalArgumentException if a file cannot be understood; the message says where and how
   *     to mend it
   */
  public List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (Path file : files()) {
      Path folder = home.resolve("processes").relativize(file.getParent());
      all.addAll(ScenarioFile.read(folder.toString().replace('\\', '/'), text(file)));
    }
    return all;
  }

  /** Plays a story from its beginning to its end, or to the first move that cannot be made. */
  public Played play(Scenario scenario) {
    try (Stage stage = new Stage(home, scenario.start())) {
      return new Player(stage, scenario).play();
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String kind : List.of("life-events", "services")) {
      Path parent = home.resolve("processes").resolve(kind);
      if (Files.isDirectory(parent)) {
        try (Stream<Path> folders = Files.list(parent)) {
          folders
              .map(folder -> folder.resolve("scenarios.yaml"))
              .filter(Files::exists)
              .sorted()
              .forEach(files::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return files;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
