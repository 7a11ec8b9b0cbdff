package org.lienthong.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lienthong.eligibility.SecondLayer;

/**
 * The folders of decisions that the processes of a content home ask, and where benefits are offered
 * those that weigh them: what a story can need. All the others would only be checked and deployed
 * in vain, for every story again.
 */
final class UsedDecisions {

  private static final Pattern ASKED = Pattern.compile("camunda:decisionRef=\"([^\"]+)\"");

  /** What a life event's check asks about, too: decisions, or folders of them. */
  private static final Pattern CHECKED = Pattern.compile("name=\"checks\" value=\"([^\"]+)\"");

  private static final Pattern OFFERED = Pattern.compile("- offer: *([a-z0-9-]+)");

  private static final String WEIGHING = "name=\"" + SecondLayer.KEPT + "\"";

  private UsedDecisions() {}

  static Set<String> of(Path home) {
    List<String> asked = new ArrayList<>();
    boolean offers = false;
    for (Path file : files(home.resolve("processes"), 4)) {
      if (file.endsWith("scenarios.yaml")) {
        List<String> offered =
            OFFERED.matcher(text(file)).results().map(UsedDecisions::key).toList();
        offers |= !offered.isEmpty();
        asked.addAll(offered);
      }
      if (file.toString().endsWith(".bpmn")) {
        String model = text(file);
        ASKED.matcher(model).results().map(UsedDecisions::key).forEach(asked::add);
        CHECKED
            .matcher(model)
            .results()
            .flatMap(checks -> Stream.of(key(checks).split(",\\s*", -1)))
            .forEach(asked::add);
      }
    }
    Set<String> folders = new TreeSet<>();
    for (Path folder : files(home.resolve("decisions"), 1)) {
      String name = String.valueOf(folder.getFileName());
      boolean named = asked.stream().anyMatch(key -> (key + "-").startsWith(name + "-"));
      if (Files.isDirectory(folder) && (named || offers && weighs(folder))) {
        folders.add(name);
      }
    }
    return folders;
  }

  private static boolean weighs(Path folder) {
    return files(folder, 1).stream()
        .anyMatch(file -> file.toString().endsWith(".dmn") && text(file).contains(WEIGHING));
  }

  private static String key(MatchResult found) {
    return found.group(1);
  }

  private static List<Path> files(Path root, int depth) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root, depth)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
