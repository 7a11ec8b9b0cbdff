package org.lienthong.ui.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Texts;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Entitlements;
import org.lienthong.eligibility.Explanation;
import org.lienthong.ui.page.Language;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells programs about assessments, in every language. Thread-safe. */
@Component
class Evaluations {

  /** The outputs that an answer names by themselves. */
  private static final Set<String> NAMED =
      Set.of("status", "amount", "periodicity", "reasonCode", "legalBasis");

  private final Catalogue catalogue;
  private final Eligibility eligibility;
  private final MessageSource messages;

  Evaluations(Catalogue catalogue, Eligibility eligibility, MessageSource messages) {
    this.catalogue = catalogue;
    this.eligibility = eligibility;
    this.messages = messages;
  }

  Evaluation of(Assessment assessment) {
    return of(assessment, null);
  }

  Evaluation of(Explanation explanation) {
    Assessment assessment = explanation.assessment();
    Texts texts = catalogue.liveTexts(FolderKind.DECISION, assessment.service());
    return of(
        assessment,
        new Evaluation.Explained(
            new TreeMap<>(assessment.facts()),
            explanation.changes().stream().map(each -> change(assessment, each, texts)).toList(),
            List.copyOf(explanation.questions()),
            List.copyOf(explanation.furtherQuestions()),
            explanation.settled()));
  }

  private Evaluation.Change change(Assessment assessment, Explanation.Change change, Texts texts) {
    Explanation.Outcome then = change.then();
    List<String> keys = then.rows().stream().map(row -> assessment.table() + "." + row).toList();
    return new Evaluation.Change(
        change.fact(),
        change.from(),
        change.to(),
        change.on(),
        then.status(),
        then.amount(),
        then.periodicity(),
        new Evaluation.Reasons(
            keys.stream().map(key -> reason(key, texts, Language.VIETNAMESE)).toList(),
            keys.stream().map(key -> reason(key, texts, Locale.ENGLISH)).toList()));
  }

  private Evaluation of(Assessment assessment, Evaluation.@Nullable Explained explained) {
    Texts texts = catalogue.liveTexts(FolderKind.DECISION, assessment.service());
    Map<String, Object> outputs = new TreeMap<>(assessment.outputs());
    outputs.keySet().removeAll(NAMED);
    return new Evaluation(
        assessment.decision(),
        assessment.version(),
        assessment.status(),
        assessment.amount(),
        assessment.currency(),
        assessment.periodicity(),
        assessment.keyDate(),
        assessment.jurisdiction(),
        assessment.table(),
        assessment.matchedRows(),
        outputs,
        reasons(assessment, texts),
        basis(texts, assessment.legalBasis()),
        assessment.legalBasisChecked(),
        new TreeMap<>(assessment.parameters()),
        new TreeMap<>(assessment.valuesFrom()),
        new TreeSet<>(assessment.missing()),
        explained,
        null);
  }

  /** What becomes of it beside the others that were decided with it. */
  Evaluation.Beside beside(Entitlements all, Assessment assessment) {
    return all.weighed()
        .of(assessment.decision())
        .map(answer -> beside(assessment.decision(), answer))
        .orElseGet(() -> alone(all.standing(assessment)));
  }

  private static Evaluation.Beside alone(Entitlements.Standing standing) {
    return new Evaluation.Beside(standing, null, List.of(), null, null, Set.of());
  }

  /** What was said of a decision when it was weighed against others. */
  Evaluation.Beside beside(String decision, Assessment answer) {
    Texts texts = catalogue.liveTexts(FolderKind.DECISION, answer.service());
    Set<String> others = new TreeSet<>(eligibility.rules().secondLayer().due(answer));
    others.remove(decision);
    return new Evaluation.Beside(
        Entitlements.standing(decision, answer),
        answer.decision(),
        answer.matchedRows(),
        reasons(answer, texts),
        basis(texts, answer.legalBasis()),
        others);
  }

  private Evaluation.Reasons reasons(Assessment assessment, Texts texts) {
    return new Evaluation.Reasons(
        reasons(assessment, texts, Language.VIETNAMESE),
        reasons(assessment, texts, Locale.ENGLISH));
  }

  private static @Nullable Bilingual basis(Texts texts, @Nullable String key) {
    return key == null ? null : Bilingual.of(texts, key);
  }

  private List<String> reasons(Assessment assessment, Texts texts, Locale locale) {
    return assessment.reasonKeys().stream().map(key -> reason(key, texts, locale)).toList();
  }

  /** A key without a dot is the engine's own reason, which no folder has words for. */
  private String reason(String key, Texts texts, Locale locale) {
    return key.contains(".")
        ? texts.get(key, locale)
        : messages.getMessage("decision.reason." + key, null, locale);
  }
}
