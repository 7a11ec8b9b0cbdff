package org.lienthong.catalogue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lienthong.feel.Feel;
import org.springframework.stereotype.Component;

/**
 * The wall before the engine: models are untrusted code, so only what is on a list passes.
 *
 * <p>Called by the build, the server and the studio alike, before any other program reads a file.
 * Every finding names the element and how to mend it. Thread-safe.
 */
@Component
final class ModelLint {

  private static final int MAX_FILES = 300;
  private static final long MAX_FOLDER_BYTES = 10L * 1024 * 1024;
  private static final int MAX_FILE_BYTES = SafeXml.MAX_BYTES;
  private static final Pattern FOLDER = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  private static final int MAX_KEY = 64;
  private static final Pattern PATH =
      Pattern.compile(
          "(?:[A-Za-z0-9][A-Za-z0-9_-]*/){0,3}[A-Za-z0-9][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9]+){1,3}");
  private static final int MAX_PATH = 200;

  private static final Map<FolderKind, Set<String>> TYPES =
      Map.of(
          FolderKind.LIFE_EVENT, Set.of("bpmn", "form", "yaml", "md"),
          FolderKind.SERVICE, Set.of("bpmn", "form", "yaml", "md"),
          FolderKind.AGENCY, Set.of("yaml", "json", "csv", "md"),
          FolderKind.DECISION, Set.of("dmn", "yaml", "md"),
          FolderKind.PARAMETERS, Set.of("yaml", "csv", "md"));

  private final Feel feel;

  ModelLint(Feel feel) {
    this.feel = feel;
  }

  /** Everything in the folder that must not reach the engine; empty if it may be deployed. */
  List<Finding> check(Folder folder) {
    List<Finding> findings = new ArrayList<>();
    checkFolder(folder, findings);
    FeelLint expressions = new FeelLint(feel);
    folder
        .files()
        .forEach(
            (path, bytes) -> {
              LintReport report = new LintReport(folder, path);
              checkFile(report, bytes, expressions);
              findings.addAll(report.findings());
            });
    return List.copyOf(findings);
  }

  private static void checkFolder(Folder folder, List<Finding> findings) {
    LintReport report = new LintReport(folder, "");
    if (!FOLDER.matcher(folder.key()).matches() || folder.key().length() > MAX_KEY) {
      report.error(
          "folder-name", null, "A folder's name is small letters, digits and single hyphens.");
    }
    long bytes = folder.files().values().stream().mapToLong(file -> file.length).sum();
    if (folder.files().size() > MAX_FILES || bytes > MAX_FOLDER_BYTES) {
      report.error("folder-too-large", null, "The folder has more than 300 files or 10 MB.");
    }
    findings.addAll(report.findings());
  }

  private static void checkFile(LintReport report, byte[] bytes, FeelLint expressions) {
    String path = report.file();
    String type = path.substring(path.lastIndexOf('.') + 1);
    Set<String> types = TYPES.getOrDefault(report.folder().kind(), Set.of());
    if (!PATH.matcher(path).matches() || path.length() > MAX_PATH) {
      report.error(
          "file-path", null, "A path is letters, digits, - and _, in at most three folders.");
    } else if (!types.contains(type)) {
      report.error(
          "file-type",
          null,
          "A folder of this kind ("
              + report.folder().kind().name().toLowerCase(Locale.ROOT)
              + ") holds "
              + types
              + " and nothing else.");
    } else if (bytes.length > MAX_FILE_BYTES) {
      report.error("file-too-large", null, "A file has at most 1 MB. Split it.");
    } else {
      switch (type) {
        case "bpmn" -> new BpmnLint(report, expressions).check(bytes);
        case "dmn" -> new DmnLint(report, expressions).check(bytes);
        case "form" -> new FormLint(report, expressions).check(bytes);
        case "yaml" -> new YamlLint(report, expressions).check(bytes, false);
        case "json" -> new YamlLint(report, expressions).check(bytes, true);
        default -> checkPlain(report, bytes, type);
      }
    }
  }

  private static void checkPlain(LintReport report, byte[] bytes, String type) {
    CharBuffer text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException notUtf8) {
      report.error("encoding", null, "The file is not UTF-8. Save it as UTF-8.");
      return;
    }
    boolean control = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    if (control) {
      report.error("control-character", null, "The file holds a control character. Delete it.");
    }
    // a spreadsheet runs what begins so
    if (type.equals("csv") && text.toString().lines().anyMatch(ModelLint::hasFormula)) {
      report.error(
          "csv-formula", null, "A cell begins with = or @, which a spreadsheet would run.");
    }
  }

  private static boolean hasFormula(String line) {
    for (String cell : line.split(",", -1)) {
      String start = cell.strip().replaceFirst("^\"", "");
      if (start.startsWith("=") || start.startsWith("@")) {
        return true;
      }
    }
    return false;
  }
}
