package org.lienthong.feel;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values of FEEL as JSON text.
 *
 * <p>What is read back is what was written, with its type: a date stands as {@code {"$date": …}},
 * whole numbers are {@link Long}. Nulls inside contexts are left out.
 */
public final class ValueJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DATE = "$date";

  private ValueJson() {}

  /** Text, number, boolean, date, or a list or context of these. */
  public static String write(Object value) {
    return JSON.writeValueAsString(tagged(value));
  }

  /** The value that was written. */
  public static Object read(String json) {
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
    return value instanceof List<?> list ? list.stream().map(ValueJson::tagged).toList() : value;
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
    return value instanceof List<?> list ? list.stream().map(ValueJson::untagged).toList() : value;
  }
}
