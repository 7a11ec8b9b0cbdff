package org.lienthong.ui.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FormAnswers;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Entitlements;
import org.lienthong.eligibility.Entitlements.Standing;
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

  private static final String GETS = "gets";
  private static final String CAN = "can";
  private static final String NEEDS = "needs";
  private static final String NOT = "not";
  private static final List<String> GROUPS = List.of(GETS, CAN, NEEDS, NOT);

  /** The grades of services: from the one on something is offered, from the other on granted. */
  private static final int OFFERS = 2;

  private static final int GRANTS = 3;

  private final Catalogue catalogue;
  private final Eligibility eligibility;
  private final DecisionWords decisions;
  private final FactNames names;
  private final CheckForms forms;
  private final Words words;

  CheckWords(
      Catalogue catalogue,
      Eligibility eligibility,
      DecisionWords decisions,
      FactNames names,
      CheckForms forms,
      Words words) {
    this.catalogue = catalogue;
    this.eligibility = eligibility;
    this.decisions = decisions;
    this.names = names;
    this.forms = forms;
    this.words = words;
  }

  /** Results of one kind: {@code gets}, {@code can}, {@code needs}, {@code not}. */
  record Group(String key, List<Card> cards) {}

  /**
   * What a decision says.
   *
   * @param amount what is paid and how often; empty where nothing is
   * @param how what the person has to do for it; empty where nothing
   * @param needs what is missing
   * @param lookedUp whether the journey's offices look it up
   * @param changes what would change a refusal
   * @param checked whether its law has been compared with the promulgated texts
   */
  record Card(
      String title,
      String amount,
      String how,
      List<String> reasons,
      List<String> needs,
      boolean lookedUp,
      List<String> changes,
      @Nullable String legalBasis,
      boolean checked) {}

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

  /**
   * The groups, those without any result left out.
   *
   * @param taken the decisions that the journey takes by itself
   */
  List<Group> groups(Checkup checkup, Set<String> taken) {
    Set<String> outputs = new TreeSet<>();
    checkup.results().stream()
        .map(result -> result.explanation().assessment().decision())
        .forEach(decision -> outputs.addAll(eligibility.outputs(decision)));
    Map<String, List<Card>> groups = new LinkedHashMap<>();
    GROUPS.forEach(key -> groups.put(key, new ArrayList<>()));
    for (Result result : checkup.results()) {
      String how = how(result, taken);
      String key = group(result, checkup.all(), how);
      List<Card> cards = groups.computeIfAbsent(key, k -> new ArrayList<>());
      boolean inJourney = taken.contains(result.explanation().assessment().decision());
      cards.add(card(result, outputs, checkup, key.equals(CAN) ? how : "", inJourney));
    }
    return groups.entrySet().stream()
        .filter(group -> !group.getValue().isEmpty())
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }

  private static String group(Result result, Entitlements all, String how) {
    return switch (result.status()) {
      case ELIGIBLE ->
          switch (all.standing(result.explanation().assessment())) {
            case GIVES_WAY -> NOT;
            case OPEN -> NEEDS;
            case DUE, NOT_DUE -> how.isEmpty() ? GETS : CAN;
          };
      case NEEDS_DATA, NEEDS_HUMAN -> NEEDS;
      case NOT_ELIGIBLE -> NOT;
    };
  }

  /** Only what the journey does, or a service that grants by itself, comes automatically. */
  private String how(Result result, Set<String> taken) {
    Assessment assessment = result.explanation().assessment();
    int grade = catalogue.proactivity(assessment.service());
    return taken.contains(assessment.decision()) || grade >= GRANTS
        ? ""
        : words.say(grade >= OFFERS ? "precheck.how.offered" : "precheck.how.asked");
  }

  private Card card(
      Result result, Set<String> outputs, Checkup checkup, String how, boolean inJourney) {
    Assessment assessment = result.explanation().assessment();
    List<String> needs =
        result.status() == Status.NEEDS_DATA && result.waitsFor() == null
            ? result.missing(outputs).stream().map(names::of).toList()
            : List.of();
    List<String> reasons = new ArrayList<>();
    Optional<Assessment> beside = checkup.all().weighed().of(assessment.decision());
    if (beside.isEmpty() || checkup.all().standing(assessment) == Standing.DUE) {
      reasons.addAll(reasons(result, checkup.results()));
    }
    beside.map(decisions::reasons).ifPresent(reasons::addAll);
    boolean due = checkup.all().standing(assessment) == Standing.DUE;
    return new Card(
        decisions.title(assessment),
        due ? amount(assessment) : "",
        how,
        reasons,
        needs,
        inJourney,
        result.explanation().changes().stream().map(each -> change(each, assessment)).toList(),
        beside
            .flatMap(decisions::legalBasis)
            .or(() -> decisions.legalBasis(assessment))
            .orElse(null),
        assessment.legalBasisChecked());
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
