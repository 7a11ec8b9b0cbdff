package org.lienthong.population;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers texts, so that a column of texts is a column of numbers. */
final class Codes {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  int number(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    numbers.put(text, texts.size());
    texts.add(text);
    return texts.size() - 1;
  }

  String text(long number) {
    return texts.get((int) number);
  }

  String[] all() {
    return texts.toArray(String[]::new);
  }
}
