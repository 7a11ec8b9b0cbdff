package org.lienthong.ui.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Explanation;
import org.lienthong.eligibility.Status;
import org.lienthong.ui.check.Checkup.Asked;
import org.lienthong.ui.check.Checkup.Result;
import org.lienthong.ui.page.DecisionWords;
import org.lienthong.ui.page.FactNames;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;

/** Puts the results of a check into words. Thread-safe. */
@Component
class CheckWords {

  private final Eligibility eligibility;
  private final DecisionWords decisions;
  private final FactNames names;
  private final CheckForms forms;
  private final Words words;

  CheckWords(
      Eligibility eligibility,
      DecisionWords decisions,
      FactNames names,
      CheckForms forms,
      Words words) {
    this.eligibility = eligibility;
    this.decisions = decisions;
    this.names = names;
    this.forms = forms;
    this.words = words;
  }

  /** Results of one kind: {@code gets}, {@code needs}, {@code not}. */
  record Group(String key, List<Card> cards) {}

  /**
   * What a decision says.
   *
   * @param amount what is paid and how often; empty where nothing is
   * @param needs what is missing
   * @param changes what would change a refusal
   */
  record Card(
      String title,
      String amount,
      List<String> reasons,
      List<String> needs,
      List<String> changes,
      @Nullable String legalBasis) {}

  /** An answer, and the page where it can be changed. */
  record Said(int page, String name, String value) {}

  /** A code of {@code eligibility} as a form's problem. */
  static FormAnswers.Problem problem(Asked asked, String code) {
    return switch (code) {
      case "negative" -> new FormAnswers.Problem(asked.fact(), "too-small", "0");
      case "not-a-whole-number" -> new FormAnswers.Problem(asked.fact(), "not-a-number", null);
      default -> new FormAnswers.Problem(asked.fact(), "wrong-type", null);
    };
  }

  /** The three groups, those without any result left out. */
  List<Group> groups(Checkup checkup) {
    Set<String> outputs = new TreeSet<>();
    checkup.results().stream()
        .map(result -> result.explanation().assessment().decision())
        .forEach(decision -> outputs.addAll(eligibility.outputs(decision)));
    List<Card> gets = new ArrayList<>();
    List<Card> needs = new ArrayList<>();
    List<Card> not = new ArrayList<>();
    for (Result result : checkup.results()) {
      List<Card> group =
          switch (result.status()) {
            case ELIGIBLE -> gets;
            case NEEDS_DATA, NEEDS_HUMAN -> needs;
            case NOT_ELIGIBLE -> not;
          };
      group.add(card(result, outputs, checkup.results()));
    }
    return List.of(new Group("gets", gets), new Group("needs", needs), new Group("not", not))
        .stream()
        .filter(group -> !group.cards().isEmpty())
        .toList();
  }

  private Card card(Result result, Set<String> outputs, List<Result> all) {
    Assessment assessment = result.explanation().assessment();
    List<String> needs =
        result.status() == Status.NEEDS_DATA && result.waitsFor() == null
            ? result.missing(outputs).stream().map(names::of).toList()
            : List.of();
    return new Card(
        decisions.title(assessment),
        amount(assessment),
        reasons(result, all),
        needs,
        result.explanation().changes().stream().map(each -> change(each, assessment)).toList(),
        decisions.legalBasis(assessment).orElse(null));
  }

  private String title(String decision, List<Result> all) {
    return all.stream()
        .map(result -> result.explanation().assessment())
        .filter(assessment -> assessment.decision().equals(decision))
        .map(decisions::title)
        .findFirst()
        .orElse(decision);
  }

  /** Where no row answered, what is missing says it better. */
  private List<String> reasons(Result result, List<Result> all) {
    if (result.explanation().settled() != null) {
      return List.of(words.say("precheck.settled." + result.status()));
    }
    if (result.status() == Status.NEEDS_DATA) {
      return result.waitsFor() == null
          ? List.of()
          : List.of(words.say("precheck.waits", title(result.waitsFor(), all)));
    }
    return decisions.reasons(result.explanation().assessment());
  }

  private String amount(Assessment assessment) {
    return assessment.status() == Status.ELIGIBLE
        ? amount(assessment.amount(), assessment.periodicity(), assessment.currency())
        : "";
  }

  private String amount(
      @Nullable Long amount, @Nullable String periodicity, @Nullable String currency) {
    if (amount == null || amount == 0) {
      return "";
    }
    String often = periodicity == null ? "" : words.sayOr("periodicity." + periodicity, "");
    return (words.money(amount, currency) + " " + often).strip();
  }

  private String change(Explanation.Change change, Assessment assessment) {
    String fact = names.of(change.fact());
    String to = names.value(change.fact(), change.to());
    String sentence =
        change.on() == null
            ? words.say("why.change", fact, to, names.value(change.fact(), change.from()))
            : words.say("why.change.on", words.day(change.on()), fact, to);
    String amount =
        amount(change.then().amount(), change.then().periodicity(), assessment.currency());
    return (sentence + " " + amount).strip();
  }

  /** Every answer, in the order of the questions. */
  List<Said> said(Checkup checkup) {
    List<Said> said = new ArrayList<>();
    for (Asked asked : checkup.answered()) {
      said.add(
          new Said(
              said.size() + 1,
              names.of(asked.fact()),
              forms.said(asked, checkup.facts().get(asked.fact()))));
    }
    return said;
  }
}
