package org.lienthong.sweep;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sweeps the rules over populations and tells what was found. Whoever matches nothing leaves no
 * trace. Thread-safe.
 */
@Service
public class Sweeps {

  private final SweepRows sweeps;
  private final OfferRows offers;
  private final FigureRows figures;
  private final Grounds grounds;
  private final SweepRunner runner;
  private final OfferQueue queue;
  private final OnceThrough once;
  private final Clock clock;
  private final SmallCounts smallCounts;

  Sweeps(
      SweepRows sweeps,
      OfferRows offers,
      FigureRows figures,
      Grounds grounds,
      SweepRunner runner,
      OfferQueue queue,
      OnceThrough once,
      Clock clock,
      SmallCounts smallCounts) {
    this.sweeps = sweeps;
    this.offers = offers;
    this.figures = figures;
    this.grounds = grounds;
    this.runner = runner;
    this.queue = queue;
    this.once = once;
    this.clock = clock;
    this.smallCounts = smallCounts;
  }

  /** The decisions that can be asked. */
  public Set<String> decisions() {
    return grounds.decisions();
  }

  /** Tells now of as many offers as one second may, and of as many that are void. */
  public int tell() {
    return queue.tell() + queue.tellVoid();
  }

  /**
   * Starts a sweep over the population in the database; workers go through it.
   *
   * @param day the day asked about; null: today
   * @param decisions empty: all of the country
   * @param by who starts it
   * @throws NoSuchElementException if there is no such decision
   */
  public Sweep overPopulation(@Nullable LocalDate day, List<String> decisions, String by) {
    return start(
        UUID.randomUUID().toString(),
        Sweep.Source.POPULATION,
        day,
        decisions,
        grounds.population(),
        by);
  }

  /**
   * Starts a sweep over the people of a CSV file, which is deleted when the sweep ends.
   *
   * @throws BadFile if it is no text or its header cannot be read
   * @throws FileTooLarge if it is larger than is taken
   * @throws NoSuchElementException if there is no such decision
   */
  public Sweep overFile(
      InputStream csv, @Nullable LocalDate day, List<String> decisions, String by) {
    known(decisions);
    String id = UUID.randomUUID().toString();
    long rows = grounds.keep(id, csv);
    return start(id, Sweep.Source.FILE, day, decisions, rows, by);
  }

  /**
   * Goes through the people of a file at once, in order; nothing is kept and nobody is offered
   * anything.
   *
   * @param day the day asked about; null: today
   * @param decisions empty: all of the country
   * @throws BadFile if it is no text or its header cannot be read
   * @throws NoSuchElementException if there is no such decision
   */
  public void read(Path file, @Nullable LocalDate day, List<String> decisions, Findings findings) {
    known(decisions);
    once.read(file, day == null ? LocalDate.now(clock) : day, decisions, findings);
  }

  private void known(List<String> decisions) {
    if (!grounds.decisions().containsAll(decisions)) {
      throw new NoSuchElementException("there is no decision with this key");
    }
  }

  private Sweep start(
      String id,
      Sweep.Source source,
      @Nullable LocalDate day,
      List<String> decisions,
      long people,
      String by) {
    known(decisions);
    Sweep sweep =
        Sweep.begun(
            id,
            Sweep.Cause.BY_HAND,
            null,
            source,
            day == null ? LocalDate.now(clock) : day,
            decisions,
            people,
            by,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    sweeps.insert(sweep);
    return sweep;
  }

  /** Goes on with everything that waits, until nothing does; how many sweeps that were. */
  public int work() {
    return runner.work();
  }

  /** The newest first. */
  public List<Sweep> newest() {
    return sweeps.newest();
  }

  /** The sweep with this id. */
  public Optional<Sweep> find(String id) {
    return sweeps.find(id);
  }

  /** Stops it after the part in work; false if it is not running. */
  @Transactional
  public boolean pause(String id) {
    return move(id, Sweep.State.RUNNING, Sweep.State.PAUSED);
  }

  /** Lets it go on; false if it was not paused. */
  @Transactional
  public boolean resume(String id) {
    return move(id, Sweep.State.PAUSED, Sweep.State.RUNNING);
  }

  private boolean move(String id, Sweep.State from, Sweep.State to) {
    if (sweeps.find(id).isEmpty() || sweeps.lock(id).state() != from) {
      return false;
    }
    sweeps.state(id, to);
    return true;
  }

  /** Ends it after the part in work; what it found stays. False if it had ended. */
  @Transactional
  public boolean cancel(String id) {
    Optional<Sweep> sweep = sweeps.find(id);
    if (sweep.isEmpty() || !sweeps.lock(id).state().isOpen()) {
      return false;
    }
    figures.settle(id);
    sweeps.end(id, Sweep.State.CANCELLED, clock.instant().truncatedTo(ChronoUnit.MICROS), null);
    grounds.forget(sweep.get());
    return true;
  }

  /**
   * A page of the offers that it made or changed.
   *
   * @param after the id of the last offer of the page before; null: the first page
   */
  public List<Offer> offers(String id, @Nullable String after) {
    return offers.of(id, after);
  }

  /** Rows of its file that could not be read, the first thousand. */
  public List<BadRow> problems(String id) {
    return figures.problems(id);
  }

  /** How many are entitled, per decision and place. */
  public List<Figure> figures(String id) {
    return figures.of(id);
  }

  /**
   * What the last sweep over all rules says of those who do not receive what is due, with small
   * numbers withheld.
   */
  public Optional<NonTakeUp> nonTakeUp() {
    return sweeps.lastWhole().map(s -> smallCounts.tell(s, figures.of(s.id())));
  }
}
