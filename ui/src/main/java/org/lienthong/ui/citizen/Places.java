package org.lienthong.ui.citizen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Jurisdictions;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;

/** What the places are called that make law of their own. Thread-safe. */
@Component
class Places {

  private final Catalogue catalogue;
  private final Words words;

  Places(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  /**
   * A part of a country, and what it lies in; empty for a country, whose law needs no telling.
   *
   * @param code null where nobody knows
   */
  Optional<String> name(@Nullable String code) {
    Jurisdictions all = catalogue.jurisdictions();
    List<String> path = code == null ? List.of() : all.path(code);
    Locale locale = words.locale();
    return path.size() < 2
        ? Optional.empty()
        : Optional.of(
            path.subList(0, path.size() - 1).stream()
                .flatMap(each -> all.find(each).stream())
                .map(place -> place.name(locale))
                .collect(Collectors.joining(", ")));
  }
}
