package org.lienthong.ui.studio;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.ui.page.NotFound;

/**
 * A folder as the studio's addresses name it: {@code life-events/<key>}.
 *
 * @param kind what the folder describes
 * @param key its name
 */
record Place(FolderKind kind, String key) {

  /** The folder that two parts of an address name; who asks for another kind finds nothing. */
  static Place of(String kind, String key) {
    return new Place(
        switch (kind) {
          case "life-events" -> FolderKind.LIFE_EVENT;
          case "services" -> FolderKind.SERVICE;
          case "agencies" -> FolderKind.AGENCY;
          case "decisions" -> FolderKind.DECISION;
          case "parameters" -> FolderKind.PARAMETERS;
          default -> throw new NotFound();
        },
        key);
  }

  static String segment(FolderKind kind) {
    return switch (kind) {
      case LIFE_EVENT -> "life-events";
      case SERVICE -> "services";
      case AGENCY -> "agencies";
      case DECISION -> "decisions";
      case PARAMETERS -> "parameters";
    };
  }

  /** The kind and the key as a path. */
  public String path() {
    return segment(kind) + "/" + key;
  }

  /** The page that opens a file: the canvas for models, a plain editor for everything else. */
  public String page(String file) {
    if (file.equals(key + ".bpmn")) {
      return "/studio/j/" + path();
    } else if (file.endsWith(".dmn")) {
      return "/studio/dmn/" + key + "/" + file;
    }
    return "/studio/file/" + path() + "/" + file;
  }

  /** The page that tries what is changed in the folder; only law can be tried. */
  public @Nullable String whatIf() {
    return kind == FolderKind.DECISION || kind == FolderKind.PARAMETERS
        ? "/studio/what-if?folder=" + key
        : null;
  }

  public String review() {
    return "/studio/review/" + path();
  }

  /** Where a script reads and writes the folder. */
  public String api() {
    return "/studio/api/" + path();
  }

  /** The type of a file on the wire; nothing for a file that no folder has. */
  static Optional<String> mediaType(String file) {
    return Optional.ofNullable(
        switch (file.substring(file.lastIndexOf('.') + 1)) {
          case "bpmn", "dmn" -> "application/xml";
          case "form", "json" -> "application/json";
          case "yaml" -> "application/yaml";
          case "csv" -> "text/csv";
          default -> null;
        });
  }
}
