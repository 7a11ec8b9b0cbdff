package org.lienthong.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.SecondLayer.Weighed;
import org.lienthong.eligibility.Status;
import org.lienthong.population.FactColumns;
import org.lienthong.population.FactKind;
import org.lienthong.population.PeopleBatch;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the rules person by person, and then about each person which entitlements stay beside each
 * other: what a sweep by columns must equal.
 */
final class RulesJudge implements Judge {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Rules rules;
  private final List<String> decisions;
  private final List<String> weighing;
  private final LocalDate day;

  /** The decisions of which some entitlement gave way to another. */
  final Set<String> gaveWay = new ConcurrentSkipListSet<>();

  RulesJudge(Rules rules, List<String> decisions, LocalDate day) {
    this.rules = rules;
    this.day = day;
    this.decisions = decisions;
    this.weighing =
        rules.decisions().stream().filter(d -> rules.outputs(d).contains("kept")).toList();
  }

  /** One person's answers. */
  private record Answers(int person, List<Finding> entitled, List<String> refused) {}

  @Override
  public Set<String> facts() {
    return decisions.stream()
        .flatMap(decision -> rules.inputs(decision).stream())
        .collect(Collectors.toSet());
  }

  @Override
  public Judged judge(PeopleBatch people, int from) {
    List<Answers> answers =
        IntStream.range(from, people.size())
            .parallel()
            .mapToObj(person -> answers(people, person))
            .toList();
    List<Finding> entitled = new ArrayList<>();
    Map<String, BitSet> refused = new LinkedHashMap<>();
    for (Answers each : answers) {
      entitled.addAll(each.entitled());
      each.refused().forEach(d -> refused.computeIfAbsent(d, x -> new BitSet()).set(each.person()));
    }
    return new Judged(Set.copyOf(decisions), entitled, refused);
  }

  private Answers answers(PeopleBatch people, int person) {
    Map<String, Object> facts = facts(people, person);
    decisions.forEach(decision -> rules.requests(decision).forEach(fact -> facts.put(fact, true)));
    Map<String, Assessment> first = new LinkedHashMap<>();
    for (String decision : decisions) {
      find(decision, facts).ifPresent(found -> first.put(decision, found));
    }
    Set<String> gone = new TreeSet<>();
    Set<String> open = new TreeSet<>();
    weighing.forEach(table -> weigh(table, facts, first, gone, open));
    gaveWay.addAll(gone);
    Weighed weighed = rules.secondLayer().weigh(first, facts, day);
    assertThat(weighed.givesWay().keySet()).isEqualTo(gone);
    open.removeAll(gone);
    assertThat(weighed.open().keySet()).isEqualTo(open);
    Answers answers = new Answers(person, new ArrayList<>(), new ArrayList<>());
    first.forEach(
        (decision, found) -> {
          if (found.status() == Status.NOT_ELIGIBLE || gone.contains(decision)) {
            answers.refused().add(decision);
          } else if (found.status() == Status.ELIGIBLE && !open.contains(decision)) {
            answers.entitled().add(finding(person, found));
          }
        });
    return answers;
  }

  /** Empty where facts cannot be read: nobody is offered anything by a guess. */
  private Optional<Assessment> find(String decision, Map<String, Object> facts) {
    try {
      return Optional.of(rules.evaluateOn(decision, facts, day));
    } catch (FactProblems e) {
      return Optional.empty();
    }
  }

  /** As the README of the decisions says it. */
  private void weigh(
      String table,
      Map<String, Object> facts,
      Map<String, Assessment> first,
      Set<String> gone,
      Set<String> open) {
    Set<String> reads = rules.inputs(table);
    Map<String, Object> told = new HashMap<>(facts);
    Set<String> about = new TreeSet<>();
    first.forEach(
        (decision, found) -> {
          if (reads.contains(named(decision, "Status"))) {
            about.add(decision);
            told.putAll(found.outputs());
            told.put(named(decision, "Status"), found.status().name());
          }
          told.put(named(decision, "Amount"), found.amount());
        });
    Object kept = rules.evaluateOn(table, told, day).outputs().get("kept");
    about.stream()
        .filter(d -> Objects.requireNonNull(first.get(d)).status() == Status.ELIGIBLE)
        .filter(d -> kept == null || !List.of(kept.toString().split(", ")).contains(d))
        .forEach(d -> (kept == null ? open : gone).add(d));
  }

  private static String named(String decision, String result) {
    String[] words = decision.split("-");
    StringBuilder name = new StringBuilder(words[0]);
    for (String word : List.of(words).subList(1, words.length)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name.append(result).toString();
  }

  private static Finding finding(int person, Assessment found) {
    return new Finding(
        person,
        found.decision(),
        found.service(),
        found.amount(),
        found.currency(),
        found.periodicity(),
        found.jurisdiction(),
        found.matchedRows(),
        found.version());
  }

  private static Map<String, Object> facts(PeopleBatch people, int person) {
    Map<String, Object> facts = new LinkedHashMap<>();
    FactColumns columns = people.columns();
    int column = 0;
    for (Map.Entry<String, FactKind> each : columns.kinds().entrySet()) {
      String text = people.text(column++, person).orElse(null);
      Object value = text == null ? null : value(each.getValue(), text);
      if (value != null) {
        facts.put(each.getKey(), value);
      }
    }
    return facts;
  }

  private static @Nullable Object value(FactKind kind, String text) {
    return switch (kind) {
      case BOOLEAN -> Boolean.valueOf(text);
      case INTEGER -> Long.valueOf(text);
      case NUMBER -> number(new BigDecimal(text));
      case DATE -> LocalDate.parse(text);
      case TEXT -> text;
      case LIST -> JSON.readValue(text, Object.class);
    };
  }

  private static Object number(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValueExact() : number;
  }
}
