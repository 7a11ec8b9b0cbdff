package org.lienthong.sweep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Words;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.BatchAnswers;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.Status;
import org.lienthong.population.PeopleBatch;

/**
 * Asks the compiled tables for everybody at once, decision by decision on every processor. What all
 * answers by the same rows at the same place have in common is asked of the rules once.
 */
final class ColumnsJudge implements Judge {

  private final Rules rules;
  private final List<String> decisions;
  private final LocalDate day;
  private final Words words = new Words();
  private final Set<String> facts = new LinkedHashSet<>();
  private final Map<Answered, Assessment> likes = new ConcurrentHashMap<>();

  ColumnsJudge(Rules rules, List<String> decisions, LocalDate day) {
    this.rules = rules;
    this.decisions = List.copyOf(decisions);
    this.day = day;
    decisions.forEach(decision -> facts.addAll(rules.inputs(decision)));
    facts.addAll(rules.jurisdictions().facts().values());
  }

  /** What answered: the same for all whose answers differ by the amount only. */
  private record Answered(String decision, List<String> rows, List<String> places) {}

  /** What one decision says of everybody. */
  private record Said(String decision, List<Finding> entitled, BitSet refused) {}

  @Override
  public Judged judge(PeopleBatch people, int from) {
    Batch batch = rules.batch(decisions, Math.max(1, people.size()), words);
    people.copyTo(batch, facts);
    List<Said> all =
        decisions.parallelStream().map(decision -> said(decision, batch, from)).toList();
    List<Finding> entitled = new ArrayList<>();
    Map<String, BitSet> refused = new LinkedHashMap<>();
    for (Said said : all) {
      entitled.addAll(said.entitled());
      refused.put(said.decision(), said.refused());
    }
    return new Judged(entitled, refused);
  }

  private Said said(String decision, Batch batch, int from) {
    BatchAnswers answers = new BatchAnswers(batch.capacity());
    rules.evaluateOn(decision, batch, day, answers);
    Said said = new Said(decision, new ArrayList<>(), new BitSet());
    for (int person = from; person < batch.size(); person++) {
      Status status = answers.status(person);
      if (status == Status.ELIGIBLE) {
        said.entitled().add(finding(decision, batch, person, answers));
      } else if (status == Status.NOT_ELIGIBLE) {
        said.refused().set(person);
      }
    }
    return said;
  }

  private Finding finding(String decision, Batch batch, int person, BatchAnswers answers) {
    List<String> rows = answers.matchedRows(person);
    Answered answered = new Answered(decision, rows, places(batch, person));
    Assessment like = likes.get(answered);
    if (like == null) {
      like = rules.evaluateOn(decision, told(decision, batch, person), day);
      likes.put(answered, like);
    }
    return new Finding(
        person,
        decision,
        like.service(),
        answers.hasAmount(person) ? answers.amount(person) : null,
        like.currency(),
        like.periodicity(),
        like.jurisdiction(),
        rows,
        like.version());
  }

  /** Where a person lives, as far as law is made there. */
  private List<String> places(Batch batch, int person) {
    List<String> places = new ArrayList<>();
    for (String fact : rules.jurisdictions().facts().values()) {
      if (batch.fact(fact, person) instanceof String code
          && rules.jurisdictions().find(code).isPresent()) {
        places.add(code);
      }
    }
    return places;
  }

  private Map<String, Object> told(String decision, Batch batch, int person) {
    Map<String, Object> told = new HashMap<>();
    Set<String> names = new LinkedHashSet<>(rules.inputs(decision));
    names.addAll(rules.jurisdictions().facts().values());
    for (String name : names) {
      Object value = batch.fact(name, person);
      if (value != null) {
        told.put(name, value);
      }
    }
    return told;
  }
}
