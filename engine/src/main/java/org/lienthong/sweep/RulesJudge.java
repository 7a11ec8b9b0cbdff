package org.lienthong.sweep;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.Status;
import org.lienthong.population.FactColumns;
import org.lienthong.population.FactKind;
import org.lienthong.population.PeopleBatch;
import tools.jackson.databind.json.JsonMapper;

/** Asks the rules person by person, on every processor. */
final class RulesJudge implements Judge {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Rules rules;
  private final Map<String, Set<String>> inputs = new LinkedHashMap<>();
  private final LocalDate day;

  RulesJudge(Rules rules, List<String> decisions, LocalDate day) {
    this.rules = rules;
    this.day = day;
    decisions.forEach(decision -> inputs.put(decision, rules.inputs(decision)));
  }

  /** One person's answers. */
  private record Answers(int person, List<Finding> entitled, List<String> refused) {}

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
    return new Judged(entitled, refused);
  }

  private Answers answers(PeopleBatch people, int person) {
    Map<String, Object> facts = facts(people, person);
    Answers answers = new Answers(person, new ArrayList<>(), new ArrayList<>());
    inputs.forEach(
        (decision, reads) -> {
          if (reads.stream().anyMatch(facts::containsKey)) {
            answer(decision, facts, answers);
          }
        });
    return answers;
  }

  private void answer(String decision, Map<String, Object> facts, Answers answers) {
    Assessment found;
    try {
      found = rules.evaluateOn(decision, facts, day);
    } catch (FactProblems e) {
      return; // somebody has to look at it; nobody is offered anything by a guess
    }
    if (found.status() == Status.ELIGIBLE) {
      answers.entitled().add(finding(answers.person(), found));
    } else if (found.status() == Status.NOT_ELIGIBLE) {
      answers.refused().add(decision);
    }
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
