package org.lienthong.eligibility;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lienthong.columns.Batch;
import org.lienthong.eligibility.SecondLayer.Weighing;

/**
 * Which of the entitlements of the people of a batch stay beside each other: {@link SecondLayer}
 * for everybody at once. Not thread-safe.
 */
public final class Concurrence {

  private static final List<Status> STATUSES = List.of(Status.values());
  private static final BitSet NOBODY = new BitSet();

  private final List<Weighing> tables;
  private final Crowd crowd;
  private final Batch batch;
  private final Map<String, BatchAnswers> first;
  private final Map<String, BitSet> refused;
  private final Map<String, BitSet> out = new HashMap<>();
  private final Map<String, BitSet> open = new HashMap<>();
  private final Map<Object, Set<String>> kept = new HashMap<>();

  /**
   * Asks the tables about everybody who is entitled to anything.
   *
   * @param tables those to ask, of the rules' second layer
   * @param crowd the people, in a batch with columns for everything that the tables read; results
   *     of the first layer are written to it
   * @param first what each decision that the tables are about says of everybody in the batch, with
   *     {@link SecondLayer#wanted}
   */
  public static Concurrence of(
      List<Weighing> tables, Crowd crowd, Map<String, BatchAnswers> first) {
    Concurrence asked = new Concurrence(tables, crowd, first, Map.of());
    asked.ask();
    return asked;
  }

  /**
   * The same where people said no to some entitlements: these take nothing from others, but may
   * still be told to give way themselves.
   *
   * @param refused the people who said no, by decision
   */
  public Concurrence without(Map<String, BitSet> refused) {
    Concurrence asked = new Concurrence(tables, crowd, first, refused);
    asked.ask();
    for (Map.Entry<String, BitSet> each : refused.entrySet()) {
      keep(each.getValue(), out(each.getKey()), asked.out, each.getKey());
      keep(each.getValue(), open(each.getKey()), asked.open, each.getKey());
    }
    return asked;
  }

  private static void keep(BitSet people, BitSet said, Map<String, BitSet> marks, String decision) {
    BitSet both = (BitSet) said.clone();
    both.and(people);
    marks.computeIfAbsent(decision, d -> new BitSet()).or(both);
  }

  private Concurrence(
      List<Weighing> tables,
      Crowd crowd,
      Map<String, BatchAnswers> first,
      Map<String, BitSet> refused) {
    this.tables = tables;
    this.crowd = crowd;
    this.batch = crowd.batch();
    this.first = first;
    this.refused = refused;
  }

  /** The people whose entitlement gives way to another. */
  public BitSet out(String decision) {
    return out.getOrDefault(decision, new BitSet());
  }

  /** The people of whom no table can say yet which entitlement stays. */
  public BitSet open(String decision) {
    return open.getOrDefault(decision, new BitSet());
  }

  private void ask() {
    Map<Weighing, BitSet> concerned = new LinkedHashMap<>();
    tables.forEach(table -> concerned.put(table, tell(table)));
    BatchAnswers answers = new BatchAnswers(batch.capacity(), Set.of(SecondLayer.KEPT));
    concerned.forEach(
        (table, people) -> {
          if (!people.isEmpty()) {
            crowd.evaluate(table.key(), answers);
            people.stream().forEach(person -> decide(table, person, answers));
          }
        });
  }

  /** Whom the table can take something from: all who are entitled to anything it is about. */
  private BitSet tell(Weighing table) {
    table.about().forEach(this::tellStatus);
    table.amounts().forEach(this::tellAmount);
    table.outputs().forEach(this::tellOutput);
    BitSet concerned = new BitSet();
    for (String decision : table.decisions()) {
      concerned.or(entitled(decision));
    }
    return concerned;
  }

  private BitSet entitled(String decision) {
    BatchAnswers answers = of(decision);
    BitSet entitled = new BitSet();
    for (int person = 0; person < batch.size(); person++) {
      if (answers.status(person) == Status.ELIGIBLE) {
        entitled.set(person);
      }
    }
    entitled.andNot(refused(decision));
    return entitled;
  }

  private void tellStatus(String fact, String decision) {
    BatchAnswers answers = of(decision);
    BitSet no = refused(decision);
    long[] places = new long[batch.size()];
    for (int person = 0; person < places.length; person++) {
      Status status = no.get(person) ? Status.NOT_ELIGIBLE : answers.status(person);
      places[person] = status == null ? Long.MIN_VALUE : STATUSES.indexOf(status);
    }
    batch.setAll(fact, 0, places, STATUSES.stream().map(Status::name).toArray());
  }

  private void tellAmount(String fact, String decision) {
    BatchAnswers answers = of(decision);
    BitSet no = refused(decision);
    long[] amounts = new long[batch.size()];
    for (int person = 0; person < amounts.length; person++) {
      boolean has = answers.hasAmount(person) && !no.get(person);
      amounts[person] = has ? answers.amount(person) : Long.MIN_VALUE;
    }
    batch.setAll(fact, 0, amounts, 0);
  }

  /** The first decision that says anything counts. */
  private void tellOutput(String fact, List<String> decisions) {
    List<BatchAnswers> answers = decisions.stream().map(this::of).toList();
    List<BitSet> no = decisions.stream().map(this::refused).toList();
    for (int person = 0; person < batch.size(); person++) {
      Object value = null;
      for (int d = 0; value == null && d < answers.size(); d++) {
        value = no.get(d).get(person) ? null : answers.get(d).output(fact, person);
      }
      if (value != null || !refused.isEmpty()) {
        batch.set(fact, person, value);
      }
    }
  }

  private void decide(Weighing table, int person, BatchAnswers answers) {
    Object said = answers.output(SecondLayer.KEPT, person);
    Set<String> stays = said == null ? Set.of() : kept.computeIfAbsent(said, SecondLayer::kept);
    Map<String, BitSet> marked = said == null ? open : out;
    for (String decision : table.decisions()) {
      boolean due =
          of(decision).status(person) == Status.ELIGIBLE && !refused(decision).get(person);
      if (due && !stays.contains(decision)) {
        marked.computeIfAbsent(decision, d -> new BitSet()).set(person);
      }
    }
  }

  private BitSet refused(String decision) {
    return refused.getOrDefault(decision, NOBODY);
  }

  private BatchAnswers of(String decision) {
    return Objects.requireNonNull(first.get(decision));
  }
}
