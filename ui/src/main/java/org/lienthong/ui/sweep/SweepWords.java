package org.lienthong.ui.sweep;

import java.util.Locale;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
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

  /** A percentage. */
  public String percent(double percent) {
    return words.number(percent) + " %";
  }
}
