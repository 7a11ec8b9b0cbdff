package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
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

  private final Rules rules;
  private final List<Weighing> tables;
  private final LocalDate day;
  private final Likes likes;
  private final Batch batch;
  private final Map<String, BatchAnswers> first;
  private final Map<String, BitSet> out = new HashMap<>();
  private final Map<String, BitSet> open = new HashMap<>();

  /**
   * Asks the tables about everybody who is entitled to anything.
   *
   * @param tables those to ask, of the rules' second layer
   * @param batch the people, with columns for everything that the tables read; results of the first
   *     layer are written to it
   * @param first what each decision that the tables are about says of everybody in the batch
   */
  public static Concurrence of(
      Rules rules,
      List<Weighing> tables,
      LocalDate day,
      Likes likes,
      Batch batch,
      Map<String, BatchAnswers> first) {
    Concurrence asked = new Concurrence(rules, tables, day, likes, batch, first);
    asked.ask();
    return asked;
  }

  private Concurrence(
      Rules rules,
      List<Weighing> tables,
      LocalDate day,
      Likes likes,
      Batch batch,
      Map<String, BatchAnswers> first) {
    this.rules = rules;
    this.tables = tables;
    this.day = day;
    this.likes = likes;
    this.batch = batch;
    this.first = first;
  }

  /** The people whose entitlement gives way to another. */
  public BitSet out(String decision) {
    return out.getOrDefault(decision, new BitSet());
  }

  /** The people of whom no table can say yet which entitlement stays. */
  public BitSet open(String decision) {
    return open.getOrDefault(decision, new BitSet());
  }

  /** One thread tells the results; the tables are asked by many. */
  private void ask() {
    Map<String, BitSet> concerned = new HashMap<>();
    tables.forEach(table -> concerned.put(table.key(), tell(table)));
    List<Asked> all =
        tables.parallelStream()
            .filter(table -> !concerned.getOrDefault(table.key(), new BitSet()).isEmpty())
            .map(table -> new Asked(table, answers(table)))
            .toList();
    for (Asked asked : all) {
      concerned.getOrDefault(asked.table().key(), new BitSet()).stream()
          .forEach(person -> decide(asked.table(), person, asked.answers()));
    }
  }

  private record Asked(Weighing table, BatchAnswers answers) {}

  private BatchAnswers answers(Weighing table) {
    BatchAnswers answers = new BatchAnswers(batch.capacity());
    rules.evaluateOn(table.key(), batch, day, answers);
    return answers;
  }

  /** Whom the table can take something from: all who are entitled to anything it is about. */
  private BitSet tell(Weighing table) {
    BitSet concerned = new BitSet();
    for (String decision : table.decisions()) {
      BatchAnswers answers = of(decision);
      for (int person = 0; person < batch.size(); person++) {
        if (answers.status(person) == Status.ELIGIBLE) {
          concerned.set(person);
        }
      }
    }
    concerned.stream().forEach(person -> tell(table, person));
    return concerned;
  }

  private void tell(Weighing table, int person) {
    table
        .about()
        .forEach(
            (fact, decision) -> {
              Status status = of(decision).status(person);
              batch.set(fact, person, status == null ? null : status.name());
            });
    table
        .amounts()
        .forEach(
            (fact, decision) -> {
              if (of(decision).hasAmount(person)) {
                batch.set(fact, person, of(decision).amount(person));
              }
            });
    table
        .outputs()
        .forEach(
            (fact, decisions) ->
                decisions.stream()
                    .map(d -> likes.output(d, fact, batch, person, of(d)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(value -> batch.set(fact, person, value)));
  }

  private void decide(Weighing table, int person, BatchAnswers answers) {
    Object said = likes.output(table.key(), SecondLayer.KEPT, batch, person, answers);
    Set<String> kept = said == null ? Set.of() : SecondLayer.kept(said);
    Map<String, BitSet> marked = said == null ? open : out;
    for (String decision : table.decisions()) {
      if (of(decision).status(person) == Status.ELIGIBLE && !kept.contains(decision)) {
        marked.computeIfAbsent(decision, d -> new BitSet()).set(person);
      }
    }
  }

  private BatchAnswers of(String decision) {
    return Objects.requireNonNull(first.get(decision));
  }
}
