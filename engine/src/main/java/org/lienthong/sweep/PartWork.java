package org.lienthong.sweep;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.lienthong.population.PeopleBatch;
import org.lienthong.sweep.Judge.Finding;
import org.lienthong.sweep.Judge.Judged;

/** What the findings about some people come to: counts, and what becomes of their offers. */
final class PartWork {

  /** The fact that says by which decisions a person receives something already. */
  static final String RECEIVES = "receives";

  /** Those of one part follow each other, so that the indexes of the offers grow at their ends. */
  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  private final Sweep sweep;
  private final PeopleBatch people;
  private final int from;
  private final Judged judged;
  private final @Nullable String placeFact;
  private final ToIntFunction<String> grades;

  final List<Offer> made = new ArrayList<>();
  final List<Offer> changed = new ArrayList<>();
  final List<Offer> withdrawn = new ArrayList<>();
  private final Map<Counted, long[]> figures = new HashMap<>();

  /**
   * Work with a batch.
   *
   * @param placeFact the fact by which people are counted; null counts them all together
   * @param grades the proactivity grade of a decision
   */
  PartWork(
      Sweep sweep,
      PeopleBatch people,
      int from,
      Judged judged,
      @Nullable String placeFact,
      ToIntFunction<String> grades) {
    this.sweep = sweep;
    this.people = people;
    this.from = from;
    this.judged = judged;
    this.placeFact = placeFact;
    this.grades = grades;
  }

  /** What is counted together. */
  private record Counted(String decision, String place) {}

  /** Sorted, so that two sweeps count the same in the same order. */
  List<Figure> figures() {
    return figures.entrySet().stream()
        .map(
            e ->
                new Figure(
                    e.getKey().decision(),
                    e.getKey().place(),
                    e.getValue()[0],
                    e.getValue()[1],
                    e.getValue()[2]))
        .sorted(Comparator.comparing(Figure::decision).thenComparing(Figure::province))
        .toList();
  }

  int entitled() {
    return judged.entitled().size();
  }

  /** Before another try. */
  void restart() {
    made.clear();
    changed.clear();
    withdrawn.clear();
    figures.clear();
  }

  List<String> refs() {
    return people.refs().subList(from, people.size());
  }

  /**
   * Compares with what stands.
   *
   * @param standing offers that were not withdrawn, by person and decision
   * @param overtaken whose offers are left as they are: something newer is known of them than what
   *     was judged here, and another sweep judges it
   */
  void compare(Map<String, Offer> standing, Set<String> overtaken, Instant now) {
    int place = placeFact == null ? -1 : people.columns().names().indexOf(placeFact);
    int receives = receivesColumn(people);
    List<String> refs = people.refs();
    Set<String> due = new HashSet<>();
    for (Finding finding : judged.entitled()) {
      Offer before =
          standing.isEmpty()
              ? null
              : standing.get(OfferRows.key(refs.get(finding.person()), finding.decision()));
      boolean has = receives(people, finding, receives) || before != null && before.granted();
      count(finding, place < 0 ? "" : people.text(place, finding.person()).orElse(""), has);
      if (before != null) {
        due.add(before.id());
      }
      if (overtaken.contains(refs.get(finding.person()))) {
        continue;
      }
      if (has) {
        withdraw(before);
      } else {
        offer(finding, before, now);
      }
    }
    if (!standing.isEmpty()) {
      standing.values().removeIf(offer -> overtaken.contains(offer.personRef()));
      settle(standing, due);
    }
  }

  /**
   * What is not due any more is withdrawn. So is a live offer of which the rule cannot say any more
   * that it is due: nothing would be paid by it. But a file may know less of a person than what the
   * offer was made by.
   */
  private void settle(Map<String, Offer> standing, Set<String> due) {
    List<String> refs = people.refs();
    Map<String, Integer> places = new HashMap<>();
    for (int person = from; person < refs.size(); person++) {
      places.put(refs.get(person), person);
    }
    boolean file = sweep.source() == Sweep.Source.FILE;
    for (Offer before : standing.values()) {
      Integer person = places.get(before.personRef());
      BitSet refused = judged.refused().get(before.decision());
      if (person != null && refused != null && refused.get(person)) {
        withdraw(before);
      } else if (person != null
          && before.live()
          && !file
          && judged.asked().contains(before.decision())
          && !due.contains(before.id())) {
        withdrawn.add(before);
      }
    }
  }

  static int receivesColumn(PeopleBatch people) {
    return people.columns().names().indexOf(RECEIVES);
  }

  static boolean receives(PeopleBatch people, Finding finding, int column) {
    return column >= 0
        && people
            .text(column, finding.person())
            .filter(list -> names(list, finding.decision()))
            .isPresent();
  }

  /** Whether a JSON list of keys holds a key. */
  private static boolean names(String list, String key) {
    for (int at = list.indexOf(key); at > 0; at = list.indexOf(key, at + 1)) {
      int end = at + key.length();
      if (list.charAt(at - 1) == '"' && end < list.length() && list.charAt(end) == '"') {
        return true;
      }
    }
    return false;
  }

  private void count(Finding finding, String place, boolean has) {
    long[] counts =
        figures.computeIfAbsent(new Counted(finding.decision(), place), c -> new long[3]);
    counts[0]++;
    counts[1] += finding.amount() == null ? 0 : finding.amount();
    counts[2] += has ? 1 : 0;
  }

  /** What was confirmed stands; what was turned down may be offered again when it is due again. */
  private void withdraw(@Nullable Offer before) {
    if (before != null && (before.live() || before.turnedDown())) {
      withdrawn.add(before);
    }
  }

  private void offer(Finding finding, @Nullable Offer before, Instant now) {
    if (before == null || before.turnedDown() && answersDiffer(finding, before)) {
      made.add(offer(finding, IDS.generate().toString(), now));
    } else if (before.live() && differs(finding, before)) {
      changed.add(offer(finding, before.id(), now));
    }
  }

  private static boolean differs(Finding finding, Offer before) {
    return answersDiffer(finding, before) || finding.version() != before.version();
  }

  /** A new version that says the same is no reason to ask again. */
  private static boolean answersDiffer(Finding finding, Offer before) {
    return !Objects.equals(finding.amount(), before.amount())
        || !Objects.equals(finding.currency(), before.currency())
        || !Objects.equals(finding.periodicity(), before.periodicity())
        || !finding.rows().equals(before.rows());
  }

  private Offer offer(Finding finding, String id, Instant now) {
    return new Offer(
        id,
        sweep.id(),
        people.refs().get(finding.person()),
        finding.decision(),
        finding.service(),
        finding.amount(),
        finding.currency(),
        finding.periodicity(),
        finding.jurisdiction(),
        finding.rows(),
        finding.version(),
        grades.applyAsInt(finding.decision()),
        sweep.day(),
        Offer.LIVE,
        now,
        null,
        null);
  }
}
