package org.lienthong.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.population.BadCell;
import org.lienthong.population.PeopleBatch;
import org.lienthong.sweep.SweepRows.Checkpoint;
import org.lienthong.sweep.SweepRows.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the people of a sweep part by part. A part's findings and the checkpoint after it
 * are one transaction, so whoever goes on after a crash neither leaves anybody out nor finds one
 * twice.
 */
@Component
class SweepRunner {

  private static final Logger LOG = LoggerFactory.getLogger(SweepRunner.class);
  private static final int TRIES = 3;

  private final SweepRows sweeps;
  private final OfferRows offers;
  private final FigureRows figures;
  private final Grounds grounds;
  private final Catalogue catalogue;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration lease;
  private volatile boolean resting;

  SweepRunner(
      SweepRows sweeps,
      OfferRows offers,
      FigureRows figures,
      Grounds grounds,
      Catalogue catalogue,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${lienthong.sweep.lease:PT2M}") Duration lease) {
    this.sweeps = sweeps;
    this.offers = offers;
    this.figures = figures;
    this.grounds = grounds;
    this.catalogue = catalogue;
    this.transaction = transaction;
    this.clock = clock;
    this.lease = lease;
  }

  /** Lets the part in work end and begins none, or begins again; sweeps stay as they are. */
  void rest(boolean rest) {
    resting = rest;
  }

  /** Works on every running sweep that nobody else works on; how many they were. */
  int work() {
    return work(true) + work(false);
  }

  /**
   * The same of those over some people, or of those over many: the first must not wait for the
   * second.
   */
  int work(boolean chosen) {
    int worked = 0;
    for (String id : sweeps.free(clock.instant(), chosen)) {
      Instant now = clock.instant();
      if (sweeps.claim(id, now, now.plus(lease))) {
        run(sweeps.find(id).orElseThrow());
        worked++;
      }
    }
    return worked;
  }

  private void run(Sweep sweep) {
    try {
      Walk walk = new Walk(sweep);
      try (Ahead<Ready> ahead = new Ahead<>(walk.people(), walk::ready)) {
        ahead.forEach(walk::take);
      }
      walk.finish();
    } catch (RuntimeException e) {
      if (resting) {
        return; // the database may be gone before we are
      }
      // A message could quote what stands in a row.
      LOG.error("sweep {} failed: {}", sweep.id(), e.getClass().getName());
      LOG.debug("sweep {} failed", sweep.id(), e);
      transaction.executeWithoutResult(status -> fail(sweep));
    }
  }

  private void fail(Sweep sweep) {
    if (sweeps.lock(sweep.id()).state().isOpen()) {
      figures.settle(sweep.id());
      sweeps.end(sweep.id(), Sweep.State.FAILED, now(), "sweep-failed");
      grounds.forget(sweep);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** A part about which is decided. */
  private record Ready(People.Part part, @Nullable PartWork work) {}

  /** One passage over the people that are left. */
  private final class Walk {

    private final Sweep sweep;
    private final Judge judge;
    private final @Nullable String placeFact;
    private final Map<String, Integer> grades = new ConcurrentHashMap<>();
    private Checkpoint at;
    private boolean stopped;

    Walk(Sweep sweep) {
      this.sweep = sweep;
      this.judge = grounds.judge(sweep);
      this.placeFact =
          catalogue.jurisdictions().facts().values().stream().reduce((a, b) -> b).orElse(null);
      this.at = locked();
    }

    private Checkpoint locked() {
      return Objects.requireNonNull(transaction.execute(status -> sweeps.lock(sweep.id())));
    }

    People people() {
      Set<String> facts = new LinkedHashSet<>(judge.facts());
      facts.add(PartWork.RECEIVES);
      if (placeFact != null) {
        facts.add(placeFact);
      }
      return grounds.people(sweep, at, facts);
    }

    Ready ready(People.Part part) {
      PeopleBatch people = part.people();
      return new Ready(
          part,
          people == null
              ? null
              : new PartWork(
                  sweep,
                  people,
                  part.from(),
                  judge.judge(people, part.from()),
                  placeFact,
                  service -> grades.computeIfAbsent(service, grounds::grade)));
    }

    boolean take(Ready ready) {
      if (resting) {
        stopped = true;
        sweeps.release(sweep.id());
        return false;
      }
      for (int tries = 1; ; tries++) {
        try {
          stopped =
              Boolean.FALSE.equals(
                  transaction.execute(status -> write(ready.part(), ready.work())));
          return !stopped;
        } catch (DuplicateKeyException e) {
          // Another sweep has just made the same offer; now it is seen.
          if (tries == TRIES) {
            throw e;
          }
        }
      }
    }

    private boolean write(People.Part part, @Nullable PartWork work) {
      Checkpoint found = sweeps.lock(sweep.id());
      if (found.state() != Sweep.State.RUNNING || !found.isAt(at)) {
        return false;
      }
      int entitled = 0;
      int offered = 0;
      if (work != null) {
        work.restart();
        work.compare(standing(part, work), grounds.overtaken(sweep, work.refs()), now());
        offers.write(work.made, work.changed, work.withdrawn, sweep.cause() == Sweep.Cause.EVENT);
        figures.add(sweep.id(), work.figures());
        entitled = work.entitled();
        offered = work.made.size() + work.changed.size();
      }
      List<BadCell> bad = part.bad();
      figures.problems(sweep.id(), found.problems(), bad);
      Progress progress = new Progress(part.size(), bad.size(), entitled, offered, part.lastRef());
      sweeps.advance(sweep.id(), progress, clock.instant().plus(lease));
      at =
          new Checkpoint(
              found.state(),
              found.people() + part.size(),
              found.problems() + bad.size(),
              part.lastRef());
      return true;
    }

    private Map<String, Offer> standing(People.Part part, PartWork work) {
      List<String> refs = work.refs();
      return part.inOrder() && !refs.isEmpty()
          ? offers.standing(refs.get(0), refs.get(refs.size() - 1))
          : offers.standing(refs);
    }

    /** Whoever stopped it has said how it stands; else everybody is done. */
    void finish() {
      if (stopped) {
        return;
      }
      transaction.executeWithoutResult(
          status -> {
            Checkpoint found = sweeps.lock(sweep.id());
            if (found.state() == Sweep.State.RUNNING && found.isAt(at)) {
              figures.settle(sweep.id());
              sweeps.end(sweep.id(), Sweep.State.DONE, now(), null);
              grounds.forget(sweep);
            }
          });
    }
  }
}
