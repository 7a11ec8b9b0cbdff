package org.lienthong.ui.api;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Texts;
import org.lienthong.ui.page.Language;

/**
 * A text in every language that we speak.
 *
 * @param vi in Vietnamese
 * @param en in English
 */
record Bilingual(String vi, String en) {

  /** A text of a folder; null where nobody wrote it. */
  static @Nullable Bilingual of(Texts texts, String key) {
    return texts.find(key, Language.VIETNAMESE).isPresent()
        ? of(locale -> texts.get(key, locale))
        : null;
  }

  /** A text that is there in each language. */
  static Bilingual of(Function<Locale, String> text) {
    return new Bilingual(text.apply(Language.VIETNAMESE), text.apply(Locale.ENGLISH));
  }
}
