package org.lienthong.catalogue;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads JSON and YAML files; a key that stands twice is an error, since one of them is lost. */
final class Documents {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Documents() {}

  static JsonNode json(byte[] bytes) {
    return read(JSON, "JSON", bytes);
  }

  static JsonNode yaml(byte[] bytes) {
    return read(YAML, "YAML", bytes);
  }

  private static JsonNode read(ObjectMapper mapper, String language, byte[] bytes) {
    try {
      JsonNode tree = mapper.readTree(bytes);
      return tree == null || tree.isMissingNode() ? mapper.createObjectNode() : tree;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ContentException(
          "The file is not " + language + " (line " + line + "): " + e.getOriginalMessage(), e);
    }
  }
}
