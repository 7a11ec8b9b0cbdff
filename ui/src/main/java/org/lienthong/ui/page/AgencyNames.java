package org.lienthong.ui.page;

import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.springframework.stereotype.Component;

/** What agencies are called in public. Thread-safe. */
@Component("agencyNames")
public class AgencyNames {

  private final Catalogue catalogue;
  private final Words words;

  AgencyNames(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  /** An agency's name in the language of the page; its key where nobody named it. */
  public String of(@Nullable String agency) {
    if (agency == null) {
      return "";
    }
    return catalogue
        .agency(agency)
        .flatMap(
            there -> catalogue.liveTexts(FolderKind.AGENCY, agency).find("name", words.locale()))
        .orElse(agency);
  }
}
