package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads folders. What cannot be read becomes a finding; the rest is read nevertheless. */
@Component
class ContentReader {

  private static final String EXAMPLES = "examples.yaml";
  private static final String CHECKED = "legalBasisChecked";

  private final Feel feel;

  ContentReader(Feel feel) {
    this.feel = feel;
  }

  Content read(Folder folder) {
    return new Reading(folder).content();
  }

  /** One folder's reading. */
  private final class Reading {

    private final Folder folder;
    private final List<Finding> problems = new ArrayList<>();
    private final Map<String, Form> forms = new TreeMap<>();
    private final Map<String, DecisionTable> decisions = new TreeMap<>();
    private final Map<String, Map<String, String>> texts = new TreeMap<>();

    Reading(Folder folder) {
      this.folder = folder;
    }

    Content content() {
      folder
          .files()
          .forEach(
              (file, bytes) -> {
                if (file.endsWith(".form")) {
                  String key = withoutEnding(file);
                  keep(forms, key, attempt(file, () -> FormReader.read(key, bytes)));
                } else if (file.endsWith(".dmn")) {
                  keep(
                      decisions,
                      withoutEnding(file),
                      attempt(file, () -> DecisionTable.read(bytes)));
                } else if (TextsReader.isTexts(file)) {
                  keep(
                      texts,
                      TextsReader.language(file),
                      attempt(file, () -> TextsReader.read(bytes)));
                }
              });
      Parameters parameters = parameters();
      return new Content(
          folder,
          process(),
          forms,
          new Texts(Map.copyOf(texts)),
          decisions,
          checkedDecisions(),
          agency(),
          parameters,
          jurisdictions(),
          problems);
    }

    private @Nullable ProcessFile process() {
      if (folder.kind() != FolderKind.LIFE_EVENT && folder.kind() != FolderKind.SERVICE) {
        return null;
      }
      String file = folder.key() + ".bpmn";
      byte[] bytes = needed(file, "the folder's process");
      return bytes == null
          ? null
          : attempt(file, () -> BpmnReader.read(bytes, folder.kind(), feel));
    }

    private @Nullable AgencyFile agency() {
      if (folder.kind() != FolderKind.AGENCY) {
        return null;
      }
      byte[] settings = needed("agency.yaml", "where the agency answers");
      byte[] contract = needed("openapi.yaml", "what the agency can be asked");
      return settings == null || contract == null
          ? null
          : attempt("openapi.yaml", () -> AgencyFile.read(folder.key(), settings, contract));
    }

    /** The examples of a decision say whether its rule was compared with the law. */
    private Set<String> checkedDecisions() {
      byte[] bytes = folder.files().get(EXAMPLES);
      if (folder.kind() != FolderKind.DECISION || bytes == null) {
        return Set.of();
      }
      JsonNode examples = attempt(EXAMPLES, () -> Documents.yaml(bytes));
      Set<String> checked = new TreeSet<>(decisions.keySet());
      checked.removeIf(
          key -> examples == null || !examples.path(key).path(CHECKED).asBoolean(false));
      return checked;
    }

    private Parameters parameters() {
      byte[] bytes = folder.files().get(Parameters.FILE);
      if (folder.kind() != FolderKind.PARAMETERS || bytes == null) {
        return Parameters.NONE;
      }
      Map<String, Map<String, String>> labels =
          attempt(Parameters.FILE, () -> ParameterLabels.read(bytes));
      texts.putAll(labels == null ? Map.of() : labels);
      Parameters read = attempt(Parameters.FILE, () -> Parameters.read(bytes));
      return read == null ? Parameters.NONE : read;
    }

    private Jurisdictions jurisdictions() {
      byte[] bytes = folder.files().get(Jurisdictions.FILE);
      if (folder.kind() != FolderKind.PARAMETERS || bytes == null) {
        return Jurisdictions.NONE;
      }
      Jurisdictions read = attempt(Jurisdictions.FILE, () -> Jurisdictions.read(bytes));
      return read == null ? Jurisdictions.NONE : read;
    }

    private byte @Nullable [] needed(String file, String what) {
      byte[] bytes = folder.files().get(file);
      if (bytes == null) {
        problem(file, "The file " + file + " is missing: it says " + what + ". Add it.");
      }
      return bytes;
    }

    private <T> @Nullable T attempt(String file, Supplier<T> reader) {
      try {
        return reader.get();
      } catch (ContentException e) {
        problem(file, String.valueOf(e.getMessage()));
        return null;
      }
    }

    private void problem(String file, String message) {
      problems.add(
          new Finding(Finding.Severity.ERROR, "unreadable", folder.key(), file, null, message));
    }
  }

  private static <T> void keep(Map<String, T> map, String key, @Nullable T value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  static String withoutEnding(String file) {
    return file.substring(0, file.lastIndexOf('.'));
  }
}
