package org.lienthong.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads a folder's {@code texts.<language>.yaml} into dotted paths. */
final class TextsReader {

  static final Pattern FILE = Pattern.compile("texts\\.([a-z]{2})\\.yaml");

  private TextsReader() {}

  static boolean isTexts(String file) {
    return FILE.matcher(file).matches();
  }

  /** The language that a file of texts is written in. */
  static String language(String file) {
    Matcher name = FILE.matcher(file);
    if (!name.matches()) {
      throw new IllegalArgumentException("not a file of texts: " + file);
    }
    return name.group(1);
  }

  /** The texts of one file, by dotted path, in the file's order. */
  static Map<String, String> read(byte[] bytes) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonNode root = Documents.yaml(bytes);
    if (!root.isObject()) {
      throw new ContentException("A file of texts holds keys, each with a text or with more keys.");
    }
    flatten("", root, texts);
    return texts;
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> texts) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
      JsonNode value = entry.getValue();
      if (value.isObject()) {
        flatten(key, value, texts);
      } else if (value.isArray()) {
        int i = 0;
        for (JsonNode item : value) {
          texts.put(key + "." + i++, item.asString(""));
        }
      } else {
        texts.put(key, value.isNull() ? "" : value.asString("").strip());
      }
    }
  }
}
