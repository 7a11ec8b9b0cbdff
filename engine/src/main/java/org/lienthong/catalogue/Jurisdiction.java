package org.lienthong.catalogue;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who makes law for a place: a country, or a part of one.
 *
 * @param code its official code; unique over all countries
 * @param level what kind of part it is, such as a province
 * @param parent the code of what it lies in; null for a country
 * @param names its name by language
 * @param currency the currency of its amounts; null for parts, which have their country's
 * @param source where code and name were read
 * @param checked whether somebody has compared them with the promulgated text
 */
public record Jurisdiction(
    String code,
    String level,
    @Nullable String parent,
    Map<String, String> names,
    @Nullable String currency,
    String source,
    boolean checked) {

  public Jurisdiction {
    names = Map.copyOf(names);
  }

  /** Its name in a language, or else its code. */
  public String name(Locale locale) {
    return names.getOrDefault(locale.getLanguage(), code);
  }
}
