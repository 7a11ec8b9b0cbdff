package org.lienthong.journey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a fact's value as JSON and reads it back with its type; a date is {@code {"$date": …}}.
 */
final class FactJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DATE = "$date";

  private FactJson() {}

  static String write(Object value) {
    return JSON.writeValueAsString(tagged(value));
  }

  static Object read(String json) {
    return untagged(JSON.readValue(json, Object.class));
  }

  private static Object tagged(Object value) {
    if (value instanceof LocalDate date) {
      return Map.of(DATE, date.toString());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> tagged = new LinkedHashMap<>();
      map.forEach(
          (key, each) -> {
            if (each != null) {
              tagged.put(String.valueOf(key), tagged(each));
            }
          });
      return tagged;
    }
    return value instanceof List<?> list ? list.stream().map(FactJson::tagged).toList() : value;
  }

  private static Object untagged(Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.size() == 1 && map.get(DATE) instanceof String date) {
        return LocalDate.parse(date);
      }
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, each) -> plain.put(String.valueOf(key), untagged(each)));
      return plain;
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return value instanceof List<?> list ? list.stream().map(FactJson::untagged).toList() : value;
  }
}
