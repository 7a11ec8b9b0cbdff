package org.lienthong.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built scripts and style sheets, found by the name of their source through Vite's manifest.
 *
 * <p>Knows nothing and says so when the front end was left out of the build; never throws for it.
 */
@Component("assets")
public class Assets {

  private static final String BASE = "/ui/";

  private final Map<String, Entry> entries;

  /** Reads the manifest once; it does not change while the application runs. */
  public Assets() throws IOException {
    this(manifest());
  }

  Assets(@Nullable JsonNode manifest) {
    this.entries = manifest == null ? Map.of() : entries(manifest);
  }

  /** What a page loads for a source such as {@code studio/bpmn.ts}; nothing if it is not built. */
  public Entry entry(String source) {
    return entries.getOrDefault(source, Entry.NONE);
  }

  private static @Nullable JsonNode manifest() throws IOException {
    var file = new ClassPathResource("static/ui/manifest.json");
    if (!file.exists()) {
      return null;
    }
    try (InputStream in = file.getInputStream()) {
      return JsonMapper.shared().readTree(in);
    }
  }

  private static Map<String, Entry> entries(JsonNode manifest) {
    var entries = new HashMap<String, Entry>();
    for (String key : manifest.propertyNames()) {
      if (manifest.get(key).path("isEntry").asBoolean(false)) {
        entries.put(key, entry(manifest, key));
      }
    }
    return Map.copyOf(entries);
  }

  private static Entry entry(JsonNode manifest, String key) {
    Set<String> parts = new LinkedHashSet<>();
    collect(manifest, key, parts, new HashSet<>());
    var styles = new LinkedHashSet<String>();
    var preloads = new ArrayList<String>();
    // What an entry imports is styled first, so that the entry's own rules win.
    for (String part : parts) {
      manifest.get(part).path("css").forEach(css -> styles.add(BASE + css.asString()));
      if (!part.equals(key)) {
        preloads.add(BASE + manifest.get(part).get("file").asString());
      }
    }
    String file = manifest.get(key).get("file").asString();
    return new Entry(file.endsWith(".css") ? null : BASE + file, List.copyOf(styles), preloads);
  }

  private static void collect(JsonNode manifest, String key, Set<String> parts, Set<String> seen) {
    if (seen.add(key)) {
      manifest
          .get(key)
          .path("imports")
          .forEach(next -> collect(manifest, next.asString(), parts, seen));
      parts.add(key);
    }
  }

  /**
   * One page's files, as addresses.
   *
   * @param script the module to load, null if there is none
   * @param styles the style sheets in order
   * @param preloads the modules that the script imports
   */
  public record Entry(@Nullable String script, List<String> styles, List<String> preloads) {

    static final Entry NONE = new Entry(null, List.of(), List.of());

    public Entry {
      styles = List.copyOf(styles);
      preloads = List.copyOf(preloads);
    }

    /** Whether there is something to load. */
    public boolean built() {
      return script != null || !styles.isEmpty();
    }
  }
}
