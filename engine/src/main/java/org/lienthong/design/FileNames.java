package org.lienthong.design;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lienthong.catalogue.FolderKind;

/** Which files a folder may have: a draft ends on the server's disk, so names are from a list. */
final class FileNames {

  private static final Pattern PLAIN =
      Pattern.compile("(?:[a-z0-9][a-z0-9-]{0,60}/)?[a-z0-9][a-z0-9.-]{0,80}\\.([a-z]{2,5})");

  private static final Map<FolderKind, Set<String>> ENDINGS =
      Map.of(
          FolderKind.LIFE_EVENT, Set.of("bpmn", "form", "yaml"),
          FolderKind.SERVICE, Set.of("bpmn", "form", "yaml"),
          FolderKind.AGENCY, Set.of("yaml", "json", "csv"),
          FolderKind.DECISION, Set.of("dmn", "yaml"),
          FolderKind.PARAMETERS, Set.of("yaml"));

  private FileNames() {}

  static boolean allowed(FolderKind kind, String file) {
    var name = PLAIN.matcher(file);
    return name.matches()
        && !file.contains("..")
        && ENDINGS.getOrDefault(kind, Set.of()).contains(name.group(1));
  }
}
