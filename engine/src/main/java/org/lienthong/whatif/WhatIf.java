package org.lienthong.whatif;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Parameter;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Rules;
import org.lienthong.population.FactKind;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.Population;
import org.springframework.stereotype.Service;

/**
 * Tries changed folders of law on synthetic people, and for those who may on what was really
 * decided. Publishes nothing; the same question has the same answer as long as the live rules and
 * the recorded cases are the same. Thread-safe.
 */
@Service
public class WhatIf {

  private static final String POPULATION = "decisions/population.yaml";
  private static final long SEED = 1;

  private final Catalogue catalogue;
  private final Eligibility eligibility;
  private final Replays replays;
  private final Semaphore turn = new Semaphore(1);

  WhatIf(Catalogue catalogue, Eligibility eligibility, Replays replays) {
    this.catalogue = catalogue;
    this.eligibility = eligibility;
    this.replays = replays;
  }

  /** The facts by which people can be grouped: short texts, and what is true or not. */
  public Set<String> groups() {
    return population().columns().kinds().entrySet().stream()
        .filter(each -> each.getValue() == FactKind.TEXT || each.getValue() == FactKind.BOOLEAN)
        .map(java.util.Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether somebody may have a change tried on what was really decided. */
  public boolean mayReplay(String ref) {
    return replays.mayAsk(ref);
  }

  /**
   * Compares the live rules with the same rules after a change; nothing while another comparison is
   * being worked out, because each keeps every core busy.
   *
   * @throws org.lienthong.catalogue.Unpublishable if a folder has an error that would keep it from
   *     being published
   * @throws IllegalArgumentException if a folder's table cannot be compiled, or the group is none
   * @throws SecurityException if recorded cases are asked for by somebody who may not
   */
  public Optional<Difference> ask(Question question) {
    String group = question.group();
    if (group != null && question.people() > 0 && !groups().contains(group)) {
      throw new IllegalArgumentException("there is no such group");
    }
    if (!turn.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(answer(question));
    } finally {
      turn.release();
    }
  }

  private Difference answer(Question question) {
    Rules before = eligibility.rules();
    Rules after = eligibility.rulesWith(question.changed());
    Set<String> touched = touched(question.changed(), before, after);
    String asker = question.replayFor();
    Difference.Recorded recorded =
        asker == null ? null : replays.ask(touched, before, after, question.group(), asker);
    return question.people() == 0
        ? new Difference(0, null, question.group(), List.of(), recorded)
        : synthetic(question, touched, before, after, recorded);
  }

  private Difference synthetic(
      Question question,
      Set<String> touched,
      Rules before,
      Rules after,
      Difference.@Nullable Recorded recorded) {
    Population population = population();
    LocalDate named = question.day();
    LocalDate day = named == null ? population.asOf() : named;
    String group = question.group();
    Set<String> asked = new TreeSet<>();
    List.of(before, after).forEach(rules -> asked.addAll(weighedWith(rules, touched)));
    Standing was = new Standing(before, asked, day);
    Standing is = new Standing(after, asked, day);
    List<Comparison> comparisons =
        asked.stream().map(decision -> new Comparison(decision, was, is, group)).toList();
    if (!comparisons.isEmpty()) {
      population
          .synthesis(SEED, question.people())
          .forEach(each -> compare(was, is, comparisons, each));
    }
    List<Difference.Effect> effects =
        comparisons.stream()
            .filter(each -> touched.contains(each.decision()) || !each.isEmpty())
            .map(Comparison::result)
            .toList();
    return new Difference(question.people(), day, group, effects, recorded);
  }

  /** What changes may make another entitlement give way, or let it stay. */
  private static Set<String> weighedWith(Rules rules, Set<String> touched) {
    Set<String> all = new TreeSet<>(touched);
    all.addAll(rules.secondLayer().withRivals(touched));
    all.addAll(rules.secondLayer().weighedBy(touched));
    return all;
  }

  private static void compare(
      Standing was, Standing is, List<Comparison> comparisons, PeopleBatch people) {
    was.decide(people);
    is.decide(people);
    comparisons.forEach(each -> each.add(people));
  }

  /** The decisions of the changed folders, and those that read an amount that differs. */
  private Set<String> touched(List<Folder> changed, Rules before, Rules after) {
    Set<String> touched = new TreeSet<>();
    Set<String> services =
        changed.stream()
            .filter(folder -> folder.kind() == FolderKind.DECISION)
            .map(Folder::key)
            .collect(Collectors.toSet());
    for (Rules rules : List.of(before, after)) {
      touched.addAll(
          changed.stream().anyMatch(this::movesPlaces)
              ? rules.decisions()
              : rules.touchedBy(services, amounts(before, after)));
    }
    return touched;
  }

  /** Whether anything but amounts differs in the folder of amounts: then all law may. */
  private boolean movesPlaces(Folder folder) {
    if (folder.kind() != FolderKind.PARAMETERS) {
      return false;
    }
    Optional<Folder> live = catalogue.folder(folder.kind(), folder.key());
    return live.isEmpty()
        || !live.get().files().keySet().equals(folder.files().keySet())
        || live.get().files().entrySet().stream()
            .filter(file -> !file.getKey().equals("parameters.yaml"))
            .anyMatch(file -> !Arrays.equals(file.getValue(), folder.files().get(file.getKey())));
  }

  private static Set<String> amounts(Rules before, Rules after) {
    Set<Parameter> was = Set.copyOf(before.parameters().all());
    Set<Parameter> is = Set.copyOf(after.parameters().all());
    Set<String> differ = new TreeSet<>();
    was.stream().filter(each -> !is.contains(each)).forEach(each -> differ.add(each.key()));
    is.stream().filter(each -> !was.contains(each)).forEach(each -> differ.add(each.key()));
    return differ;
  }

  private Population population() {
    return Population.read(catalogue.file(POPULATION));
  }
}
