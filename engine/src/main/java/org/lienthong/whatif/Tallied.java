package org.lienthong.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Jurisdiction;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.Status;

/** Adds up what changes to one decision, and keeps a few cases that show it. */
final class Tallied {

  static final String UNKNOWN = "unknown";

  /** Places and groups of which so few are concerned that somebody could be recognised. */
  private static final String FEW = "few";

  private static final int EXAMPLES = 10;
  private static final int ALIKE = 2;

  /** Cases in which nobody gains or loses anything. */
  private static final int BESIDES = 4;

  /** How often an amount is paid in a year; everything else is paid once. */
  private static final Map<String, Integer> TIMES =
      Map.of("DAILY", 365, "WEEKLY", 52, "MONTHLY", 12, "QUARTERLY", 4);

  private final Counts all = new Counts();
  private final Map<String, Counts> byProvince = new HashMap<>();
  private final Map<String, Counts> byGroup = new HashMap<>();
  private final List<Difference.Example> moved = new ArrayList<>();
  private final List<Difference.Example> besides = new ArrayList<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private int entitledBefore;
  private int entitledAfter;
  private long yearlyBefore;
  private long yearlyAfter;

  /** How often an amount is paid in a year. */
  static int times(@Nullable String periodicity) {
    return periodicity == null ? 1 : TIMES.getOrDefault(periodicity, 1);
  }

  /** Somebody, whether or not anything changes to them. */
  void asked(@Nullable Status was, @Nullable Status is, long yearlyWas, long yearlyIs) {
    entitledBefore += was == Status.ELIGIBLE ? 1 : 0;
    entitledAfter += is == Status.ELIGIBLE ? 1 : 0;
    yearlyBefore = Math.addExact(yearlyBefore, yearlyWas);
    yearlyAfter = Math.addExact(yearlyAfter, yearlyIs);
  }

  /** Somebody to whom something changes. */
  void differs(
      @Nullable Status was,
      @Nullable Status is,
      long yearly,
      String province,
      @Nullable String group) {
    all.add(was, is, yearly);
    byProvince.computeIfAbsent(province, v -> new Counts()).add(was, is, yearly);
    if (group != null) {
      byGroup.computeIfAbsent(group, v -> new Counts()).add(was, is, yearly);
    }
  }

  /**
   * Whether one more example of this kind of change is wanted.
   *
   * @param moves whether somebody gains, loses or gets another amount
   */
  boolean wants(String kind, boolean moves) {
    boolean room = moves ? moved.size() < EXAMPLES : besides.size() < BESIDES;
    return room && kinds.merge(kind, 1, Integer::sum) <= ALIKE;
  }

  void keep(Difference.Example example, boolean moves) {
    (moves ? moved : besides).add(example);
  }

  /** Whether nothing changes to anybody. */
  boolean isEmpty() {
    return all.concerned() == 0;
  }

  int examples() {
    return moved.size() + besides.size();
  }

  /**
   * The sums.
   *
   * @param fewest of whom a place or a group is told by its name
   */
  Difference.Effect effect(String decision, Rules rules, int fewest) {
    String country = rules.country(decision);
    return new Difference.Effect(
        decision,
        country == null
            ? null
            : rules.jurisdictions().find(country).map(Jurisdiction::currency).orElse(null),
        entitledBefore,
        entitledAfter,
        yearlyBefore,
        yearlyAfter,
        all.tally(),
        tallies(byProvince, fewest),
        tallies(byGroup, fewest),
        Stream.concat(moved.stream(), besides.stream()).limit(EXAMPLES).toList());
  }

  private static SortedMap<String, Difference.Tally> tallies(
      Map<String, Counts> counts, int fewest) {
    SortedMap<String, Difference.Tally> tallies = new TreeMap<>();
    Counts few = new Counts();
    counts.forEach(
        (value, each) -> {
          if (each.concerned() < fewest) {
            few.add(each);
          } else {
            tallies.put(value, each.tally());
          }
        });
    if (few.concerned() > 0) {
      tallies.put(FEW, few.tally());
    }
    return tallies;
  }
}
