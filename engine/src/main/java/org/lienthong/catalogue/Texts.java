package org.lienthong.catalogue;

import java.util.LinkedHashMap;
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

  /**
   * The texts of a folder that need not be live; those of a file that cannot be read are left out.
   */
  public static Texts of(Folder folder) {
    Map<String, Map<String, String>> byLanguage = new LinkedHashMap<>();
    folder
        .files()
        .forEach(
            (file, bytes) -> {
              if (TextsReader.isTexts(file)) {
                byLanguage.put(TextsReader.language(file), read(bytes));
              }
            });
    return new Texts(byLanguage);
  }

  private static Map<String, String> read(byte[] bytes) {
    try {
      return TextsReader.read(bytes);
    } catch (ContentException e) {
      return Map.of(); // its findings are told where it is checked
    }
  }

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
