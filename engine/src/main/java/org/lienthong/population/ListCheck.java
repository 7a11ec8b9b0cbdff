package org.lienthong.population;

import java.util.List;
import java.util.Map;

/** Whoever knows what the lists of a file are made of. */
@FunctionalInterface
public interface ListCheck {

  /** Takes every list for good. */
  ListCheck NONE = (fact, list) -> Map.of();

  /** What is wrong with a list: per place, such as {@code relatives[0].birthDate}, a code. */
  Map<String, String> problems(String fact, List<?> list);
}
