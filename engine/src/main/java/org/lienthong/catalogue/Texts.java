package org.lienthong.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words of one folder that people read, in every language it ships.
 *
 * <p>Keys are dotted paths: {@code Task_DeclareChild.title}, {@code
 * birth-declare-child.clinicCode.label}.
 *
 * @param byLanguage per language (ISO 639-1) the texts by key
 */
public record Texts(Map<String, Map<String, String>> byLanguage) {

  /** The text in the locale's language, or in Vietnamese where that language has none. */
  public Optional<String> find(String key, Locale locale) {
    String text = byLanguage.getOrDefault(locale.getLanguage(), Map.of()).get(key);
    return Optional.ofNullable(
        text != null ? text : byLanguage.getOrDefault("vi", Map.of()).get(key));
  }

  /** The text in the locale's language; the key itself where nobody wrote one. */
  public String get(String key, Locale locale) {
    return find(key, locale).orElse(key);
  }
}
