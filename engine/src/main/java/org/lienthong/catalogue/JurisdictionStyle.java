package org.lienthong.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every place has its names, and every amount is of a place that exists and in its currency. */
final class JurisdictionStyle implements Check {

  /** A unit that begins with a currency is money. */
  private static final Pattern CURRENCY = Pattern.compile("([A-Z]{3})\\b.*");

  @Override
  public void check(Content content, Contents all, Findings findings) {
    content.jurisdictions().all().forEach(j -> place(j, content.jurisdictions(), findings));
    for (Parameter parameter : content.parameters().all()) {
      parameter
          .values()
          .forEach(value -> value(parameter, value, content.jurisdictions(), findings));
      currency(parameter, content.jurisdictions(), findings);
    }
  }

  private static void place(Jurisdiction place, Jurisdictions all, Findings findings) {
    for (String language : TextsInStep.LANGUAGES) {
      if (place.names().getOrDefault(language, "").isBlank()) {
        findings.error(
            "jurisdiction-name",
            Jurisdictions.FILE,
            place.code(),
            place.code()
                + " has no name in the language "
                + language
                + ". Write name: {vi: …, en: …}.");
      }
    }
    if (place.parent() == null && place.currency() == null) {
      findings.error(
          "jurisdiction-currency",
          Jurisdictions.FILE,
          place.code(),
          place.code()
              + " is a country without a currency. Write currency: and its three letters.");
    }
    if (place.parent() != null && !all.facts().containsKey(place.level())) {
      findings.error(
          "jurisdiction-level",
          Jurisdictions.FILE,
          place.code(),
          "No fact says in which "
              + place.level()
              + " a person lives. Levels are "
              + all.facts().keySet()
              + "; write one of them, or name its fact under levels.");
    }
  }

  private static void value(
      Parameter parameter, Parameter.Value value, Jurisdictions all, Findings findings) {
    String code = value.jurisdiction();
    if (code == null) {
      return;
    }
    List<String> path = all.path(code);
    String country = all.country(parameter.key()).map(Jurisdiction::code).orElse("");
    if (path.isEmpty()) {
      findings.error("jurisdiction-unknown", Parameters.FILE, parameter.key(), unknown(code));
    } else if (path.size() == 1) {
      findings.error(
          "jurisdiction-country",
          Parameters.FILE,
          parameter.key(),
          "A value without a jurisdiction is the country's. Delete jurisdiction: " + code + ".");
    } else if (!path.contains(country)) {
      findings.error(
          "jurisdiction-foreign",
          Parameters.FILE,
          parameter.key(),
          parameter.key()
              + " is an amount of "
              + country
              + ", and "
              + code
              + " lies elsewhere. An amount of another country begins with that country's code.");
    }
  }

  static String unknown(String code) {
    return "There is no jurisdiction "
        + LintReport.quote(code)
        + " in "
        + Jurisdictions.FILE
        + ". Mend the code, or add the place with its parent and names.";
  }

  private static void currency(Parameter parameter, Jurisdictions all, Findings findings) {
    Matcher money = CURRENCY.matcher(parameter.unit());
    Optional<Jurisdiction> country = all.country(parameter.key());
    String own = country.map(Jurisdiction::currency).orElse(null);
    if (money.matches() && own != null && !money.group(1).equals(own)) {
      findings.error(
          "parameter-currency",
          Parameters.FILE,
          parameter.key(),
          parameter.key()
              + " is in "
              + money.group(1)
              + ", and amounts of "
              + country.map(Jurisdiction::code).orElse("")
              + " are in "
              + own
              + ". Mend the unit; an amount of another country begins with that country's code.");
    }
  }
}
