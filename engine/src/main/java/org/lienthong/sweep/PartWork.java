package org.lienthong.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.lienthong.population.PeopleBatch;
import org.lienthong.sweep.Judge.Finding;
import org.lienthong.sweep.Judge.Judged;

/** What the findings about some people come to: counts, and what becomes of their offers. */
final class PartWork {

  /** The fact that says by which decisions a person receives something already. */
  static final String RECEIVES = "receives";

  private final Sweep sweep;
  private final PeopleBatch people;
  private final int from;
  private final Judged judged;
  private final @Nullable String placeFact;
  private final ToIntFunction<String> grades;

  final List<Offer> made = new ArrayList<>();
  final List<Offer> changed = new ArrayList<>();
  final List<Offer> withdrawn = new ArrayList<>();
  private final Map<String, Figure> figures = new TreeMap<>();

  /**
   * Work with a batch.
   *
   * @param placeFact the fact by which people are counted; null counts them all together
   * @param grades the proactivity grade of a service
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

  List<Figure> figures() {
    return List.copyOf(figures.values());
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
   */
  void compare(Map<String, Offer> standing, Instant now) {
    int place = placeFact == null ? -1 : people.columns().names().indexOf(placeFact);
    int receives = receivesColumn(people);
    for (Finding finding : judged.entitled()) {
      boolean has = receives(people, finding, receives);
      count(finding, place < 0 ? "" : people.text(place, finding.person()).orElse(""), has);
      Offer before =
          standing.get(OfferRows.key(people.refs().get(finding.person()), finding.decision()));
      if (has) {
        withdraw(before);
      } else {
        offer(finding, before, now);
      }
    }
    List<String> refs = people.refs();
    for (int person = from; person < refs.size(); person++) {
      for (Map.Entry<String, BitSet> refused : judged.refused().entrySet()) {
        if (!standing.isEmpty() && refused.getValue().get(person)) {
          withdraw(standing.get(OfferRows.key(refs.get(person), refused.getKey())));
        }
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
            .filter(list -> list.contains("\"" + finding.decision() + "\""))
            .isPresent();
  }

  private void count(Finding finding, String place, boolean has) {
    long amount = finding.amount() == null ? 0 : finding.amount();
    figures.merge(
        finding.decision() + "|" + place,
        new Figure(finding.decision(), place, 1, amount, has ? 1 : 0),
        (a, b) ->
            new Figure(
                a.decision(),
                a.province(),
                a.entitled() + b.entitled(),
                a.amount() + b.amount(),
                a.receiving() + b.receiving()));
  }

  /** What was confirmed stands; what was turned down may be offered again when it is due again. */
  private void withdraw(@Nullable Offer before) {
    if (before != null && (before.live() || before.turnedDown())) {
      withdrawn.add(before);
    }
  }

  private void offer(Finding finding, @Nullable Offer before, Instant now) {
    if (before == null || before.turnedDown() && answersDiffer(finding, before)) {
      made.add(offer(finding, UUID.randomUUID().toString(), now));
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
        grades.applyAsInt(finding.service()),
        sweep.day(),
        Offer.LIVE,
        now,
        null);
  }
}
