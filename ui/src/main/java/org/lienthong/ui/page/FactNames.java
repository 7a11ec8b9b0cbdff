package org.lienthong.ui.page;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.ProcessModel;
import org.lienthong.catalogue.Texts;
import org.springframework.stereotype.Component;

/**
 * What facts are called: by the agency that gives them, else by a form that asks for them.
 * Thread-safe.
 */
@Component
public class FactNames {

  private final Catalogue catalogue;
  private final Words words;

  FactNames(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  /** A fact's name in the language of the page. */
  public String of(String fact) {
    return byAgency(fact)
        .or(() -> byForm(fact))
        .or(() -> Optional.of(words.sayOr("fact." + fact, "")).filter(text -> !text.isEmpty()))
        .orElseGet(() -> spaced(fact));
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

  /** {@code baseSalary} as {@code base salary}: better than nothing. */
  private static String spaced(String fact) {
    return fact.replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
