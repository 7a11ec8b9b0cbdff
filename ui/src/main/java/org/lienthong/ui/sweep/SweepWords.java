package org.lienthong.ui.sweep;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.sweep.Count;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;

/** What benefits and places are called. */
@Component("sweepWords")
public class SweepWords {

  private final Catalogue catalogue;
  private final Words words;

  SweepWords(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  /** A decision by its title, or else by its key. */
  public String decision(String key) {
    return catalogue
        .serviceOfDecision(key)
        .flatMap(
            service ->
                catalogue
                    .liveTexts(FolderKind.DECISION, service)
                    .find(key + ".title", words.locale()))
        .orElse(key);
  }

  /** A place by its name, or else by its code. */
  public String place(String code) {
    Locale locale = words.locale();
    return catalogue.jurisdictions().find(code).map(j -> j.name(locale)).orElse(code);
  }

  /** A number of people, as far as it may be told. */
  public String count(Count count, int fewest) {
    if (count.few()) {
      return words.say("takeup.few", fewest);
    }
    return count.people() == null ? words.say("takeup.withheld") : words.number(count.people());
  }

  /** A percentage; null where it is withheld. */
  public String percent(@Nullable Double percent) {
    return percent == null ? words.say("takeup.withheld") : words.number(percent) + " %";
  }
}
