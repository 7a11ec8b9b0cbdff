package org.lienthong.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model read as a list, for who does not see the canvas. */
public final class Outline {

  private Outline() {}

  /** The elements of a model in the file's order; none if it is not a model or cannot be read. */
  public static List<ModelElement> of(String file, byte[] content) {
    if (!ModelXml.isModel(file)) {
      return List.of();
    }
    try {
      return ModelXml.read(content);
    } catch (UnreadableModelException e) {
      return List.of();
    }
  }

  static Map<String, ModelElement> byId(String file, byte @Nullable [] content) {
    var elements = new LinkedHashMap<String, ModelElement>();
    if (content != null) {
      of(file, content).forEach(element -> elements.put(element.id(), element));
    }
    return elements;
  }
}
