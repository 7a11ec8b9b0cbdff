package org.lienthong.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An element of a model that has an id, as a reader without a canvas needs it.
 *
 * @param id the element's id
 * @param type its name in the notation: {@code userTask}, {@code decision}, {@code rule}
 * @param name what its author called it, empty if nothing
 * @param depth how deep it lies among elements with an id, from 0
 * @param details everything else that is said of it, by a path such as {@code
 *     properties/statutoryLimitDays}
 */
public record ModelElement(
    String id, String type, String name, int depth, Map<String, String> details) {

  public ModelElement {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }
}
