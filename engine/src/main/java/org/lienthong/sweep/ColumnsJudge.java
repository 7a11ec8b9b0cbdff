package org.lienthong.sweep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Words;
import org.lienthong.eligibility.BatchAnswers;
import org.lienthong.eligibility.Concurrence;
import org.lienthong.eligibility.Crowd;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.SecondLayer;
import org.lienthong.eligibility.Status;
import org.lienthong.population.PeopleBatch;

/**
 * Asks the compiled tables for everybody at once, decision by decision; then those that say which
 * entitlements stay beside each other.
 */
final class ColumnsJudge implements Judge {

  private final Rules rules;
  private final List<String> asked;
  private final LocalDate day;
  private final Words words = new Words();
  private final List<SecondLayer.Weighing> second;

  /** The decisions asked, and those against which they are weighed. */
  private final List<String> first;

  private final Set<String> tables;
  private final Set<String> wanted = new HashSet<>(Set.of(BatchAnswers.PERIODICITY));
  private final Set<String> facts = new LinkedHashSet<>();

  /** Who said no to what, by decision. */
  private final Map<String, Set<String>> refusals;

  /** Supposed of everybody: we look for those who never asked. */
  private final Set<String> requests = new TreeSet<>();

  ColumnsJudge(Rules rules, List<String> decisions, LocalDate day) {
    this(rules, decisions, day, Map.of());
  }

  ColumnsJudge(
      Rules rules, List<String> decisions, LocalDate day, Map<String, Set<String>> refusals) {
    this.refusals = refusals;
    this.rules = rules;
    this.asked = List.copyOf(decisions);
    this.day = day;
    this.second = rules.secondLayer().about(decisions);
    this.first = List.copyOf(rules.secondLayer().withRivals(decisions));
    this.tables = new LinkedHashSet<>(first);
    second.forEach(table -> tables.add(table.key()));
    wanted.addAll(SecondLayer.wanted(second));
    tables.forEach(decision -> facts.addAll(rules.inputs(decision)));
    facts.removeAll(rules.secondLayer().results());
    first.forEach(decision -> requests.addAll(rules.requests(decision)));
    facts.removeAll(requests);
    facts.addAll(rules.jurisdictions().facts().values());
  }

  /** What is used again for the next people: their facts, and what each decision says of them. */
  private record Desk(Batch batch, Map<String, BatchAnswers> answers) {}

  private final Queue<Desk> desks = new ConcurrentLinkedQueue<>();

  @Override
  public Set<String> facts() {
    return Collections.unmodifiableSet(facts);
  }

  @Override
  public Judged judge(PeopleBatch people, int from) {
    Desk desk = desk(people.size());
    Judged judged = judge(people, from, desk);
    desk.batch().clear();
    desks.add(desk);
    return judged;
  }

  private Desk desk(int people) {
    Desk free = desks.poll();
    if (free != null && free.batch().capacity() >= people) {
      return free;
    }
    int capacity = Math.max(1, people);
    Map<String, BatchAnswers> answers = new LinkedHashMap<>();
    BatchAnswers some = new BatchAnswers(capacity, wanted);
    first.forEach(decision -> answers.put(decision, new BatchAnswers(some)));
    return new Desk(rules.batch(tables, capacity, words), answers);
  }

  private Judged judge(PeopleBatch people, int from, Desk desk) {
    Batch batch = desk.batch();
    people.copyTo(batch, facts);
    long[] yes = new long[people.size()];
    Arrays.fill(yes, 1);
    requests.forEach(request -> batch.setAll(request, 0, yes, 0));
    Crowd crowd = rules.about(batch, day);
    desk.answers().forEach(crowd::evaluate);
    Concurrence beside = Concurrence.of(second, crowd, desk.answers());
    Map<String, BitSet> refused = refused(people);
    if (!refused.isEmpty()) {
      beside = beside.without(refused);
    }
    Judged judged = judged(desk.answers(), beside, batch, from);
    judged.refused().values().forEach(places -> places.clear(0, from));
    return judged;
  }

  private Judged judged(Map<String, BatchAnswers> all, Concurrence beside, Batch batch, int from) {
    Judged judged = new Judged(Set.copyOf(asked), new ArrayList<>(), new LinkedHashMap<>());
    // What was not asked is not offered, but what gives way is not offered any more.
    all.keySet().forEach(decision -> judged.refused().put(decision, beside.out(decision)));
    asked.forEach(decision -> judge(decision, batch, from, all, beside, judged));
    return judged;
  }

  /** The places of those who said no, by decision. */
  private Map<String, BitSet> refused(PeopleBatch people) {
    Map<String, BitSet> found = new HashMap<>();
    refusals.forEach(
        (decision, refs) -> {
          if (first.contains(decision)) {
            BitSet places = new BitSet();
            for (int person = 0; person < people.size(); person++) {
              places.set(person, refs.contains(people.refs().get(person)));
            }
            if (!places.isEmpty()) {
              found.put(decision, places);
            }
          }
        });
    return found;
  }

  private void judge(
      String decision,
      Batch batch,
      int from,
      Map<String, BatchAnswers> all,
      Concurrence beside,
      Judged judged) {
    BatchAnswers answers = Objects.requireNonNull(all.get(decision));
    BitSet refused = Objects.requireNonNull(judged.refused().get(decision));
    BitSet open = beside.open(decision);
    for (int person = from; person < batch.size(); person++) {
      Status status = answers.status(person);
      if (status == Status.NOT_ELIGIBLE) {
        refused.set(person);
      } else if (status == Status.ELIGIBLE && !refused.get(person) && !open.get(person)) {
        judged.entitled().add(finding(decision, person, answers));
      }
    }
  }

  private static Finding finding(String decision, int person, BatchAnswers answers) {
    Object periodicity = answers.output(BatchAnswers.PERIODICITY, person);
    return new Finding(
        person,
        decision,
        answers.service(),
        answers.hasAmount(person) ? answers.amount(person) : null,
        answers.currency(),
        periodicity == null ? null : periodicity.toString(),
        answers.jurisdiction(person),
        answers.matchedRows(person),
        answers.version(person));
  }
}
