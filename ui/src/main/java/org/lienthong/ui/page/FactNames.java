package org.lienthong.ui.page;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.catalogue.Texts;
import org.springframework.stereotype.Component;

/**
 * What facts and the law's amounts are called: an amount by its own label, a fact by the agency
 * that gives it, else by a form that asks for it. Thread-safe.
 */
@Component
public class FactNames {

  private final Catalogue catalogue;
  private final Words words;

  FactNames(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  /** The name of a fact or of an amount in the language of the page. */
  public String of(String fact) {
    return byParameter(fact)
        .or(() -> byAgency(fact))
        .or(() -> byForm(fact))
        .or(() -> Optional.of(words.sayOr("fact." + fact, "")).filter(text -> !text.isEmpty()))
        .orElseGet(() -> spaced(fact));
  }

  /** A fact's value as people read it: a code in words. */
  public String value(String fact, @Nullable Object value) {
    return value instanceof String code && !code.isEmpty()
        ? words.sayOr("fact." + fact + "." + code, words.value(value))
        : words.value(value);
  }

  /** Tables read both by name, so no amount has the name of a fact. */
  private Optional<String> byParameter(String key) {
    return catalogue
        .liveTexts(FolderKind.PARAMETERS, "parameters")
        .find(key + ".label", words.locale());
  }

  private Optional<String> byAgency(String fact) {
    return catalogue.agencies().stream()
        .flatMap(
            agency ->
                catalogue
                    .liveTexts(FolderKind.AGENCY, agency.key())
                    .find("facts." + fact, words.locale())
                    .stream())
        .findFirst();
  }

  private Optional<String> byForm(String fact) {
    return catalogue.publications().stream()
        .filter(each -> each.deploymentId() != null)
        .filter(each -> each.kind() == FolderKind.LIFE_EVENT || each.kind() == FolderKind.SERVICE)
        .flatMap(each -> labels(each.folder(), String.valueOf(each.deploymentId()), fact))
        .findFirst();
  }

  private Stream<String> labels(String folder, String deployment, String fact) {
    Texts texts = catalogue.texts(deployment);
    return catalogue.live(folder).stream()
        .map(ProcessModel::elements)
        .flatMap(java.util.List::stream)
        .flatMap(element -> Stream.ofNullable(element.form()))
        .map(form -> catalogue.form(deployment, form))
        .map(Form::key)
        .flatMap(form -> texts.find(form + "." + fact + ".label", words.locale()).stream());
  }

  /** {@code monthsWorked} as {@code months worked}: better than nothing. */
  private static String spaced(String fact) {
    return fact.replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
