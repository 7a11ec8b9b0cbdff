package org.lienthong.ui.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Texts;
import org.lienthong.eligibility.Status;
import org.lienthong.ui.page.FactNames;
import org.lienthong.ui.page.Words;
import org.lienthong.whatif.Difference.Said;
import org.springframework.stereotype.Component;

/** What a change would do, in words. Thread-safe. */
@Component("whatIfWords")
public class WhatIfWords {

  private final Catalogue catalogue;
  private final FactNames facts;
  private final Words words;

  WhatIfWords(Catalogue catalogue, FactNames facts, Words words) {
    this.catalogue = catalogue;
    this.facts = facts;
    this.words = words;
  }

  /** A decision by its title, or else by its key. */
  public String decision(String key) {
    return live(key).flatMap(texts -> texts.find(key + ".title", words.locale())).orElse(key);
  }

  /** A province by its name; what is not known or told together, so. */
  public String place(String code) {
    Locale locale = words.locale();
    return catalogue
        .jurisdictions()
        .find(code)
        .map(place -> place.name(locale))
        .orElseGet(() -> special(code).orElse(code));
  }

  /** A value of the fact that groups. */
  public String group(String fact, String value) {
    return special(value)
        .orElseGet(
            () ->
                value.equals("true") || value.equals("false")
                    ? words.value(Boolean.valueOf(value))
                    : facts.value(fact, value));
  }

  private Optional<String> special(String value) {
    return Optional.of(words.sayOr("studio.whatif.value." + value, ""))
        .filter(text -> !text.isEmpty());
  }

  /** More or less money, with its sign. */
  public String difference(long amount, @Nullable String currency) {
    return (amount > 0 ? "+" : "") + words.money(amount, currency);
  }

  /** The answer: whether, how much and how often. */
  public String answer(Said said, @Nullable String currency) {
    if (said.status() == null) {
      return words.say("studio.whatif.nothing");
    }
    String status = words.say("status." + said.status());
    if (said.status() != Status.ELIGIBLE || said.amount() == null) {
      return status;
    }
    String periodicity = said.periodicity();
    String often =
        periodicity == null ? "" : " " + words.sayOr("periodicity." + periodicity, periodicity);
    return status + ": " + words.money(said.amount(), currency) + often;
  }

  /**
   * Why, by the rows that matched.
   *
   * @param changed the texts of the changed folder; null for what the live rules say
   */
  public List<String> reasons(String decision, Said said, @Nullable Texts changed) {
    List<String> reasons = new ArrayList<>();
    for (String key : said.reasonKeys()) {
      Stream.of(
              Optional.ofNullable(changed),
              Optional.ofNullable(said.table()).flatMap(this::live),
              live(decision))
          .flatMap(Optional::stream)
          .flatMap(texts -> texts.find(key, words.locale()).stream())
          .findFirst()
          .or(() -> Optional.of(words.sayOr("decision.reason." + key, key)))
          .ifPresent(reasons::add);
    }
    return reasons;
  }

  /** The facts of an example, each with its name and value. */
  public List<String> facts(Map<String, Object> all) {
    return all.entrySet().stream()
        .map(each -> facts.of(each.getKey()) + ": " + facts.value(each.getKey(), each.getValue()))
        .toList();
  }

  /** The name of a fact. */
  public String fact(String name) {
    return facts.of(name);
  }

  private Optional<Texts> live(String decision) {
    return catalogue
        .serviceOfDecision(decision)
        .map(service -> catalogue.liveTexts(FolderKind.DECISION, service));
  }
}
