package org.lienthong.ui.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Texts;
import org.lienthong.eligibility.Assessment;
import org.springframework.stereotype.Component;

/**
 * Puts an assessment into words: the table's own for the row that matched, ours where no row could
 * answer. Thread-safe.
 */
@Component
public class DecisionWords {

  private final Catalogue catalogue;
  private final Words words;

  DecisionWords(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  /** What was decided. */
  public String title(Assessment assessment) {
    return title(assessment.service(), assessment.decision());
  }

  /** What a service decides. */
  public String title(String service, String decision) {
    return catalogue
        .liveTexts(FolderKind.DECISION, service)
        .find(decision + ".title", words.locale())
        .orElse(decision);
  }

  /** What a text means that names decisions, and nothing else, divided by commas. */
  public Optional<String> titles(String keys) {
    List<String> titles =
        Stream.of(keys.split(", "))
            .flatMap(key -> catalogue.serviceOfDecision(key).map(of -> title(of, key)).stream())
            .toList();
    return Optional.of(String.join("; ", titles))
        .filter(text -> titles.size() == keys.split(", ").length);
  }

  /** Why it was decided so. */
  public List<String> reasons(Assessment assessment) {
    Texts texts = texts(assessment);
    return assessment.reasonKeys().stream()
        .map(
            key ->
                texts
                    .find(key, words.locale())
                    .orElseGet(() -> words.sayOr("decision.reason." + key, "")))
        .filter(reason -> !reason.isEmpty())
        .toList();
  }

  /** The law that it rests on. */
  public Optional<String> legalBasis(Assessment assessment) {
    return Optional.ofNullable(assessment.legalBasis())
        .flatMap(key -> texts(assessment).find(key, words.locale()));
  }

  private Texts texts(Assessment assessment) {
    return catalogue.liveTexts(FolderKind.DECISION, assessment.service());
  }
}
