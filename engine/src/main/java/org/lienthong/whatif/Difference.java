package org.lienthong.whatif;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Status;

/**
 * What changed rules would do to a population.
 *
 * @param people how many synthetic people were asked about; figures are theirs, not the country's
 * @param day the day on which they were; null if nobody was
 * @param group the fact by which they are grouped; null if by none
 * @param decisions every decision that the change touches, sorted, whether or not anything differs;
 *     and those whose entitlements give way to another, or no longer do, because of it; empty if
 *     nobody was asked about
 * @param recorded the same for what was really decided; null if that was not asked
 */
public record Difference(
    int people,
    @Nullable LocalDate day,
    @Nullable String group,
    List<Effect> decisions,
    @Nullable Recorded recorded) {

  public Difference {
    decisions = List.copyOf(decisions);
  }

  /**
   * What the change would do to one decision.
   *
   * @param currency of every sum; null where the content names none
   * @param entitledBefore how many are entitled by the live rules
   * @param entitledAfter how many by the changed ones
   * @param yearlyBefore what the live rules pay in a year; what is paid once counts once
   * @param yearlyAfter what the changed ones pay
   * @param all of everybody
   * @param byProvince of those to whom anything changes, by the province's code; «unknown» where
   *     nobody knows it
   * @param byGroup likewise, by the value of the fact that groups
   * @param examples some of them, explained
   */
  public record Effect(
      String decision,
      @Nullable String currency,
      int entitledBefore,
      int entitledAfter,
      long yearlyBefore,
      long yearlyAfter,
      Tally all,
      SortedMap<String, Tally> byProvince,
      SortedMap<String, Tally> byGroup,
      List<Example> examples) {

    public Effect {
      byProvince = Collections.unmodifiableSortedMap(new TreeMap<>(byProvince));
      byGroup = Collections.unmodifiableSortedMap(new TreeMap<>(byGroup));
      examples = List.copyOf(examples);
    }
  }

  /**
   * How many are concerned.
   *
   * @param gain were not entitled and would be
   * @param lose are entitled and would not be
   * @param more entitled to more in a year
   * @param less entitled to less in a year
   * @param otherwise the answer differs in another way: the rows, or a person or facts are needed
   * @param yearlyDifference what it costs more in a year; negative if less
   */
  public record Tally(
      int gain, int lose, int more, int less, int otherwise, long yearlyDifference) {

    static final Tally NOBODY = new Tally(0, 0, 0, 0, 0, 0);
  }

  /**
   * What the change would do to the cases that were really decided; nobody is recognisable.
   *
   * @param left how many older assessments were not asked, because there are so many
   * @param decisions every decision that the change touches, sorted
   */
  public record Recorded(int left, List<Replayed> decisions) {

    public Recorded {
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * What the change would do to the recorded assessments of one decision.
   *
   * @param asked how many were decided again, each by the law of its own key date
   * @param notTold how many more could not be, for want of a fact that was not recorded
   * @param otherThanRecorded of how many of those asked the live rules say something else than was
   *     recorded: law has been published since
   * @param effect places and groups of fewer than five are told together; examples have coarse
   *     facts
   */
  public record Replayed(int asked, int notTold, int otherThanRecorded, Effect effect) {}

  /**
   * Somebody to whom something changes.
   *
   * @param person a reference that means nothing
   * @param facts those that the decision reads
   * @param before what the live rules say
   * @param after what the changed ones say
   */
  public record Example(String person, Map<String, Object> facts, Said before, Said after) {

    public Example {
      facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
  }

  /**
   * An answer.
   *
   * @param status null where there is no such decision, or it cannot read the facts
   * @param table the key of the table that answered
   * @param rows the ids of the rows that matched
   * @param reasonKeys keys of the reasons in the folder's texts
   */
  public record Said(
      @Nullable Status status,
      @Nullable Long amount,
      @Nullable String periodicity,
      @Nullable String table,
      List<String> rows,
      List<String> reasonKeys) {

    static final Said NOTHING = new Said(null, null, null, null, List.of(), List.of());

    public Said {
      rows = List.copyOf(rows);
      reasonKeys = List.copyOf(reasonKeys);
    }

    static Said of(Assessment one) {
      return new Said(
          one.status(),
          one.amount(),
          one.periodicity(),
          one.table(),
          one.matchedRows(),
          one.reasonKeys());
    }
  }
}
