package org.lienthong.catalogue;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads JSON and YAML within bounds: no anchors, no tags, no second document, no key twice. */
final class DataLint {

  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(40)
          .maxStringLength(100_000)
          .maxNameLength(500)
          .maxNumberLength(100)
          .build();
  private static final JsonMapper JSON =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final YAMLMapper YAML =
      YAMLMapper.builder(YAMLFactory.builder().streamReadConstraints(BOUNDS).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private DataLint() {}

  /** The file's tree; null if it cannot be read, which has then been said. */
  static @Nullable JsonNode json(LintReport report, byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      return tree == null || tree.isMissingNode() ? JSON.createObjectNode() : tree;
    } catch (JacksonException notJson) {
      report.error("json-unreadable", null, "The file is no JSON: " + reason(notJson));
      return null;
    }
  }

  /** The same for YAML. */
  static @Nullable JsonNode yaml(LintReport report, byte[] bytes) {
    try {
      if (!plain(report, bytes)) {
        return null;
      }
      JsonNode tree = YAML.readTree(bytes);
      return tree == null || tree.isMissingNode() ? YAML.createObjectNode() : tree;
    } catch (JacksonException notYaml) {
      report.error("yaml-unreadable", null, "The file is no YAML: " + reason(notYaml));
      return null;
    }
  }

  private static String reason(JacksonException e) {
    String where = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    return LintReport.quote(String.valueOf(e.getOriginalMessage())) + where;
  }

  private static boolean plain(LintReport report, byte[] bytes) {
    try (JsonParser parser = YAML.createParser(bytes)) {
      int depth = 0;
      boolean ended = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (parser.getObjectId() != null || parser.getTypeId() != null) {
          report.error(
              "yaml-anchor",
              null,
              "Line "
                  + parser.currentTokenLocation().getLineNr()
                  + " has an anchor (&), a reference (*) or a tag (!). Write the value out.");
          return false;
        }
        if (ended) {
          report.error("yaml-documents", null, "The file holds a second document (---). Split it.");
          return false;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        ended = depth == 0;
      }
      return true;
    }
  }

  /**
   * Tells of every text in a tree, with the path that leads to it.
   *
   * @param seen gets the path, in dots, and the text
   */
  static void texts(JsonNode tree, String path, BiConsumer<String, String> seen) {
    if (tree.isString()) {
      seen.accept(path, tree.stringValue());
    } else if (tree.isArray()) {
      int index = 0;
      for (JsonNode item : tree) {
        texts(item, path + "[" + index++ + "]", seen);
      }
    } else {
      for (Map.Entry<String, JsonNode> property : tree.properties()) {
        texts(
            property.getValue(),
            path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
            seen);
      }
    }
  }
}
