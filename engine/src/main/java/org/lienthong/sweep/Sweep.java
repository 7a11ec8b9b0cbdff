package org.lienthong.sweep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rules over all people, once.
 *
 * @param causeDetail what exactly: the event's type, the folder of law, the kind of day
 * @param day the day asked about, where a rule names no key date of its own
 * @param decisions the decisions that are asked; empty: all of the country
 * @param peopleTotal how many people there are; for a file as many as its rows
 * @param entitled findings so far: one per person and decision
 * @param offersMade offers that are new or have changed
 * @param problems rows of the file that could not be read
 * @param problemCode why it failed
 */
public record Sweep(
    String id,
    Cause cause,
    @Nullable String causeDetail,
    Source source,
    LocalDate day,
    List<String> decisions,
    State state,
    long peopleTotal,
    long peopleDone,
    long entitled,
    long offersMade,
    long problems,
    String startedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String problemCode) {

  private static final int ALL = 100;

  public Sweep {
    decisions = List.copyOf(decisions);
  }

  static Sweep begun(
      String id,
      Cause cause,
      @Nullable String causeDetail,
      Source source,
      LocalDate day,
      List<String> decisions,
      long people,
      String by,
      Instant now) {
    return new Sweep(
        id,
        cause,
        causeDetail,
        source,
        day,
        decisions,
        State.RUNNING,
        people,
        0,
        0,
        0,
        0,
        by,
        now,
        null,
        null);
  }

  /** Why it was started. */
  public enum Cause {
    BY_HAND,
    RULE_CHANGED,
    DATE,
    EVENT
  }

  /** Whose people are swept. */
  public enum Source {
    POPULATION,
    /** Some people of the population. */
    CHOSEN,
    FILE
  }

  /** How it stands. */
  public enum State {
    RUNNING,
    PAUSED,
    CANCELLED,
    DONE,
    FAILED;

    /** Whether it will go on or can. */
    public boolean isOpen() {
      return this == RUNNING || this == PAUSED;
    }
  }

  /** How many of a hundred people are done, rows that could not be read included. */
  public int percent() {
    if (state == State.DONE) {
      return ALL;
    }
    long done = (peopleDone + problems) * ALL;
    return peopleTotal == 0 ? 0 : (int) Math.min(ALL - 1, done / peopleTotal);
  }
}
