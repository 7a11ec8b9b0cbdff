package org.lienthong.sweep;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works in the background, and so goes on at the start with what the last stop interrupted. */
@Component
@ConditionalOnProperty(name = "lienthong.jobs", havingValue = "true", matchIfMissing = true)
class SweepWorkers implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SweepWorkers.class);

  private static final int PATIENCE = 20;
  private static final int THREADS = 4;
  private static final int SOON = 250;

  private final SweepRunner runner;
  private final OfferQueue queue;
  private final SweepFiles files;
  private final Calendar calendar;
  private @Nullable ScheduledExecutorService threads;

  SweepWorkers(SweepRunner runner, OfferQueue queue, SweepFiles files, Calendar calendar) {
    this.runner = runner;
    this.queue = queue;
    this.files = files;
    this.calendar = calendar;
  }

  @Override
  public synchronized void start() {
    runner.rest(false);
    ScheduledExecutorService started =
        Executors.newScheduledThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "sweeps");
              thread.setDaemon(true);
              return thread;
            });
    threads = started;
    var sweeping =
        started.scheduleWithFixedDelay(
            () -> quietly(() -> runner.work(false)), 1, 1, TimeUnit.SECONDS);
    var answering =
        started.scheduleWithFixedDelay(
            () -> quietly(() -> runner.work(true)), SOON, SOON, TimeUnit.MILLISECONDS);
    var looking =
        started.scheduleWithFixedDelay(() -> quietly(calendar::look), 1, 60, TimeUnit.SECONDS);
    var telling = started.scheduleAtFixedRate(() -> quietly(queue::tell), 1, 1, TimeUnit.SECONDS);
    var tidying =
        started.scheduleWithFixedDelay(() -> quietly(files::forgetOrphans), 0, 1, TimeUnit.HOURS);
    var voiding =
        started.scheduleAtFixedRate(() -> quietly(queue::tellVoid), 1, 1, TimeUnit.SECONDS);
    LOG.debug("sweeps {} {}, offers {}, void {}", sweeping, answering, telling, voiding);
    LOG.debug("days {}, files {}", looking, tidying);
  }

  /** One failure must not end all work. */
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("sweeps rest: {}", e.getClass().getName());
    }
  }

  @Override
  public synchronized void stop() {
    runner.rest(true);
    ScheduledExecutorService working = threads;
    threads = null;
    if (working == null) {
      return;
    }
    working.shutdown();
    try {
      if (!working.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
        working.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return threads != null;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 10;
  }
}
